"""Reads the logs of the stories, which are written as tables: a page of Python calls would hide the story.

One row a line, its cells between bars; below a row, indented, what only some rows have:

    2016-07-12 | delivery-1 | co_led | none | group | 9 2 | 27 8 | Lunch club, Firth Park
      repeat: 30 monthly
      then: 11 2 33 8
      support: access
      by: citizen
      entered: 2016-09-01
      note: At the church hall.

`repeat` enters the row again, `then` gives the numbers of the following ones, in turn.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import cycle, islice

from app.vocabulary import (
    Aggregation,
    Aim,
    Certainty,
    CitizenRole,
    CostNature,
    CostStage,
    Currency,
    Decision,
    Direction,
    EffectService,
    Frequency,
    IndicatorLevel,
    Lead,
    Level,
    PartnershipRole,
    PhaseKind,
    Respondents,
    Support,
)
from seed.series import period_ends, same_day, same_weekday
from seed.story import Activity, Benefit, Claim, Cost, Indicator, Number, Observation, Partnership, Phase

MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6, Frequency.YEARLY: 12}

Days = Callable[[date, int, int], list[date]]


@dataclass
class Row:
    cells: list[str]
    extras: dict[str, list[str]] = field(default_factory=dict)

    def below(self, name: str) -> str:
        return self.extras.get(name, [""])[0]

    def entered_by(self) -> str:
        return self.below("by") or "staff"

    def entered_on(self) -> date | None:
        return _day(self.below("entered"))

    def days(self, first: date, pattern: Days) -> list[date]:
        if not self.below("repeat"):
            return [first]
        times, frequency = self.below("repeat").split()
        return pattern(first, int(times), MONTHS[Frequency(frequency)])

    def numbers(self, first: Sequence[str]) -> Iterator[Sequence[str]]:
        """The numbers of the row and, in turn, those of its `then` lines."""
        return cycle([first, *(line.split() for line in self.extras.get("then", ()))])


def rows(text: str) -> list[Row]:
    found: list[Row] = []
    for line in text.strip().splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            found[-1].extras.setdefault(name, []).append(value)
        elif line:
            found.append(Row([cell.strip() for cell in line.split("|")]))
    return found


def phases(text: str) -> tuple[Phase, ...]:
    """Key | kind | starts on | ends on | name | accountable; claim: day | lead | who says so."""
    return tuple(_phase(row) for row in rows(text))


def activities(text: str) -> tuple[Activity, ...]:
    """Day | phase | citizens' role | decision | level | people | hours | title; citizens first."""
    return tuple(activity for row in rows(text) for activity in _activities(row))


def costs(text: str, currency: Currency) -> tuple[Cost, ...]:
    """Day | amount | stage | nature | payer | phase | note; estimate and source below."""
    return tuple(cost for row in rows(text) for cost in _costs(row, currency))


def benefits(text: str, currency: Currency) -> tuple[Benefit, ...]:
    """Day | amount | certainty | attribution | deadweight | service | note; source below."""
    return tuple(benefit for row in rows(text) for benefit in _benefits(row, currency))


def partnerships(text: str) -> tuple[Partnership, ...]:
    """Organization | role | starts on | ends on | grant | currency; source below."""
    return tuple(_partnership(row) for row in rows(text))


def indicators(text: str) -> tuple[Indicator, ...]:
    """Name | level | aim | unit | direction | minimum | maximum | decimals | frequency | aggregation.

    Below it: `baseline` (value | day | n), `target` (value | day), `seen` (an observation) and `monthly`.
    """
    return tuple(_indicator(row) for row in rows(text))


def _phase(row: Row) -> Phase:
    key, kind, starts_on, ends_on, name, accountable = _cells(row.cells, 6)
    return Phase(
        key=key,
        kind=PhaseKind(kind),
        starts_on=date.fromisoformat(starts_on),
        ends_on=_day(ends_on),
        name=name,
        accountable=accountable,
        claims=tuple(_claim(line) for line in row.extras.get("claim", ())),
    )


def _claim(line: str) -> Claim:
    day, lead, claimed_by = _cells(line.split("|"), 3)
    return Claim(lead=Lead(lead), claimed_by=claimed_by, claimed_on=date.fromisoformat(day))


