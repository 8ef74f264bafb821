"""Records with ordinary values, so that a test names only what its claim is about."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from app.measurement.records import Activity, Claim, Phase, View
from app.vocabulary import CitizenRole, Decision, Lead, Level, PhaseKind, Side

BEGIN = date(2019, 1, 7)
AS_OF = date(2020, 12, 31)
PHASE_IDS = {kind: number for number, kind in enumerate(PhaseKind, start=1)}
NUMBERS: Iterator[int] = count(1)


def activity(
    kind: PhaseKind = PhaseKind.DESIGN,
    citizen_hours: str | None = "10",
    professional_hours: str | None = "10",
    *,
    role: CitizenRole = CitizenRole.CO_LED,
    decision: Decision = Decision.NONE,
    citizens: int | None = None,
    professionals: int | None = None,
    other_hours: str | None = None,
    happened_on: date = BEGIN,
    entered_after: int = 0,
    side: Side | None = None,
    phase_id: int | None = None,
    number: int | None = None,
) -> Activity:
    return Activity(
        id=next(NUMBERS) if number is None else number,
        phase_id=PHASE_IDS[kind] if phase_id is None else phase_id,
        phase_kind=kind,
        happened_on=happened_on,
        citizen_role=role,
        decision=decision,
        level=Level.GROUP,
        citizens=citizens,
        professionals=professionals,
        citizen_hours=hours(citizen_hours),
        professional_hours=hours(professional_hours),
        other_hours=hours(other_hours),
        entered_on=happened_on + timedelta(days=entered_after),
        entered_by_side=side,
    )


def hours(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def phase(
    kind: PhaseKind = PhaseKind.DESIGN,
    *,
    number: int | None = None,
    starts_on: date = BEGIN,
    accountable: str | None = "Rosa",
) -> Phase:
    return Phase(
        number or PHASE_IDS[kind], kind, kind.value, starts_on, ends_on=None, accountable=accountable
    )


def claim(lead: Lead, claimed_on: date = BEGIN, kind: PhaseKind = PhaseKind.DESIGN) -> Claim:
    return Claim(PHASE_IDS[kind], lead, claimed_on)


def views(side: Side, ratings: Sequence[int], kind: PhaseKind = PhaseKind.DESIGN) -> list[View]:
    return [View(PHASE_IDS[kind], side, rating) for rating in ratings]


def spread(total: int, parts: int) -> list[str]:
    """A total in near-equal whole parts, so that no cap binds."""
    return [str(total // parts + (1 if part < total % parts else 0)) for part in range(parts)]


def worked_planning() -> list[Activity]:
    """The worked example's planning: 46 of 120 h by citizens, 3 of 7 decisions shared."""
    decisions = [Decision.JOINTLY] * 2 + [Decision.CITIZENS] + [Decision.PROFESSIONALS] * 4
    sides = zip(spread(46, 7), spread(74, 7), decisions, strict=True)
    return [activity(PhaseKind.DESIGN, c, p, decision=decided) for c, p, decided in sides]


def worked_delivery(citizen_hours: int) -> list[Activity]:
    """The worked example's delivery: 400 h, citizens co-led 9 of 11 activities."""
    roles = [CitizenRole.CO_LED] * 9 + [CitizenRole.CONTRIBUTED] * 2
    sides = zip(spread(citizen_hours, 11), spread(400 - citizen_hours, 11), roles, strict=True)
    return [activity(PhaseKind.DELIVERY, c, p, role=role) for c, p, role in sides]
