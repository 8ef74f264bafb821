"""The basis of a cell: what one set of activities says of hours, roles and decisions, and who led it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.measurement.missing import Missing, MissingReason
from app.measurement.records import Activity
from app.measurement.thresholds import Thresholds
from app.vocabulary import CitizenRole, Decision, Lead, Tag

ROLES = tuple(CitizenRole)
SHARED = (Decision.JOINTLY, Decision.CITIZENS)
ZERO = Decimal(0)
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Basis:
    """The counted evidence. Hours by side are after the cap; in a count-based basis they are activities."""

    activities: int
    citizen_hours: Decimal
    professional_hours: Decimal
    recorded_citizen_hours: Decimal
    recorded_professional_hours: Decimal
    other_hours: Decimal
    decisions: int
    decisions_shared: int
    decisions_by_professionals: int
    citizens_led: int
    highest_role: CitizenRole
    consulted: int
    without_hours: int
    count_based: bool
    capped: tuple[int, ...]
    dominant: tuple[int, ...]
    entries: tuple[int, ...]

    @property
    def recorded_hours(self) -> Decimal:
        return self.recorded_citizen_hours + self.recorded_professional_hours

    @property
    def share(self) -> Decimal:
        """The citizens' part of the hours of both sides, from 0 to 1; 0 when nothing was counted."""
        total = self.citizen_hours + self.professional_hours
        return self.citizen_hours / total if total else ZERO

    @property
    def decision_share(self) -> Decimal:
        """Shared decisions among those taken, from 0 to 1; 0 when none was taken."""
        return Decimal(self.decisions_shared) / self.decisions if self.decisions else ZERO


@dataclass(frozen=True, slots=True)
class Reading:
    """Who led, by one cut-off, with what must be said beside it."""

    lead: Lead | Missing
    tags: tuple[Tag, ...] = ()


def gather(activities: Sequence[Activity], thresholds: Thresholds) -> Basis:
    """Count a set of activities; their order does not matter."""
    ordered = sorted(activities, key=lambda activity: activity.id)
    hours = {a.id: sides for a in ordered if (sides := hours_by_side(a)) is not None}
    without_hours = len(ordered) - len(hours)
    count_based = without_hours > thresholds.hours_missing * len(ordered)
    counted = {a.id: units_by_side(a) for a in ordered} if count_based else hours
    total = _total(counted)
    capped = _above(counted, thresholds.activity_cap * total) if _cap_applies(ordered, thresholds) else ()
    weighed = counted | {i: _cut(counted[i], thresholds.activity_cap * total) for i in capped}
    decided = [a.decision for a in ordered]
    return Basis(
        activities=len(ordered),
        citizen_hours=sum((c for c, _ in weighed.values()), ZERO),
        professional_hours=sum((p for _, p in weighed.values()), ZERO),
        recorded_citizen_hours=sum((c for c, _ in hours.values()), ZERO),
        recorded_professional_hours=sum((p for _, p in hours.values()), ZERO),
        other_hours=sum((a.other_hours for a in ordered if a.other_hours is not None), ZERO),
        decisions=sum(d is not Decision.NONE for d in decided),
        decisions_shared=sum(d in SHARED for d in decided),
        decisions_by_professionals=decided.count(Decision.PROFESSIONALS),
        citizens_led=sum(is_led_by_citizens(a) for a in ordered),
        highest_role=max((a.citizen_role for a in ordered), key=ROLES.index, default=CitizenRole.NONE),
        consulted=sum(a.citizen_role is CitizenRole.CONSULTED for a in ordered),
        without_hours=without_hours,
        count_based=count_based,
        capped=capped,
        dominant=()
        if _cap_applies(ordered, thresholds)
        else _above(counted, thresholds.dominant_share * total),
        entries=tuple(a.id for a in ordered),
    )


def hours_by_side(activity: Activity) -> tuple[Decimal, Decimal] | None:
    """(citizens, professionals), or None when a side that took part recorded no hours.

    One forgotten side must not tilt the share, so the whole activity is left out of the hours. A side that
    was not there gave none.
    """
    citizens = activity.citizen_hours
    if citizens is None and (activity.citizens == 0 or activity.citizen_role is CitizenRole.NONE):
        citizens = ZERO
    professionals = activity.professional_hours
    if professionals is None and activity.professionals == 0:
        professionals = ZERO
    return None if citizens is None or professionals is None else (citizens, professionals)