def _activities(row: Row) -> Iterator[Activity]:
    day, phase, role, decision, level, people, hours, title = row.cells
    first = Activity(
        phase=phase,
        happened_on=date.fromisoformat(day),
        title=title,
        citizen_role=CitizenRole(role),
        decision=Decision(decision),
        level=Level(level),
        support=tuple(Support(word) for word in row.below("support").split()),
        note=row.below("note"),
        entered_by=row.entered_by(),
        entered_on=row.entered_on(),
    )
    days = row.days(first.happened_on, same_weekday)
    numbers = islice(row.numbers([*people.split(), *hours.split()]), len(days))
    for happened_on, (citizens, professionals, citizen_hours, professional_hours) in zip(
        days, numbers, strict=True
    ):
        yield replace(
            first,
            happened_on=happened_on,
            citizens=int(citizens),
            professionals=int(professionals),
            citizen_hours=_number(citizen_hours),
            professional_hours=_number(professional_hours),
        )


def _costs(row: Row, currency: Currency) -> Iterator[Cost]:
    day, amount, stage, nature, payer, phase, note = row.cells
    days = row.days(date.fromisoformat(day), same_day)
    for spent_on, (paid,) in zip(days, islice(row.numbers([amount]), len(days)), strict=True):
        yield Cost(
            spent_on=spent_on,
            amount=paid,
            currency=currency,
            stage=CostStage(stage),
            nature=CostNature(nature),
            payer=payer,
            phase=phase,
            is_estimate=bool(row.below("estimate")),
            note=note,
            source=row.below("source"),
            entered_by=row.entered_by(),
            entered_on=row.entered_on(),
        )


def _benefits(row: Row, currency: Currency) -> Iterator[Benefit]:
    day, amount, certainty, attribution, deadweight, service, note = row.cells
    days = row.days(date.fromisoformat(day), same_day)
    for received_on, (received,) in zip(days, islice(row.numbers([amount]), len(days)), strict=True):
        yield Benefit(
            received_on=received_on,
            amount=received,
            currency=currency,
            certainty=Certainty(certainty),
            service=service,
            attribution=_number(attribution),
            deadweight=_number(deadweight),
            note=note,
            source=row.below("source"),
        )


def _partnership(row: Row) -> Partnership:
    organization, role, starts_on, ends_on, grant, currency = _cells(row.cells, 6)
    return Partnership(
        organization=organization,
        role=PartnershipRole(role),
        starts_on=_day(starts_on),
        ends_on=_day(ends_on),
        grant_amount=_number(grant),
        currency=Currency(currency) if currency else None,
        source=row.below("source"),
    )


def _indicator(row: Row) -> Indicator:
    name, level, aim, unit, direction, least, most, decimals, frequency, aggregation = _cells(row.cells, 10)
    baseline_value, baseline_on, baseline_n = _cells(row.below("baseline").split("|"), 3)
    target_value, target_on = _cells(row.below("target").split("|"), 2)
    return Indicator(
        name=name,
        definition=row.below("definition"),
        level=IndicatorLevel(level),
        aim=Aim(aim),
        unit=unit,
        direction=Direction(direction),
        minimum=_number(least),
        maximum=_number(most),
        decimals=int(decimals),
        frequency=Frequency(frequency),
        aggregation=Aggregation(aggregation or Aggregation.PER_PERIOD),
        instrument=row.below("instrument"),
        respondents=Respondents(row.below("respondents")) if row.below("respondents") else None,
        effect_service=EffectService.OTHER if row.below("elsewhere") else EffectService.OWN,
        effect_service_name=row.below("elsewhere"),
        breakdown=row.below("breakdown"),
        baseline_value=_number(baseline_value),
        baseline_on=_day(baseline_on),
        baseline_n=int(baseline_n) if baseline_n else None,
        target_value=_number(target_value),
        target_on=_day(target_on),
        observations=(*map(_seen, row.extras.get("seen", ())), *_each_month(row)),
        source=row.below("source"),
    )


def _seen(line: str) -> Observation:
    """Day | value | n | standard deviation | category | note | source; what is not known stays empty."""
    day, value, n, sd, category, note, source = _cells(line.split("|"), 7)
    return Observation(
        observed_on=date.fromisoformat(day),
        value=value,
        n=int(n) if n else None,
        sd=_number(sd),
        category=category,
        note=note,
        source=source,
    )


def _each_month(row: Row) -> Iterator[Observation]:
    """A year a line, `2017 41 44 - 50`: a dash is a month that nobody measured, which is not zero."""
    for line in row.extras.get("monthly", ()):
        year, *values = line.split()
        days = period_ends(date(int(year), 1, 1), len(values), MONTHS[Frequency.MONTHLY])
        for day, value in zip(days, values, strict=True):
            if value != "-":
                yield Observation(observed_on=day, value=value)


def _cells(cells: Sequence[str], width: int) -> list[str]:
    """Trailing cells may be left out."""
    return [cell.strip() for cell in (*cells, *[""] * width)][:width]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(text: str) -> Number | None:
    """A dash or nothing at all is unknown."""
    return None if text in {"", "-"} else text
