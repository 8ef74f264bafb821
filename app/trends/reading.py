"""What may be concluded from a trend, and what may not: whole sentences for those who must defend it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.i18n import N_, _
from app.i18n.formats import format_date, format_month
from app.i18n.labels import label
from app.indicators import sentences
from app.measurement.missing import Missing
from app.measurement.movement import Movement
from app.measurement.progress import Change
from app.measurement.thresholds import DEFAULT
from app.trends.bands import joined
from app.trends.document import Trend
from app.trends.series import limits_of
from app.vocabulary import Respondents

TWO = 2
WAVES: dict[Respondents | None, str] = {
    Respondents.DIFFERENT_PEOPLE: N_(
        "Other people answer each time: these are waves, not pairs. Nobody’s own change is measured."
    ),
    None: N_("Nobody has said whether the same people answer each time. Read these as waves, not as pairs."),
}
SCALED = N_(
    "People who join because they score badly tend to score better later, whatever is done. "
    "Without a comparison group, part of the change may be that."
)


@dataclass(frozen=True, slots=True)
class Reading:
    """`can` and `cannot` follow each other in one paragraph; `cautions` stand apart."""

    can: tuple[str, ...]
    cannot: tuple[str, ...]
    cautions: tuple[str, ...]

    @property
    def as_text(self) -> str:
        return " ".join((*self.can, *self.cannot))


def reading(trend: Trend) -> Reading:
    if not trend.entered:
        nothing = sentences.no_whole(trend.row, has_parts=bool(trend.values))
        return Reading((nothing,), (), ())
    row, found = trend.row, trend.found
    can = (
        sentences.change(row, found),
        sentences.way(row, found.progress),
        smallest_that_matters(trend),
        newest_signals(trend),
        lead_moved(trend),
    )
    cannot = (few_points(trend), _("This shows order in time, not cause."))
    return Reading(tuple(filter(None, can)), tuple(filter(None, cannot)), tuple(_cautions(trend)))


def few_points(trend: Trend) -> str:
    """Values beside their baseline: a trend needs more."""
    told = len(trend.entered) + (trend.record.baseline is not None)
    if told <= TWO:
        return _("Two points cannot show a trend.") if told == TWO else _("One point cannot show a trend.")
    return sentences.too_few(trend.row, trend.found)


def newest_signals(trend: Trend) -> str:
    """Since when every value has signalled change to one side, or the newest that does, or that none does."""
    found = sentences.signals(trend.row, trend.found)
    if not found:
        return _no_signal(trend)
    newest = list(found.values())[-1]
    since = None
    for point in reversed(trend.entered):
        if point.id not in found or found[point.id].side != newest.side:
            break
        since = point
    if since is None or since.id == newest.entry:
        return sentences.newest_signal(trend.row, trend.found)
    return _("Since {since} every value signals change; the newest is {signal}.").format(
        since=format_date(since.on), signal=sentences.signal(newest)
    )


def smallest_that_matters(trend: Trend) -> str:
    """Whether the change since the baseline is as large as the instrument's own smallest one."""
    changed, least = trend.found.change, trend.row.minimal_change
    if least is None or not isinstance(changed, Change) or changed.movement is Movement.SAME:
        return ""
    text = (
        _("The change of {change} reaches the smallest that matters, {least}{source}.")
        if abs(changed.difference) >= least
        else _("The change of {change} is below the smallest that matters, {least}{source}.")
    )
    source = trend.row.minimal_change_source
    return text.format(
        change=sentences.value(trend.row, abs(changed.difference)),
        least=sentences.value(trend.row, least),
        source=_(" ({source})").format(source=source.rstrip(".")) if source else "",
    )


def lead_moved(trend: Trend) -> str:
    """The newest move of the lead of delivery between two windows that both tell it."""
    moves = [
        (before.lead, after)
        for before, after in pairwise(joined(trend.bands))
        if not isinstance(before.lead, Missing) and not isinstance(after.lead, Missing)
    ]
    if not moves:
        return ""
    before, after = moves[-1]
    assert not isinstance(after.lead, Missing)
    return _("By the log, the lead of delivery moved in {month}: from “{before}” to “{after}”.").format(
        month=format_month(after.starts_on), before=label(before), after=label(after.lead)
    )


def _no_signal(trend: Trend) -> str:
    if limits_of(trend.found) is None or sentences.is_cumulative(trend.row):
        return ""
    return _("No value stands out from the ups and downs that chance brings.")


def _cautions(trend: Trend) -> Iterator[str]:
    row = trend.row
    if row.respondents in WAVES:
        yield _(WAVES[row.respondents])
    if row.respondents in WAVES and not sentences.is_cumulative(row) and _is_about_people(trend):
        yield _(SCALED)
    limits = limits_of(trend.found)
    if limits is not None and limits.trial and not sentences.is_cumulative(row):
        yield _("The limits are on trial: they rest on {points} points and are firm from {firm}.").format(
            points=limits.points, firm=DEFAULT.firm_points
        )


def _is_about_people(trend: Trend) -> bool:
    """Where people stand behind the values, by a count or by their instrument."""
    return bool(trend.row.instrument) or any(value.n is not None for value in trend.values)
