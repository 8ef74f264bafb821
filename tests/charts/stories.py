"""Stories for the tests of the hero: one initiative over eleven years, and strategies for any other."""

from datetime import date, timedelta

from hypothesis import strategies as st

from app.charts.lanes import StripPhase, span_of
from app.charts.marks import Signal
from app.charts.scales import next_month
from app.charts.series import Reference, ReferenceKind, Series, SeriesPoint
from app.charts.story import Event, Hours, Money, MoneyLine, MonthHours, SideLabel, Story, StoryWords
from app.charts.strip import StripWords
from app.vocabulary import Certainty, Lead, PhaseKind

UNTIL = date(2020, 12, 31)
UNITS = {1: "by month", 3: "by quarter", 6: "by half-year", 12: "by year"}
VALUES = (16, 20, 26, 29, 38, 38, 40, 35, 42, 48, 37)

STRIP_WORDS = StripWords(
    leads={lead: lead.value.capitalize() for lead in Lead},
    not_enough="Not enough evidence",
    no_claim="No claim",
    sentence=lambda phase: f"{phase.name}: claimed {phase.claimed}, log shows {phase.evidenced}",
    today="today",
)
STORY_WORDS = StoryWords("Who led", "claimed", "log shows", STRIP_WORDS, lambda day: f"{day:%b}")


def phase(
    kind: PhaseKind, first: date, last: date, claimed: Lead | None, evidenced: Lead | None, name: str = ""
) -> StripPhase:
    return StripPhase(name or kind.capitalize(), kind[:6], kind, first, last, claimed, evidenced)


def hours(first: date, months: int, citizens: float = 12, professionals: float = 8) -> Hours:
    return Hours(
        title="Person-hours",
        units=UNITS,
        months=tuple(
            MonthHours(next_month(first, ahead), citizens, professionals) for ahead in range(months)
        ),
        citizens=SideLabel("Citizens", "356 h in 2020"),
        professionals=SideLabel("Professionals", "164 h in 2020"),
        axis_label=lambda value: f"{value:g} h",
    )


def series(points: list[SeriesPoint], references: tuple[Reference, ...] = ()) -> Series:
    return Series("Alleys greened", "a year", tuple(points), references, lambda value: f"{value:g}")


def point(on: date, value: float | None, signal: Signal | None = None) -> SeriesPoint:
    return SeriesPoint(on, value, "" if value is None else f"{value:g}", signal)


def money(*lines: MoneyLine) -> Money:
    return Money("Cumulative money", "cash", lines, lambda value: f"{value:,.0f} $")


LIMITS = (
    Reference(ReferenceKind.UPPER_LIMIT, 47.6, "Limit 47.6"),
    Reference(ReferenceKind.MEAN, 33.5, "Mean 33.5"),
    Reference(ReferenceKind.LOWER_LIMIT, 19.4, "Limit 19.4"),
)
REFERENCES = (
    *LIMITS,
    Reference(ReferenceKind.TARGET, 45, "Target 45"),
    Reference(ReferenceKind.BASELINE, 16, "Baseline 16"),
)
PHASES = (
    phase(
        PhaseKind.COMMISSIONING, date(2010, 1, 1), date(2010, 11, 1), Lead.PROFESSIONALS, Lead.PROFESSIONALS
    ),
    phase(PhaseKind.DESIGN, date(2010, 11, 1), date(2013, 4, 1), Lead.TOGETHER, Lead.PROFESSIONALS),
    phase(PhaseKind.DELIVERY, date(2010, 4, 1), date(2016, 1, 1), Lead.TOGETHER, Lead.TOGETHER),
    phase(PhaseKind.DELIVERY, date(2016, 1, 1), UNTIL, Lead.CITIZENS, Lead.TOGETHER, "Delivery <b>again</b>"),
    phase(PhaseKind.ASSESSMENT, date(2016, 6, 1), date(2018, 12, 1), None, None),
)
EVENTS = (
    Event(date(2013, 6, 1), "Obstacle: neighbours fall out"),
    Event(date(2016, 2, 1), "Aim changed: quality, then democracy"),
    Event(date(2017, 5, 1), "Obstacle: volunteers are tired"),
    Event(date(2018, 8, 1), "Incident: plants came too late"),
    Event(UNTIL, "Published"),
)
YEARLY = [point(date(2010 + year, 7, 1), value) for year, value in enumerate(VALUES)]
COSTS = MoneyLine(
    None, "Costs 2.7 M$", tuple((date(year, 1, 1), (year - 2009) * 250_000.0) for year in range(2010, 2021))
)
GAINS = MoneyLine(Certainty.CLAIMED, "Claimed 0.7 M$", ((date(2014, 1, 1), 0.0), (UNTIL, 730_000.0)))

ALLEYS = Story(
    span=span_of(PHASES, UNTIL),
    words=STORY_WORDS,
    phases=PHASES,
    hours=hours(date(2010, 1, 1), 132),
    indicator=series(YEARLY, REFERENCES),
    money=money(COSTS, GAINS),
    events=EVENTS,
)

days = st.dates(date(1991, 1, 1), UNTIL)
amounts = st.floats(0, 1e7, allow_nan=False).map(lambda amount: round(amount, 2))
texts = st.text(st.characters(codec="latin-1", categories=("L", "Nd", "Zs", "Po")), min_size=1, max_size=70)
leads = st.sampled_from([*Lead, None])

some_phases = st.lists(
    st.builds(
        lambda name, kind, first, days, claimed, evidenced: StripPhase(
            name, name[:8], kind, first, min(UNTIL, first + timedelta(days=days)), claimed, evidenced
        ),
        texts,
        st.sampled_from(PhaseKind),
        days,
        st.integers(0, 4000),
        leads,
        leads,
    ),
    max_size=6,
).map(tuple)
some_points = st.lists(
    st.builds(
        lambda on, value, signal, masked: SeriesPoint(
            on, value, f"{value:g}" if value else "", signal, masked
        ),
        days,
        st.one_of(st.none(), st.floats(-1e5, 1e5, allow_nan=False).map(lambda value: round(value, 3))),
        st.sampled_from([*Signal, None]),
        st.booleans(),
    ),
    max_size=20,
).map(lambda points: sorted(points, key=lambda each: each.on))
some_references = st.lists(
    st.builds(Reference, st.sampled_from(ReferenceKind), st.floats(-1e5, 1e5, allow_nan=False), texts),
    max_size=5,
    unique_by=lambda reference: reference.kind,
).map(tuple)
some_lines = st.lists(
    st.builds(
        MoneyLine,
        st.sampled_from([*Certainty, None]),
        texts,
        st.lists(st.tuples(days, amounts), max_size=5).map(lambda points: tuple(sorted(points))),
    ),
    max_size=4,
)
stories = st.builds(
    lambda phases, first, months, citizens, points, references, lines, events: Story(
        span=span_of(phases, UNTIL),
        words=STORY_WORDS,
        phases=phases,
        hours=hours(first, months, citizens),
        indicator=series(points, references),
        money=money(*lines),
        events=tuple(events),
    ),
    some_phases,
    days,
    st.integers(0, 80),
    st.floats(0, 500),
    some_points,
    some_references,
    some_lines,
    st.lists(st.builds(Event, days, texts), max_size=12),
)
