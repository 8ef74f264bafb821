"""What must hold for every log, series and cost, looked for by hypothesis."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.measurement.cell import Cell, cell
from app.measurement.claims import phase_leads
from app.measurement.control_chart import Limits, control_chart, limits
from app.measurement.cost import cost_totals
from app.measurement.movement import SIGNS
from app.measurement.process import process
from app.measurement.progress import Progress, progress
from app.measurement.records import Activity, Cost, Indicator, Point
from app.measurement.thresholds import DEFAULT
from app.vocabulary import (
    PLANNING_KINDS,
    CitizenRole,
    CostNature,
    CostStage,
    Currency,
    Decision,
    Direction,
    Lead,
    Level,
    PhaseKind,
    Side,
)
from tests.measurement.builders import AS_OF, BEGIN, PHASE_IDS, phase
from tests.measurement.series_builders import day, indicator, measured, observations

ORDER = [Lead.PROFESSIONALS, Lead.TOGETHER, Lead.CITIZENS]
HOURS = st.decimals(min_value=0, max_value=200, places=2)
MAYBE_HOURS = st.none() | HOURS
PHASES = [phase(kind) for kind in PhaseKind]


@st.composite
def activities(
    draw: st.DrawFn, hours: st.SearchStrategy[Decimal | None] = MAYBE_HOURS, most: int = 10
) -> list[Activity]:
    kinds = draw(st.lists(st.sampled_from(PhaseKind), max_size=most))
    return [
        Activity(
            id=number,
            phase_id=PHASE_IDS[kind],
            phase_kind=kind,
            happened_on=BEGIN + timedelta(days=draw(st.integers(0, 700))),
            citizen_role=draw(st.sampled_from(CitizenRole)),
            decision=draw(st.sampled_from(Decision)),
            level=Level.GROUP,
            citizens=draw(st.none() | st.integers(0, 40)),
            professionals=draw(st.none() | st.integers(0, 9)),
            citizen_hours=draw(hours),
            professional_hours=draw(hours),
            other_hours=draw(hours),
            entered_on=AS_OF,
            entered_by_side=draw(st.none() | st.sampled_from(Side)),
        )
        for number, kind in enumerate(kinds)
    ]


def one_more(kind: PhaseKind, side: Side, hours: Decimal) -> Activity:
    """Work of one side alone, decided by that side."""
    citizens = side is Side.CITIZENS
    return Activity(
        id=999,
        phase_id=PHASE_IDS[kind],
        phase_kind=kind,
        happened_on=BEGIN,
        citizen_role=CitizenRole.LED_ALONE if citizens else CitizenRole.NONE,
        decision=Decision.CITIZENS if citizens else Decision.PROFESSIONALS,
        level=Level.GROUP,
        citizens=None,
        professionals=None,
        citizen_hours=hours if citizens else Decimal(0),
        professional_hours=Decimal(0) if citizens else hours,
        other_hours=None,
        entered_on=BEGIN,
        entered_by_side=side,
    )


def places(found: Cell) -> list[int | None]:
    """How far planning and delivery lie towards the citizens; None where the log cannot tell."""
    leads = (found.planning.lead, found.delivery.lead)
    return [ORDER.index(lead) if isinstance(lead, Lead) else None for lead in leads]


@settings(max_examples=50)
@given(activities(), st.randoms(use_true_random=False))
def test_the_order_of_entries_never_matters(log: list[Activity], random: Random) -> None:
    shuffled = list(log)
    random.shuffle(shuffled)
    assert process(PHASES, shuffled, [], [], AS_OF) == process(PHASES, log, [], [], AS_OF)


@settings(max_examples=120)
@given(
    activities(hours=HOURS, most=16),
    st.sampled_from([PhaseKind.DESIGN, PhaseKind.DELIVERY]),
    st.sampled_from(Side),
    HOURS,
)
def test_an_entry_of_one_side_never_moves_the_cell_away_from_it(
    log: list[Activity], kind: PhaseKind, side: Side, hours: Decimal
) -> None:
    grown = [*log, one_more(kind, side, hours)]
    axis = PLANNING_KINDS if kind is PhaseKind.DESIGN else (PhaseKind.DELIVERY,)
    # The fifth entry switches the cap on, which can move the share by itself: a stated weakness of the rule.
    assume(sum(a.phase_kind in axis for a in grown) != DEFAULT.cap_from_activities)
    before, after = cell(log, AS_OF), cell(grown, AS_OF)
    for old, new in zip(places(before), places(after), strict=True):
        if old is not None and new is not None:
            assert new >= old if side is Side.CITIZENS else new <= old


@settings(max_examples=50)
@given(activities())
def test_every_number_of_a_cell_can_be_opened_to_its_entries(log: list[Activity]) -> None:
    found = cell(log, AS_OF)
    relevant = [a.id for a in log if a.phase_kind is not PhaseKind.ASSESSMENT]
    assert sorted(found.entries) == relevant
    for lead in phase_leads(PHASES, log, [], AS_OF):
        assert list(lead.entries) == [a.id for a in log if a.phase_id == lead.phase_id]


@settings(max_examples=50)
@given(activities())
def test_a_log_read_again_for_a_past_day_ignores_what_came_later(log: list[Activity]) -> None:
    past = BEGIN + timedelta(days=300)
    known = [a for a in log if a.happened_on <= past]
    assert process(PHASES, log, [], [], past) == process(PHASES, known, [], [], past)


@settings(max_examples=50)
@given(activities())
def test_a_borderline_cell_has_alternatives_and_a_stable_one_has_none(log: list[Activity]) -> None:
    found = cell(log, AS_OF)
    assert found.number not in found.alternatives
    assert (found.stability == "borderline") == bool(found.alternatives)


VALUES = st.lists(st.decimals(-500, 500, places=1), min_size=6, max_size=40)


@given(VALUES)
def test_limits_contain_the_mean_and_the_near_limits(values: list[Decimal]) -> None:
    found = limits([measured(values)])
    if isinstance(found, Limits):
        assert found.lower < found.near_lower < found.mean < found.near_upper < found.upper


@given(VALUES, st.sampled_from([Direction.UP, Direction.DOWN]))
def test_a_series_upside_down_has_the_same_signals_the_other_way(
    values: list[Decimal], direction: Direction
) -> None:
    def mirrored(series: list[Decimal]) -> list[tuple[int, str, int]]:
        (part,) = control_chart(measured(series), indicator(direction))
        return [(signal.entry, signal.kind, signal.side) for signal in part.signals]

    upside_down = [(entry, kind, -side) for entry, kind, side in mirrored([-value for value in values])]
    assert mirrored(values) == upside_down


def in_unit(goal: Indicator, factor: Decimal, shift: Decimal) -> Indicator:
    def moved(point: Point | None) -> Point | None:
        return None if point is None else replace(point, value=point.value * factor + shift)

    return replace(goal, baseline=moved(goal.baseline), target=moved(goal.target))


@given(
    st.integers(-500, 500),
    st.integers(-500, 500),
    st.integers(-500, 500),
    st.integers(1, 1000).map(lambda thousandths: Decimal(thousandths) / 1000),
    st.integers(-300, 300).map(Decimal),
)
def test_progress_is_the_same_in_every_unit(
    baseline: int, target: int, actual: int, factor: Decimal, shift: Decimal
) -> None:
    goal = indicator(Direction.NEUTRAL, baseline=str(baseline), target=str(target))
    plain = progress(goal, observations(actual), day(9))
    converted = progress(in_unit(goal, factor, shift), observations(actual * factor + shift), day(9))
    if isinstance(plain, Progress):
        assert isinstance(converted, Progress)
        assert round(converted.value, 12) == round(plain.value, 12)
    else:
        assert converted == plain


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(-50, 50), st.sampled_from(Direction))
def test_positive_progress_is_always_on_the_better_side_of_the_baseline(
    baseline: int, target: int, actual: int, direction: Direction
) -> None:
    goal = indicator(direction, baseline=str(baseline), target=str(target))
    found = progress(goal, observations(actual), day(9))
    if isinstance(found, Progress) and found.value > 0 and direction is not Direction.NEUTRAL:
        assert (actual - baseline) * SIGNS[direction] > 0


AMOUNTS = st.decimals(min_value=0, max_value=10**6, places=2)


@st.composite
def costs(draw: st.DrawFn) -> list[Cost]:
    amounts = draw(st.lists(AMOUNTS, min_size=1, max_size=8))
    return [
        Cost(
            id=number,
            spent_on=date(2020, 1, 1),
            amount=amount,
            currency=draw(st.sampled_from(Currency)),
            stage=draw(st.sampled_from(CostStage)),
            nature=draw(st.sampled_from(CostNature)),
            payer=draw(st.sampled_from([None, "City", "Lottery"])),
            phase_id=draw(st.none() | st.integers(1, 3)),
            is_estimate=draw(st.booleans()),
        )
        for number, amount in enumerate(amounts)
    ]


@given(costs(), st.integers(0, 100))
def test_splitting_a_cost_in_two_changes_no_total(spent: list[Cost], hundredths: int) -> None:
    whole = spent[0]
    part = (whole.amount * hundredths / 100).quantize(Decimal("0.01"))
    halves = [replace(whole, amount=part), replace(whole, id=99, amount=whole.amount - part)]
    before, after = cost_totals(spent, AS_OF), cost_totals([*halves, *spent[1:]], AS_OF)
    assert {c: replace(t, entries=()) for c, t in before.items()} == {
        c: replace(t, entries=()) for c, t in after.items()
    }


@given(costs())
def test_every_breakdown_adds_up_to_its_total(spent: list[Cost]) -> None:
    for totals in cost_totals(spent, AS_OF).values():
        for parts in (totals.by_stage, totals.by_payer, totals.by_phase):
            assert sum(part.cash for part in parts.values()) == totals.total.cash
            assert sum(part.full for part in parts.values()) == totals.total.full
            assert sum(part.volunteer_time for part in parts.values()) == totals.total.volunteer_time
