"""Matched pairs and effect sizes, with scipy as a second opinion."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from app.measurement.missing import Missing, MissingReason
from app.measurement.pairs import (
    EffectSize,
    Group,
    Pair,
    PairedChange,
    group_effect_size,
    hedges_correction,
    paired_change,
    paired_effect_size,
)
from app.vocabulary import Direction

SCORES = st.decimals(min_value=3, max_value=9, places=1)


def pairs(number: int, before: str = "6", after: str = "5") -> list[Pair]:
    return [Pair(Decimal(before) + place % 3, Decimal(after) + place % 2) for place in range(number)]


@pytest.mark.parametrize(("degrees", "factor"), [(5, 0.8407), (10, 0.9227), (18, 0.9576), (58, 0.987)])
def test_the_known_exact_corrections(degrees: int, factor: float) -> None:
    assert round(hedges_correction(degrees), 4) == factor


@pytest.mark.parametrize(("degrees", "factor"), [(5, 0.8421), (10, 0.9231), (18, 0.9577), (58, 0.987)])
def test_the_usual_approximation_is_near_the_exact_correction(degrees: int, factor: float) -> None:
    assert round(1 - 3 / (4 * degrees - 1), 4) == factor
    assert hedges_correction(degrees) == pytest.approx(factor, abs=0.0015)


def test_nine_pairs_are_too_few_for_a_change() -> None:
    assert paired_change(pairs(9), 12, Direction.DOWN) == Missing(MissingReason.TOO_FEW_PAIRS, 9, 10)


def test_a_change_counts_who_improved_and_who_was_lost() -> None:
    scores = [Pair(Decimal(6), Decimal(after)) for after in (4, 4, 5, 5, 5, 5, 6, 6, 6, 8)]
    found = paired_change(scores, 14, Direction.DOWN)
    assert isinstance(found, PairedChange)
    assert (found.improved, found.same, found.worse, found.undirected) == (6, 3, 1, 0)
    assert (found.pairs, found.began, found.lost) == (10, 14, 4)
    assert (found.mean, found.median) == (-0.6, -1)


def test_where_no_side_is_better_nobody_improved() -> None:
    found = paired_change(pairs(12), 12, Direction.NEUTRAL)
    assert isinstance(found, PairedChange)
    assert (found.improved, found.worse) == (0, 0)
    assert found.undirected + found.same == 12


@pytest.mark.parametrize(("number", "is_headline"), [(29, False), (30, True)])
def test_an_interval_is_a_headline_from_thirty_pairs(number: int, is_headline: bool) -> None:
    found = paired_change(pairs(number), number, Direction.UP)
    assert isinstance(found, PairedChange)
    assert found.is_headline is is_headline


@given(st.lists(st.tuples(SCORES, SCORES), min_size=10, max_size=40))
def test_the_interval_agrees_with_scipy(scores: list[tuple[Decimal, Decimal]]) -> None:
    found = paired_change([Pair(*score) for score in scores], len(scores), Direction.UP)
    assert isinstance(found, PairedChange)
    differences = [float(after - before) for before, after in scores]
    if len(set(differences)) > 1:
        answer = stats.ttest_1samp(differences, 0).confidence_interval()
        assert (found.interval.low, found.interval.high) == pytest.approx((answer.low, answer.high), abs=1e-9)
    assert found.interval.low <= found.mean <= found.interval.high


def test_nineteen_pairs_are_too_few_for_an_effect_size() -> None:
    assert paired_effect_size(pairs(19)) == Missing(MissingReason.TOO_FEW_PAIRS, 19, 20)


def test_a_paired_effect_is_measured_in_the_first_standard_deviation() -> None:
    scores = [Pair(Decimal(4 + 2 * (place % 2)), Decimal(7)) for place in range(20)]
    found = paired_effect_size(scores)
    assert isinstance(found, EffectSize)
    assert found.sd == pytest.approx((20 / 19) ** 0.5)
    assert found.degrees == 19
    assert found.g == pytest.approx(hedges_correction(19) * 2 / found.sd)


def test_equal_first_values_have_no_effect_size() -> None:
    scores = [Pair(Decimal(5), Decimal(place)) for place in range(20)]
    assert paired_effect_size(scores) == Missing(MissingReason.NO_VARIATION, 19, 19)


def test_the_friendship_programme_has_a_small_effect_between_its_groups() -> None:
    # De Jong Gierveld 6.63 (SD 3.59, n = 60) against 7.49 (3.52, 55), domain rules 7.2.
    found = group_effect_size(Group(6.63, 3.59, 60), Group(7.49, 3.52, 55))
    assert isinstance(found, EffectSize)
    pooled = ((59 * 3.59**2 + 54 * 3.52**2) / 113) ** 0.5
    assert found.degrees == 113
    assert found.sd == pytest.approx(pooled)
    assert found.g == pytest.approx(hedges_correction(113) * 0.86 / pooled)


def test_twenty_people_in_each_group_are_enough() -> None:
    assert isinstance(group_effect_size(Group(5, 1, 20), Group(6, 1, 20)), EffectSize)


@pytest.mark.parametrize(("before", "after"), [(19, 40), (40, 19)])
def test_either_group_can_be_too_small(before: int, after: int) -> None:
    found = group_effect_size(Group(5, 1, before), Group(6, 1, after))
    assert found == Missing(MissingReason.TOO_FEW_PEOPLE, 19, 20)
