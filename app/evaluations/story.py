"""What the large picture tells: an evaluation turned into the panels of the hero, with all their words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from app.charts.scales import TimeSpan, next_month
from app.charts.story import (
    Absent,
    Event,
    Hours,
    MonthHours,
    SideLabel,
    Story,
    StoryWords,
)
from app.evaluations.document import Evaluation, IndicatorResult
from app.evaluations.money import Money
from app.evaluations.phase_rows import strip_phases
from app.evaluations.story_indicator import indicator_panel
from app.evaluations.story_money import money_panel
from app.i18n import _
from app.i18n.formats import format_hours, format_month_short, format_number
from app.i18n.labels import label
from app.measurement.records import Activity
from app.vocabulary import Side
from app.web.strips import strip_words

ZERO = Decimal(0)
Sides = tuple[Decimal, Decimal]


def story(
    evaluation: Evaluation, hero: IndicatorResult | None, money: Money | None, events: Iterable[Event] = ()
) -> Story:
    phases = tuple(strip_phases(evaluation))
    return Story(
        span=span(evaluation, hero, money),
        words=StoryWords(
            led=_("Who led"),
            claimed=_("claimed"),
            evidenced=_("log shows"),
            strip=strip_words(),
            month_label=format_month_short,
        ),
        phases=phases or Absent(_("Who led"), _("No phase has begun yet.")),
        hours=_hours(evaluation.activities),
        indicator=indicator_panel(hero),
        money=money_panel(money, evaluation.until),
        events=tuple(events),
    )


def span(evaluation: Evaluation, hero: IndicatorResult | None, money: Money | None) -> TimeSpan:
    """The period that is looked at, or from the month in which anything began; a year when nothing did."""
    if evaluation.starts_on:
        return TimeSpan(evaluation.starts_on, max(evaluation.until, next_month(evaluation.starts_on)))
    days = [
        *(phase.starts_on for phase in evaluation.phases.values()),
        *(activity.happened_on for activity in evaluation.activities),
        *(point.on for point in (hero.entered if hero else ())),
        *(cost.spent_on for cost in (money.spent if money else ())),
    ]
    first = min(days, default=evaluation.until - timedelta(days=365))
    return TimeSpan(first.replace(day=1), max(evaluation.until, next_month(first)))


def _hours(activities: Sequence[Activity]) -> Hours | Absent:
    months = _by_month(activities)
    if not months:
        return Absent(_("Person-hours"), _("No hours are logged."))
    citizens = sum((sides[0] for sides in months.values()), ZERO)
    professionals = sum((sides[1] for sides in months.values()), ZERO)
    return Hours(
        title=_("Person-hours"),
        units={1: _("by month"), 3: _("by quarter"), 6: _("by half-year"), 12: _("by year")},
        months=tuple(
            MonthHours(month, float(sides[0]), float(sides[1])) for month, sides in sorted(months.items())
        ),
        citizens=SideLabel(label(Side.CITIZENS), _in_all(citizens)),
        professionals=SideLabel(label(Side.PROFESSIONALS), _in_all(professionals)),
        axis_label=lambda value: _("{hours} h").format(hours=format_number(round(Decimal(value), 2))),
    )


def _by_month(activities: Sequence[Activity]) -> dict[date, Sides]:
    """Recorded hours of both sides, by the first day of the month."""
    months: dict[date, Sides] = defaultdict(lambda: (ZERO, ZERO))
    for activity in activities:
        given = (activity.citizen_hours, activity.professional_hours)
        if given != (None, None):
            month = activity.happened_on.replace(day=1)
            citizens, professionals = months[month]
            months[month] = (citizens + (given[0] or ZERO), professionals + (given[1] or ZERO))
    return dict(months)


def _in_all(hours: Decimal) -> str:
    return _("{hours} h in all").format(hours=format_hours(hours))
