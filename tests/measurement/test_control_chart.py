"""XmR charts: the published known answers, the four signals, gaps, rebasing and assurance."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from app.measurement.control_chart import (
    Assurance,
    ControlPart,
    Limits,
    SignalKind,
    assurance,
    clipped,
    control_chart,
    limits,
)
from app.measurement.missing import Missing, MissingReason
from app.measurement.movement import Movement
from app.vocabulary import Direction, Frequency
from tests.measurement.series_builders import day, indicator, measured

# The "deviations" series of the NHSRplotthedots vignette, with the limits that it prints.
PUBLISHED = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
# Fourteen points about 10 with a moving range of 2 each: limits 4.68 and 15.32, near-limits 6.45 and 13.55.
CALM = [9, 11] * 7


def found(values: Sequence[object], *, screen: bool = True) -> Limits:
    answer = limits([measured(values)], screen=screen)
    assert isinstance(answer, Limits)
    return answer


def one_part(values: Sequence[object], direction: Direction = Direction.UP, **settings: Any) -> ControlPart:
    (part,) = control_chart(measured(values), indicator(direction), **settings)
    return part


def flagged(part: ControlPart) -> list[tuple[int, SignalKind, int]]:
    return [(signal.entry, signal.kind, signal.side) for signal in part.signals]


class TestLimits:
    def test_the_published_series_with_screening(self) -> None:
        answer = limits([measured(PUBLISHED)])
        assert isinstance(answer, Limits)
        assert [round(line, 2) for line in (answer.lower, answer.mean, answer.upper)] == [
            Decimal("-0.72"),
            Decimal("1.94"),
            Decimal("4.60"),
        ]
        assert answer.screened == 2
        assert one_part(PUBLISHED).limits == answer

    def test_the_published_series_without_screening(self) -> None:
        answer = found(PUBLISHED, screen=False)
        assert [round(line, 2) for line in (answer.lower, answer.mean, answer.upper)] == [
            Decimal("-3.06"),
            Decimal("1.94"),
            Decimal("6.95"),
        ]
        assert answer.screened == 0

    def test_near_limits_lie_at_two_thirds(self) -> None:
        answer = found(CALM)
        assert (answer.lower, answer.upper, answer.moving_range) == (
            Decimal("4.68"),
            Decimal("15.32"),
            Decimal(2),
        )
        assert round(answer.near_lower, 4) == Decimal("6.4533")
        assert round(answer.near_upper, 4) == Decimal("13.5467")

    def test_a_range_at_the_screening_bound_is_dropped(self) -> None:
        # Ten ranges of 7.733 and one of 32.67 have a mean of 10, and 3.267 times 10 is 32.67.
        values = [0, Decimal("7.733")] * 5 + [0, Decimal("32.67")]
        assert found(values).screened == 1

    @pytest.mark.parametrize(("points", "trial"), [(6, True), (11, True), (12, False)])
    def test_limits_are_on_trial_below_twelve_points(self, points: int, trial: bool) -> None:
        answer = found(CALM[:points])
        assert (answer.trial, answer.points) == (trial, points)

    def test_five_points_have_no_limits(self) -> None:
        assert limits([measured(CALM[:5])]) == Missing(MissingReason.TOO_FEW_POINTS, 5, 6)

    def test_equal_values_have_a_mean_and_no_limits(self) -> None:
        part = one_part([4] * 12)
        assert part.mean == 4
        assert part.limits == Missing(MissingReason.NO_VARIATION, 12, 6)
        assert part.signals == ()

    def test_no_moving_range_is_taken_across_a_gap(self) -> None:
        points = measured([9, 11, 9, 11, 9, 11, 29, 31, 29, 31, 29, 31], [*range(6), *range(7, 13)])
        (part,) = control_chart(points, indicator(), frequency=Frequency.MONTHLY, screen=False)
        assert isinstance(part.limits, Limits)
        assert part.limits.moving_range == 2
        assert part.limits.mean == 20
        assert [len(stretch) for stretch in part.stretches] == [6, 6]

    def test_points_with_gaps_everywhere_have_no_limits(self) -> None:
        points = measured(CALM[:6], range(0, 12, 2))
        (part,) = control_chart(points, indicator(), frequency=Frequency.MONTHLY)
        assert part.limits == Missing(MissingReason.NO_VARIATION, 6, 6)

    def test_limits_may_rest_on_the_first_points_alone(self) -> None:
        part = one_part([*CALM, 40, 42], fixed_points=14)
        assert isinstance(part.limits, Limits)
        assert (part.limits.mean, part.limits.points, part.mean) == (10, 14, 10)
        assert len(part.entries) == 16

    def test_limits_are_clipped_to_the_scale_for_drawing(self) -> None:
        answer = found(PUBLISHED)
        assert clipped(answer, indicator(minimum="0", maximum="3")) == (0, 3)
        assert clipped(answer, indicator()) == (answer.lower, answer.upper)


class TestSignals:
    def test_a_point_beyond_a_limit_is_flagged(self) -> None:
        part = one_part([*CALM, 40, *CALM], fixed_points=14)
        assert flagged(part) == [(15, SignalKind.OUTSIDE_LIMITS, 1)]
        assert part.signals[0].on == day(14)

    def test_a_calm_series_has_no_signal(self) -> None:
        assert one_part(CALM).signals == ()

    def test_seven_points_on_one_side_are_a_shift_and_all_are_flagged(self) -> None:
        low, high = [9, 7, 9, 7, 9, 7, 9], [11, 13, 11, 13, 11, 13, 11]
        part = one_part([*low, *high])
        assert flagged(part) == [(i, SignalKind.SHIFT, -1) for i in range(1, 8)] + [
            (i, SignalKind.SHIFT, 1) for i in range(8, 15)
        ]

    def test_six_points_on_one_side_are_no_shift(self) -> None:
        assert one_part([9, 7, 9, 7, 9, 7, 11, 13, 11, 13, 11, 13]).signals == ()

    def test_a_point_on_the_mean_breaks_a_shift(self) -> None:
        low, high = [9, 7, 9, 7], [11, 13, 11, 13]
        part = one_part([*low, 10, *low, *high, 10, *high])
        assert part.signals == ()

    def test_seven_rising_points_are_a_trend(self) -> None:
        values = [10, 4, 5, 6, 7, 8, 9, 12, 10, 4, 10, 4]
        assert flagged(one_part(values, screen=False)) == [(i, SignalKind.TREND, 1) for i in range(2, 9)]

    def test_six_rising_points_are_no_trend(self) -> None:
        assert one_part([12, 10, 5, 6, 7, 8, 9, 12, 7, 10, 7, 12], screen=False).signals == ()

    def test_equal_neighbours_break_a_trend(self) -> None:
        assert one_part([10, 4, 5, 6, 7, 7, 8, 9, 4, 10, 4, 10], screen=False).signals == ()

    def test_falling_is_a_trend_downwards(self) -> None:
        values = [4, 12, 9, 8, 7, 6, 5, 4, 10, 4, 10, 4]
        assert flagged(one_part(values, screen=False)) == [(i, SignalKind.TREND, -1) for i in range(2, 9)]

    def test_two_of_three_near_a_limit_are_flagged_without_the_third(self) -> None:
        part = one_part([*CALM, 14, 11, 14, 9, 11, 9], fixed_points=14)
        assert flagged(part) == [(15, SignalKind.TWO_OF_THREE, 1), (17, SignalKind.TWO_OF_THREE, 1)]

    def test_the_third_must_lie_on_the_same_side(self) -> None:
        assert one_part([*CALM, 14, 9, 14, 9], fixed_points=14).signals == ()

    def test_a_point_beyond_the_limit_is_not_close_to_it(self) -> None:
        part = one_part([*CALM, 14, 16, 11, 9], fixed_points=14)
        assert flagged(part) == [(16, SignalKind.OUTSIDE_LIMITS, 1)]

    def test_a_point_beyond_the_limit_can_be_the_third(self) -> None:
        part = one_part([*CALM, 6, 4, 6, 11], fixed_points=14)
        assert flagged(part) == [
            (15, SignalKind.TWO_OF_THREE, -1),
            (16, SignalKind.OUTSIDE_LIMITS, -1),
            (17, SignalKind.TWO_OF_THREE, -1),
        ]

    @pytest.mark.parametrize("limit", ["4.68", "15.32"])
    def test_a_limit_itself_is_not_beyond_it(self, limit: str) -> None:
        assert one_part([*CALM, Decimal(limit), 10], fixed_points=14).signals == ()

    @pytest.mark.parametrize("near", ["4.68", "15.32"])
    def test_a_near_limit_itself_is_not_beyond_it(self, near: str) -> None:
        # Moving ranges of 3 about 10: limits 2.02 and 17.98, near-limits 4.68 and 15.32.
        wide = [Decimal("8.5"), Decimal("11.5")] * 7
        assert one_part([*wide, *[Decimal(near)] * 3], fixed_points=14).signals == ()

    def test_beyond_a_limit_comes_before_a_trend(self) -> None:
        part = one_part([*CALM, 9, 10, 11, 12, 13, 14, 40], fixed_points=14)
        kinds = {signal.entry: signal.kind for signal in part.signals}
        assert kinds[21] is SignalKind.OUTSIDE_LIMITS
        assert kinds[20] is SignalKind.TREND

    def test_two_of_three_come_before_a_shift(self) -> None:
        part = one_part([*CALM, 11, 12, 11, 12, 11, 14, 14], fixed_points=14)
        kinds = {signal.entry: signal.kind for signal in part.signals}
        assert kinds[20] is kinds[21] is SignalKind.TWO_OF_THREE
        assert kinds[19] is SignalKind.SHIFT

    def test_a_gap_ends_every_run(self) -> None:
        values = [*CALM, 9, 7, 9, 7, 9, 7, 9]
        whole = control_chart(measured(values), indicator(), frequency=Frequency.MONTHLY, fixed_points=14)
        months = [*range(18), *range(19, 22)]
        broken = control_chart(
            measured(values, months), indicator(), frequency=Frequency.MONTHLY, fixed_points=14
        )
        assert [signal.kind for signal in whole[0].signals] == [SignalKind.SHIFT] * 7
        assert broken[0].signals == ()

    @pytest.mark.parametrize(
        ("direction", "movement"),
        [
            (Direction.UP, Movement.IMPROVED),
            (Direction.DOWN, Movement.WORSE),
            (Direction.NEUTRAL, Movement.UNDIRECTED),
        ],
    )
    def test_the_direction_says_what_a_high_point_means(
        self, direction: Direction, movement: Movement
    ) -> None:
        part = one_part([*CALM, 40, *CALM], direction, fixed_points=14)
        assert [signal.movement for signal in part.signals] == [movement]


class TestRebasing:
    def test_a_chosen_day_splits_the_series_and_belongs_to_the_later_part(self) -> None:
        points = measured([*CALM, *(value + 10 for value in CALM)])
        before, after = control_chart(points, indicator(), rebased_on=[day(14)])
        assert (before.mean, after.mean) == (10, 20)
        assert before.signals == after.signals == ()
        assert after.entries == tuple(range(15, 29))

    def test_a_part_too_short_for_limits_says_so(self) -> None:
        _, after = control_chart(measured(CALM), indicator(), rebased_on=[day(10)])
        assert after.limits == after.assurance == Missing(MissingReason.TOO_FEW_POINTS, 4, 6)

    def test_a_day_before_the_first_point_splits_nothing(self) -> None:
        assert len(control_chart(measured(CALM), indicator(), rebased_on=[day(0), day(-3)])) == 1

    def test_no_points_have_no_part(self) -> None:
        assert control_chart((), indicator()) == ()


class TestAssurance:
    @pytest.mark.parametrize(
        ("direction", "target", "answer"),
        [
            (Direction.UP, "15.33", Assurance.CONSISTENTLY_MISSED),
            (Direction.DOWN, "15.33", Assurance.CONSISTENTLY_MET),
            (Direction.UP, "4.67", Assurance.CONSISTENTLY_MET),
            (Direction.DOWN, "4.67", Assurance.CONSISTENTLY_MISSED),
            (Direction.UP, "15.32", Assurance.HIT_OR_MISS),
        ],
    )
    def test_a_target_beyond_the_limits_is_met_or_missed_for_sure(
        self, direction: Direction, target: str, answer: Assurance
    ) -> None:
        assert assurance(found(CALM), indicator(direction, target=target)) is answer

    def test_without_a_target_nothing_is_assured(self) -> None:
        assert assurance(found(CALM), indicator()) == Missing(MissingReason.NO_TARGET, 0, 1)

    def test_without_a_better_side_nothing_is_assured(self) -> None:
        answer = assurance(found(CALM), indicator(Direction.NEUTRAL, target="20"))
        assert answer == Missing(MissingReason.NO_DIRECTION)
