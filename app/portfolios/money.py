"""Money of a portfolio: each currency by itself, an approximate view in one, who pays and where it helps."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.measurement.cost import Converted, Rate, in_one_currency
from app.measurement.missing import Missing
from app.portfolios.members import Member
from app.vocabulary import Certainty, Currency

ZERO = Decimal(0)
MOST_NAMED = 6
"""Payers and services that have a row or a column of their own; the rest stand together."""


@dataclass(frozen=True, slots=True)
class Money:
    """What was granted and what was spent in cash, in one currency; benefits are those entered."""

    currency: Currency
    initiatives: int
    granted: Decimal
    cash: Decimal
    received: Mapping[Certainty, Decimal]


@dataclass(frozen=True, slots=True)
class SpillOver:
    """Initiatives in which a payer paid and a service benefits: nobody says which money bought which.

    `None` as a name are all that have no row or column of their own; "" was not named.
    """

    payers: tuple[str | None, ...]
    services: tuple[str | None, ...]
    initiatives: Mapping[tuple[str | None, str | None], int]
    with_payer: Mapping[str | None, int]
    with_service: Mapping[str | None, int]


@dataclass(frozen=True, slots=True)
class InOne:
    """An approximate sum in one currency, with its dated rates; or why there is none."""

    cash: Converted | Missing
    granted: Converted | Missing


def money(members: Sequence[Member]) -> tuple[Money, ...]:
    """Each currency by itself: nothing is converted, nothing added across."""
    granted, cash = defaultdict[str, Decimal](Decimal), defaultdict[str, Decimal](Decimal)
    received, initiatives = defaultdict[str, Counter[str]](Counter), Counter[str]()
    for member in members:
        if member.grant_amount is not None and member.grant_currency:
            granted[member.grant_currency] += member.grant_amount
        for currency, amount in member.cash.items():
            cash[currency] += Decimal(amount)
        for currency, _service, certainty, amount in member.money.get("received", ()):
            received[currency][certainty] += Decimal(amount)  # type: ignore[assignment]  # decimals add up too
        initiatives.update(_currencies(member))
    return tuple(
        Money(
            currency=currency,
            initiatives=initiatives[currency],
            granted=granted[currency],
            cash=cash[currency],
            received={certainty: Decimal(received[currency][certainty]) for certainty in Certainty},
        )
        for currency in Currency
        if initiatives[currency]
    )


def in_one(rows: Sequence[Money], into: Currency) -> InOne:
    rates = rates_into(into)
    return InOne(
        cash=in_one_currency({row.currency: row.cash for row in rows}, into, rates),
        granted=in_one_currency({row.currency: row.granted for row in rows}, into, rates),
    )


def rates_into(currency: Currency) -> dict[Currency, Rate]:
    """What one unit of every other is worth in this one; by way of the euro, in which sources quote."""
    return {
        other: Rate(PER_EURO[currency].rate / rate.rate, rate.on, rate.source)
        for other, rate in PER_EURO.items()
    }


def spill_over(members: Sequence[Member]) -> SpillOver | None:
    """None where nobody entered a benefit."""
    each = [(_payers(member), _services(member)) for member in members]
    by_payer = Counter(payer for payers, _ in each for payer in payers)
    by_service = Counter(service for _, services in each for service in services)
    if not by_service:
        return None
    payers, services = _named(by_payer), _named(by_service)
    pairs = Counter[tuple[str | None, str | None]]()
    with_payer, with_service = Counter[str | None](), Counter[str | None]()
    for paying, receiving in each:
        placed, helped = _places(paying, payers), _places(receiving, services)
        pairs.update((row, column) for row in placed for column in helped)
        with_payer.update(placed)
        with_service.update(helped)
    return SpillOver(
        _with_rest(payers, by_payer), _with_rest(services, by_service), pairs, with_payer, with_service
    )


def _currencies(member: Member) -> set[str]:
    granted = {str(member.grant_currency)} if member.grant_amount is not None else set()
    return granted | {*member.cash} | {row[0] for row in member.money.get("received", ())}


def _payers(member: Member) -> set[str]:
    return {payer for _currency, payer, _amount in member.money.get("paid", ())}


def _services(member: Member) -> set[str]:
    return {service for _currency, service, _certainty, _amount in member.money.get("received", ())}


def _named(counts: Counter[str]) -> tuple[str, ...]:
    """By name, so that nobody seems to be first."""
    most = sorted(counts, key=lambda name: (-counts[name], name))[:MOST_NAMED]
    return tuple(sorted(most))


def _places(names: Iterable[str], named: Sequence[str]) -> set[str | None]:
    return {name if name in named else None for name in names}


def _with_rest(named: tuple[str, ...], counts: Counter[str]) -> tuple[str | None, ...]:
    return (*named, None) if len(counts) > len(named) else named


def _read_rates() -> dict[Currency, Rate]:
    with Path(__file__).with_name("exchange_rates.csv").open(encoding="utf-8", newline="") as file:
        return {
            Currency(row["currency"]): Rate(
                Decimal(row["per_euro"]), date.fromisoformat(row["dated"]), row["source"]
            )
            for row in csv.DictReader(file)
        }


PER_EURO = _read_rates()
