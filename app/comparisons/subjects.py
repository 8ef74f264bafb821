"""What can differ around two evaluations, and how each of them stands there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.comparisons.compared import Compared
from app.i18n import N_, _, ngettext
from app.i18n.countries import country_name
from app.i18n.formats import format_day, format_number, format_percent
from app.i18n.labels import label
from app.vocabulary import PhaseKind

MONTH_DAYS = Decimal("30.4375")
"""A year's days over twelve."""


class Subject(StrEnum):
    """In the order in which they are named."""

    COUNTRY = "country"
    SECTOR = "sector"
    ORGANIZATION_TYPE = "organization_type"
    INITIATION = "initiation"
    POPULATION = "population"
    CURRENCY = "currency"
    AIM = "aim"
    START = "start"
    LENGTH = "length"
    PHASES = "phases"
    DENSITY = "density"
    COMPLETENESS = "completeness"
    INDICATORS = "indicators"
    METHOD = "method"


NAMES: dict[Subject, str] = {
    Subject.COUNTRY: N_("Country"),
    Subject.SECTOR: N_("Sector"),
    Subject.ORGANIZATION_TYPE: N_("Kind of organization that leads"),
    Subject.INITIATION: N_("Who started it"),
    Subject.POPULATION: N_("People affected"),
    Subject.CURRENCY: N_("Currency"),
    Subject.AIM: N_("Declared aim"),
    Subject.START: N_("Start of the period"),
    Subject.LENGTH: N_("Length of the period"),
    Subject.PHASES: N_("Phases begun"),
    Subject.DENSITY: N_("How much is logged"),
    Subject.COMPLETENESS: N_("How complete the log is"),
    Subject.INDICATORS: N_("What is measured"),
    Subject.METHOD: N_("How it is measured"),
}

Value = str | int | Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Stand:
    """How one of the two stands: for programs, and in words. None is not recorded."""

    value: Value
    words: str


def hours_recorded(one: Compared) -> Decimal | None:
    """The part of the activities with the hours of both sides; None without activities."""
    given = [a.citizen_hours is not None and a.professional_hours is not None for a in one.activities]
    return Decimal(sum(given)) / len(given) if given else None


def entries_a_month(one: Compared) -> Decimal:
    """Activities, over the whole length of the period."""
    return len(one.activities) * MONTH_DAYS / one.days


def _country(one: Compared) -> Stand:
    return Stand(one.initiative.country, country_name(one.initiative.country))


def _sector(one: Compared) -> Stand:
    return Stand(one.initiative.sector.value, label(one.initiative.sector))


def _organization_type(one: Compared) -> Stand:
    return Stand(one.organization.type.value, label(one.organization.type))


def _initiation(one: Compared) -> Stand:
    return Stand(one.initiative.initiation.value, label(one.initiative.initiation))


def _currency(one: Compared) -> Stand:
    return Stand(one.initiative.currency.value, label(one.initiative.currency))


def _population(one: Compared) -> Stand:
    size = one.initiative.eligible_population
    if size is None:
        return Stand(None, _("not recorded"))
    return Stand(size, _("about {count}").format(count=format_number(size)))


def _aim(one: Compared) -> Stand:
    aim = one.evaluation.aim
    return Stand(aim.aim.value, label(aim.aim)) if aim else Stand(None, _("none declared by then"))


def _start(one: Compared) -> Stand:
    return Stand(one.first_day.isoformat(), format_day(one.first_day))


def _length(one: Compared) -> Stand:
    months = round(one.days / MONTH_DAYS)
    if not months:
        days = ngettext("{count} day", "{count} days", one.days)
        return Stand(one.days, days.format(count=format_number(one.days)))
    return Stand(
        one.days, ngettext("{count} month", "{count} months", months).format(count=format_number(months))
    )


def _phases(one: Compared) -> Stand:
    """In the order of the four Co's."""
    begun = {phase.kind for phase in one.evaluation.phases.values()}
    kinds = [kind for kind in PhaseKind if kind in begun]
    return Stand([kind.value for kind in kinds], ", ".join(map(label, kinds)) or _("none begun by then"))


def _density(one: Compared) -> Stand:
    rate = round(entries_a_month(one), 1)
    return Stand(str(rate), _("{count} activities a month").format(count=format_number(rate, 1)))


def _completeness(one: Compared) -> Stand:
    share = hours_recorded(one)
    if share is None:
        return Stand(None, _("no activity is logged"))
    text = _("{share} of the activities have the hours of both sides")
    return Stand(str(round(share, 2)), text.format(share=format_percent(share)))


OF_INITIATIVES: Mapping[Subject, Callable[[Compared], Stand]] = {
    Subject.COUNTRY: _country,
    Subject.SECTOR: _sector,
    Subject.ORGANIZATION_TYPE: _organization_type,
    Subject.INITIATION: _initiation,
    Subject.POPULATION: _population,
    Subject.CURRENCY: _currency,
}
"""What cannot differ between two periods of one initiative, as far as is recorded."""

OF_PERIODS: Mapping[Subject, Callable[[Compared], Stand]] = {
    Subject.AIM: _aim,
    Subject.START: _start,
    Subject.LENGTH: _length,
    Subject.PHASES: _phases,
    Subject.DENSITY: _density,
    Subject.COMPLETENESS: _completeness,
}
