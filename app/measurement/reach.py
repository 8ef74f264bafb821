"""How many people were reached, how much they took part, for how long, and whom they resemble."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.measurement.cell import happened
from app.measurement.missing import Missing, MissingReason
from app.measurement.months import month_index
from app.measurement.proportions import Interval, Proportion, proportion
from app.measurement.records import Activity
from app.measurement.thresholds import DEFAULT, Thresholds

TOP = 3


@dataclass(frozen=True, slots=True)
class Reach:
    """Different people reached among those eligible; it can exceed 1 when the estimate was low."""

    participants: int
    eligible: int
    share: Decimal


@dataclass(frozen=True, slots=True)
class Dose:
    """How much took place. A person counts in `attendances` each time; `largest_group` is a least."""

    activities: int
    attendances: int | Missing
    largest_group: int | Missing
    citizen_hours: Decimal | Missing
    hours_per_attendance: Decimal | Missing
    months_active: int
    months_spanned: int
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Concentration:
    """The part of the citizens' hours that the three largest givers, or entries, account for."""

    share: Decimal
    top: int
    of: int
    hours: Decimal
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Representation:
    """A group's share among participants over its share of the population; 1 is parity."""

    among_participants: Proportion
    population_share: Decimal
    ratio: float
    interval: Interval


def reach(participants: int | None, eligible: int | None) -> Reach | Missing:
    if participants is None:
        return Missing(MissingReason.NOT_RECORDED)
    if not eligible:
        return Missing(MissingReason.NO_DENOMINATOR, have=0, need=1)
    return Reach(participants, eligible, Decimal(participants) / eligible)


def dose(activities: Sequence[Activity], as_of: date) -> Dose:
    """What the log says of how much took place up to a day; entries without a count are left out of sums."""
    counted = sorted(happened(activities, as_of), key=lambda activity: activity.id)
    crowds = [a.citizens for a in counted if a.citizens is not None]
    given = [a.citizen_hours for a in counted if a.citizen_hours is not None]
    months = {month_index(a.happened_on) for a in counted}
    return Dose(
        activities=len(counted),
        attendances=sum(crowds) if crowds else _not_recorded(counted),
        largest_group=max(crowds) if crowds else _not_recorded(counted),
        citizen_hours=sum(given, Decimal(0)) if given else _not_recorded(counted),
        hours_per_attendance=_hours_per_attendance(counted),
        months_active=len(months),
        months_spanned=max(months) - min(months) + 1 if months else 0,
        entries=tuple(a.id for a in counted),
    )


def returning(
    came_back: int | None,
    participants: int | None,
    least: int = DEFAULT.disclosure_inside,
    thresholds: Thresholds = DEFAULT,
) -> Proportion | Missing:
    """People who took part more than once among all who took part."""
    if came_back is None or participants is None:
        return Missing(MissingReason.NOT_RECORDED)
    return proportion(came_back, participants, least, thresholds)


def concentration(activities: Sequence[Activity], as_of: date) -> Concentration | Missing:
    """How far the citizens' hours come from the three largest entries, when people are not told apart."""
    counted = sorted(happened(activities, as_of), key=lambda activity: activity.id)
    given = [(a.citizen_hours, a.id) for a in counted if a.citizen_hours]
    largest = sorted(given, key=lambda entry: (-entry[0], entry[1]))[:TOP]
    found = _concentration([hours for hours, _ in given])
    if isinstance(found, Missing):
        return found
    return Concentration(found.share, found.top, found.of, found.hours, tuple(i for _, i in largest))


def concentration_of_people(
    hours: Sequence[Decimal], least: int = DEFAULT.disclosure_inside
) -> Concentration | Missing:
    """The part of the three most active people; `hours` holds one sum a person, without names."""
    if len(hours) < least:
        return Missing(MissingReason.TOO_FEW_PEOPLE, len(hours), least)
    return _concentration(hours)


def representation(
    in_group: int,
    participants: int,
    population_share: Decimal,
    least: int = DEFAULT.disclosure_outside,
    thresholds: Thresholds = DEFAULT,
) -> Representation | Missing:
    """Whether a group is present as in the population, with Wilson's interval carried to the ratio."""
    among = proportion(in_group, participants, least, thresholds)
    if isinstance(among, Missing):
        return among
    if population_share <= 0:
        return Missing(MissingReason.NO_DENOMINATOR, have=0, need=1)
    population = float(population_share)
    interval = Interval(among.interval.low / population, among.interval.high / population)
    return Representation(among, population_share, among.share / population, interval)


def _concentration(hours: Sequence[Decimal]) -> Concentration | Missing:
    total = sum(hours, Decimal(0))
    if not total:
        return Missing(MissingReason.NOT_RECORDED, have=0, need=1)
    top = sum(sorted(hours, reverse=True)[:TOP], Decimal(0))
    return Concentration(top / total, min(TOP, len(hours)), len(hours), total)


def _hours_per_attendance(activities: Sequence[Activity]) -> Decimal | Missing:
    """Only entries with both numbers: a missing one on either side would bend the ratio."""
    both = [(a.citizen_hours, a.citizens) for a in activities if a.citizen_hours is not None and a.citizens]
    people = sum(citizens for _, citizens in both)
    hours = sum((hours for hours, _ in both), Decimal(0))
    return hours / people if people else _not_recorded(activities)


def _not_recorded(activities: Sequence[Activity]) -> Missing:
    return Missing(MissingReason.NOT_RECORDED, have=0, need=1, entries=tuple(a.id for a in activities))