def units_by_side(activity: Activity) -> tuple[Decimal, Decimal]:
    """One unit an activity, by the citizens' role: all theirs, half and half, or none."""
    if activity.citizen_role is CitizenRole.LED_ALONE:
        return Decimal(1), ZERO
    if activity.citizen_role in (CitizenRole.CONTRIBUTED, CitizenRole.CO_LED):
        return HALF, HALF
    return ZERO, Decimal(1)


def is_led_by_citizens(activity: Activity) -> bool:
    return activity.citizen_role in (CitizenRole.CO_LED, CitizenRole.LED_ALONE)


def gate(basis: Basis, thresholds: Thresholds) -> Missing | None:
    """What the evidence lacks before anybody can be said to have led; hours are not asked of a count."""
    if basis.activities < thresholds.min_activities:
        return Missing(
            MissingReason.TOO_FEW_ACTIVITIES, basis.activities, thresholds.min_activities, basis.entries
        )
    if not basis.count_based and basis.recorded_hours < thresholds.min_hours:
        return Missing(MissingReason.TOO_FEW_HOURS, basis.recorded_hours, thresholds.min_hours, basis.entries)
    return None


def planning_reading(basis: Basis, cut_off: Decimal, thresholds: Thresholds) -> Reading:
    """Who planned: the hours first, then who decided."""
    missing = gate(basis, thresholds)
    if missing:
        return Reading(missing)
    labour = (Tag.CITIZENS_WORKED_PROFESSIONALS_DECIDED,) if citizens_only_worked(basis, cut_off) else ()
    if not _is_above_consulted(basis) or basis.share < cut_off:
        consulted = (Tag.WITH_CONSULTATION,) if basis.consulted else ()
        return Reading(Lead.PROFESSIONALS, consulted + labour)
    if labour:
        return Reading(Lead.PROFESSIONALS, labour)
    if basis.share > 1 - cut_off and not basis.decisions_by_professionals:
        return Reading(Lead.CITIZENS)
    if not _is_decided_together(basis, thresholds.shared_decisions):
        return Reading(Lead.PROFESSIONALS, (Tag.PRESENT_NO_DECISION_POWER,))
    return Reading(Lead.TOGETHER)


def delivery_reading(basis: Basis, cut_off: Decimal, thresholds: Thresholds) -> Reading:
    """Who delivered: the hours first, then whether citizens led any of it."""
    missing = gate(basis, thresholds)
    if missing:
        return Reading(missing)
    if basis.share < cut_off:
        return Reading(Lead.PROFESSIONALS)
    if basis.share > 1 - cut_off:
        return Reading(Lead.CITIZENS)
    if basis.citizens_led < thresholds.led_deliveries:
        return Reading(Lead.PROFESSIONALS, (Tag.ASSISTED_BY_CITIZENS,))
    return Reading(Lead.TOGETHER)


def counting_tags(basis: Basis) -> tuple[Tag, ...]:
    """What must be said of how the basis was counted, whoever led."""
    count_based = (Tag.COUNT_BASED,) if basis.count_based else ()
    dominated = (Tag.DOMINATED_BY_ONE_ACTIVITY,) if basis.dominant else ()
    return count_based + dominated


def citizens_only_worked(basis: Basis, cut_off: Decimal) -> bool:
    """Citizens gave nearly all the hours while professionals took every decision."""
    decided = basis.decisions and basis.decisions_by_professionals == basis.decisions
    return bool(decided) and basis.share > 1 - cut_off


def _is_above_consulted(basis: Basis) -> bool:
    return ROLES.index(basis.highest_role) > ROLES.index(CitizenRole.CONSULTED)


def _is_decided_together(basis: Basis, least: Decimal) -> bool:
    return basis.decisions_shared >= max(Decimal(1), least * basis.decisions)


def _cap_applies(activities: Sequence[Activity], thresholds: Thresholds) -> bool:
    return len(activities) >= thresholds.cap_from_activities


def _total(sides: dict[int, tuple[Decimal, Decimal]]) -> Decimal:
    return sum((c + p for c, p in sides.values()), ZERO)


def _above(sides: dict[int, tuple[Decimal, Decimal]], most: Decimal) -> tuple[int, ...]:
    return tuple(i for i, (c, p) in sides.items() if c + p > most)


def _cut(sides: tuple[Decimal, Decimal], most: Decimal) -> tuple[Decimal, Decimal]:
    """Both sides of one activity, scaled down together."""
    citizens, professionals = sides
    cut_citizens = citizens * most / (citizens + professionals)
    return cut_citizens, most - cut_citizens
