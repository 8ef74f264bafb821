"""Hourly rates at which citizens' time is valued: dated, by country, each with its source.

`rates.csv` holds those whose figures somebody read in a named source. Others are added on the command line.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlmodel import Session, col, select

from app.costs.models import HourlyRate
from app.costs.schemas import RateCreate
from app.i18n import N_, _
from app.measurement import records
from app.refusals import Invalid

KNOWN = Path(__file__).with_name("rates.csv")
NAMES = (
    N_("National Living Wage of the United Kingdom, 21 and over"),
    N_("minimum wage of Québec"),
    N_("median hourly pay of full-time employees in the United Kingdom"),
    N_("median hourly pay of employees in the United Kingdom"),
    N_("average hourly wage of employees in Canada"),
)
"""Those of the file can be said in both languages; names that others give are said as they are."""


def add_known_rates(session: Session) -> int:
    """Those of the file that are not there yet; answers how many. One that is there stays as it is."""
    added = [add_rate(session, new) for new in _known() if _rate_from(session, new) is None]
    return len(added)


def add_rate(session: Session, new: RateCreate) -> HourlyRate:
    if _rate_from(session, new):
        raise Invalid({"starts_on": _("This country has a rate from that day already.")})
    rate = HourlyRate(**new.model_dump())
    session.add(rate)
    session.flush()
    return rate


def all_rates(session: Session) -> Sequence[HourlyRate]:
    """By country, the newest first."""
    return session.exec(
        select(HourlyRate)
        .where(col(HourlyRate.archived_at).is_(None))
        .order_by(HourlyRate.country, col(HourlyRate.starts_on).desc())
    ).all()


def rates_of_country(session: Session, country: str) -> tuple[records.HourlyRate, ...]:
    """As the measurement reads them, in order of time."""
    rows = session.exec(
        select(HourlyRate)
        .where(HourlyRate.country == country, col(HourlyRate.archived_at).is_(None))
        .order_by(col(HourlyRate.starts_on))
    )
    return tuple(
        records.HourlyRate(
            starts_on=row.starts_on,
            currency=row.currency,
            name=row.name,
            lower=row.lower,
            source=row.source,
            higher=row.higher,
            higher_name=row.higher_name,
            higher_source=row.higher_source,
        )
        for row in rows
    )


def _rate_from(session: Session, new: RateCreate) -> HourlyRate | None:
    return session.exec(
        select(HourlyRate).where(
            HourlyRate.country == new.country, col(HourlyRate.starts_on) == new.starts_on
        )
    ).first()


def _known() -> Iterator[RateCreate]:
    with KNOWN.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield RateCreate.model_validate({name: value for name, value in row.items() if value})
