"""Progress from baseline to target: the IATI example, both directions, and where it has no meaning."""

from datetime import timedelta
from decimal import Decimal

import pytest

from app.measurement.missing import Missing, MissingReason
from app.measurement.movement import Movement
from app.measurement.progress import Change, Progress, change, progress
from app.measurement.records import Observation
from app.vocabulary import Aggregation, Direction
from tests.measurement.series_builders import day, indicator, observations

LATE = day(40)


def way_made(direction: Direction, baseline: str, target: str, actual: str) -> Decimal:
    found = progress(indicator(direction, baseline=baseline, target=target), observations(actual), LATE)
    assert isinstance(found, Progress)
    assert found.entries == (1,)
    return found.value


def test_a_fall_from_400_to_300_of_a_target_of_200_is_half_of_the_way() -> None:
    assert way_made(Direction.DOWN, "400", "200", "300") == Decimal("0.5")


def test_a_rise_is_read_by_the_same_rule() -> None:
    assert way_made(Direction.UP, "10", "20", "12.5") == Decimal("0.25")


def test_progress_can_go_beyond_the_target() -> None:
    assert way_made(Direction.UP, "10", "20", "25") == Decimal("1.5")


def test_progress_can_go_backwards() -> None:
    assert way_made(Direction.DOWN, "400", "200", "450") == Decimal("-0.25")


def test_a_neutral_indicator_can_approach_its_target_from_either_side() -> None:
    assert way_made(Direction.NEUTRAL, "10", "4", "7") == way_made(Direction.NEUTRAL, "4", "10", "7")


@pytest.mark.parametrize(
    ("baseline", "target", "refusal"),
    [
        (None, "20", Missing(MissingReason.NO_BASELINE, 1, 2, (1,))),
        ("10", None, Missing(MissingReason.NO_TARGET, 0, 1, (1,))),
        ("10", "10", Missing(MissingReason.TARGET_IS_BASELINE, entries=(1,))),
        ("10", "5", Missing(MissingReason.TARGET_AGAINST_DIRECTION, entries=(1,))),
    ],
)
def test_where_progress_has_no_meaning_the_reason_is_said(
    baseline: str | None, target: str | None, refusal: Missing
) -> None:
    assert progress(indicator(baseline=baseline, target=target), observations(12), LATE) == refusal


def test_without_an_observation_there_is_no_progress() -> None:
    found = progress(indicator(baseline="1", target="2"), [], LATE)
    assert found == Missing(MissingReason.NO_OBSERVATION, 0, 1)


def test_only_values_up_to_the_day_count() -> None:
    goal = indicator(baseline="0", target="10")
    found = progress(goal, observations(2, 5), day(1) - timedelta(days=1))
    assert isinstance(found, Progress)
    assert (found.value, found.latest.on) == (Decimal("0.2"), day(0))


def test_a_value_observed_on_the_day_counts() -> None:
    found = progress(indicator(baseline="0", target="10"), observations(2, 5), day(1))
    assert isinstance(found, Progress)
    assert found.latest.id == 2


def test_a_cumulative_value_is_read_as_everything_so_far() -> None:
    goal = indicator(baseline="0", target="417", aggregation=Aggregation.CUMULATIVE)
    found = progress(goal, observations(16, 36, 62), LATE)
    assert isinstance(found, Progress)
    assert found.value == Decimal(62) / 417


def test_a_breakdown_is_never_taken_for_the_total() -> None:
    goal = indicator(baseline="0", target="10")
    parts = observations(3, category="women")
    assert isinstance(progress(goal, parts, LATE), Missing)
    assert isinstance(progress(goal, parts, LATE, category="women"), Progress)


def test_of_two_values_for_one_day_the_later_entry_stands() -> None:
    twice = [
        Observation(2, day(0), Decimal(7), None, None, None),
        Observation(1, day(0), Decimal(3), None, None, None),
    ]
    found = change(indicator(baseline="0"), twice, LATE)
    assert isinstance(found, Change)
    assert found.difference == 7


@pytest.mark.parametrize(
    ("direction", "actual", "movement"),
    [
        (Direction.UP, 12, Movement.IMPROVED),
        (Direction.UP, 8, Movement.WORSE),
        (Direction.DOWN, 8, Movement.IMPROVED),
        (Direction.DOWN, 12, Movement.WORSE),
        (Direction.UP, 10, Movement.SAME),
        (Direction.NEUTRAL, 10, Movement.SAME),
        (Direction.NEUTRAL, 12, Movement.UNDIRECTED),
    ],
)
def test_the_direction_says_what_a_change_means(
    direction: Direction, actual: int, movement: Movement
) -> None:
    found = change(indicator(direction, baseline="10"), observations(actual), LATE)
    assert isinstance(found, Change)
    assert (found.movement, found.difference) == (movement, actual - 10)


def test_without_a_baseline_there_is_no_change() -> None:
    assert change(indicator(), observations(5), LATE) == Missing(MissingReason.NO_BASELINE, 1, 2, (1,))
