"""Who took part, how much, and how the two sides see it; few people stay uncounted."""

from app.evaluations.sentences.figures import rounded, together
from app.evaluations.sentences.missing import why
from app.i18n import N_, _, ngettext
from app.i18n.formats import format_hours, format_number, format_percent
from app.i18n.labels import label
from app.indicators.sentences import people
from app.measurement.missing import Missing
from app.measurement.proportions import Proportion
from app.measurement.reach import Concentration, Dose, Reach, Representation
from app.measurement.thresholds import DEFAULT
from app.measurement.views import PhaseViews, SideView
from app.vocabulary import Side

LIKE_THE_POPULATION = N_("That may as well be as in the population.")
FEWER, MORE = N_("That is fewer than in the population."), N_("That is more than in the population.")
MORE_LEAD = N_("Citizens see more citizen lead than professionals do: {citizens} against {professionals}.")
LESS_LEAD = N_("Citizens see less citizen lead than professionals do: {citizens} against {professionals}.")


def reach(found: Reach | Missing, least: int = DEFAULT.disclosure_inside) -> str:
    """A percentage only of enough people, and never of a few who took part."""
    if isinstance(found, Missing):
        return why(found)
    few = found.participants < least or found.eligible < DEFAULT.percentage_people
    text = (
        _("Took part: {participants} of about {eligible} eligible people.")
        if few
        else _("Took part: {participants} of about {eligible} eligible people ({share}).")
    )
    return text.format(
        participants=people(found.participants, least),
        eligible=format_number(found.eligible),
        share=format_percent(found.share),
    )


def dose(found: Dose, least: int = DEFAULT.disclosure_inside) -> str:
    """How much took place; attendances are not people."""
    if not found.activities:
        return _("No activity is logged.")
    logged = ngettext(
        "{count} activity is logged; active months: {active} of {spanned}.",
        "{count} activities are logged; active months: {active} of {spanned}.",
        found.activities,
    ).format(count=found.activities, active=found.months_active, spanned=found.months_spanned)
    return together(logged, _attendances(found, least), _citizen_hours(found, least))


def returning(found: Proportion | Missing) -> str:
    """How many of those who took part came back."""
    if isinstance(found, Missing):
        return why(found)
    text = (
        _("{count} of {n} people came more than once: {share}, between {low} and {high}.")
        if found.as_percentage
        else _("{count} of {n} people came more than once.")
    )
    return text.format(
        count=format_number(found.count),
        n=format_number(found.n),
        share=format_percent(found.share),
        low=format_percent(found.interval.low),
        high=format_percent(found.interval.high),
    )


def concentration(found: Concentration | Missing) -> str:
    """How far the citizens' hours come from the largest entries, or from the most active people."""
    if isinstance(found, Missing):
        return why(found)
    text = (
        _("Largest entries: {top} of {n} hold {share} of the {hours} h that citizens gave.")
        if found.entries
        else _("Most active people: {top} of {n} gave {share} of the {hours} h by citizens.")
    )
    return text.format(
        top=found.top, n=found.of, share=format_percent(found.share), hours=format_hours(found.hours)
    )


def representation(found: Representation | Missing, least: int = DEFAULT.disclosure_inside) -> str:
    """A group among those who took part beside its part of the population."""
    if isinstance(found, Missing):
        return why(found)
    among = found.among_participants
    beside = _(
        "In the group: {count} of {n} people, and {population} of the population. "
        "The ratio is {ratio}, between {low} and {high}."
    ).format(
        count=people(among.count, least),
        n=format_number(among.n),
        population=format_percent(found.population_share),
        ratio=rounded(found.ratio),
        low=rounded(found.interval.low),
        high=rounded(found.interval.high),
    )
    return together(beside, _beside_population(found))


def side_view(found: SideView | Missing, side: Side) -> str:
    """The middle rating of one side, and from how many."""
    if isinstance(found, Missing):
        return _("{side}: {sentence}").format(side=label(side), sentence=why(found))
    return _(
        "{side}: median {median} from {n} answers, where 1 is professionals alone, 5 citizens alone."
    ).format(side=label(side), median=rounded(found.median), n=found.n)


def phase_views(found: PhaseViews) -> str:
    """Both sides beside each other, never averaged."""
    sides = (side_view(found.citizens, Side.CITIZENS), side_view(found.professionals, Side.PROFESSIONALS))
    return together(*sides, gap(found))


def side_in_short(found: SideView | Missing, side: Side) -> str:
    """For a cell, beside the picture of the scale."""
    if isinstance(found, Missing):
        return _("{side}: fewer than {least}").format(side=label(side), least=found.need)
    return _("{side}: {median} (n = {n})").format(side=label(side), median=rounded(found.median), n=found.n)


def gap(found: PhaseViews) -> str:
    """Which side sees more of a lead by citizens, and how far apart the two are."""
    if isinstance(found.citizens, Missing) or isinstance(found.professionals, Missing):
        return _("The two sides cannot be compared.")
    citizens, professionals = found.citizens.median, found.professionals.median
    if citizens == professionals:
        return _("Both medians are the same.")
    text = MORE_LEAD if citizens > professionals else LESS_LEAD
    return _(text).format(citizens=rounded(citizens), professionals=rounded(professionals))


def _attendances(found: Dose, least: int) -> str:
    """Beside the sum, the largest group would tell how few all others were."""
    if isinstance(found.attendances, Missing) or isinstance(found.largest_group, Missing):
        return _("How many came is not recorded. That is not zero.")
    count = people(found.attendances, least)
    if 0 < found.attendances - found.largest_group < least:
        return _("Attendances: {count}; the log does not tell how many people.").format(count=count)
    return _(
        "Attendances: {count}, at most {largest} at once; the log does not tell how many people."
    ).format(count=count, largest=people(found.largest_group, least))


def _citizen_hours(found: Dose, least: int) -> str:
    """Hours an attendance would tell how many attendances there were."""
    if isinstance(found.citizen_hours, Missing):
        return _("The hours of citizens are not recorded. That is not zero.")
    few = isinstance(found.attendances, Missing) or found.attendances < least
    if few or isinstance(found.hours_per_attendance, Missing):
        return _("Citizens gave {hours} h.").format(hours=format_hours(found.citizen_hours))
    return _("Citizens gave {hours} h, {each} h an attendance where both are recorded.").format(
        hours=format_hours(found.citizen_hours), each=rounded(found.hours_per_attendance)
    )


def _beside_population(found: Representation) -> str:
    if found.interval.low <= 1 <= found.interval.high:
        return _(LIKE_THE_POPULATION)
    return _(MORE if found.ratio > 1 else FEWER)
