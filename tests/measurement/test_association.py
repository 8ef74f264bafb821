"""Spearman's rho above its gate, with scipy as a second opinion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from app.measurement.association import Association, mid_ranks, spearman
from app.measurement.missing import Missing, MissingReason

VALUES = st.integers(0, 12).map(float)


def test_nine_initiatives_are_too_few() -> None:
    answer = spearman([float(place) for place in range(9)], [0.0] * 9)
    assert answer == Missing(MissingReason.TOO_FEW_INITIATIVES, 9, 10)


@pytest.mark.parametrize("constant_first", [True, False])
def test_a_constant_has_no_association(constant_first: bool) -> None:
    moving, still = [float(place) for place in range(10)], [1.0] * 10
    answer = spearman(still, moving) if constant_first else spearman(moving, still)
    assert answer == Missing(MissingReason.NO_VARIATION, 10, 10)


@given(st.lists(st.tuples(VALUES, VALUES), min_size=10, max_size=30))
def test_rho_agrees_with_scipy(pairs: list[tuple[float, float]]) -> None:
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    found = spearman(first, second)
    if isinstance(found, Missing):
        assert len(set(first)) == 1 or len(set(second)) == 1
    else:
        assert found.rho == pytest.approx(stats.spearmanr(first, second).statistic)
        assert mid_ranks(first) == list(stats.rankdata(first))


def test_the_interval_is_bonett_and_wrights() -> None:
    # atanh(0.91608) = 1.5643 with error sqrt(1.41961 / 9) = 0.39716: from tanh(0.7859) to tanh(2.3427).
    first = [float(place) for place in range(1, 13)]
    second = [3.0, 1.0, 2.0, 6.0, 4.0, 5.0, 9.0, 7.0, 8.0, 12.0, 10.0, 11.0]
    found = spearman(first, second)
    assert isinstance(found, Association)
    assert found.rho == pytest.approx(1 - 6 * 24 / (12 * 143))
    assert not isinstance(found.interval, Missing)
    assert (found.interval.low, found.interval.high) == pytest.approx((0.6560, 0.9817), abs=0.0001)


def test_a_perfect_order_has_no_interval() -> None:
    first = [float(place) for place in range(10)]
    for second, rho in ((first, 1.0), (first[::-1], -1.0)):
        found = spearman(first, second)
        assert isinstance(found, Association)
        assert found.rho == pytest.approx(rho)
        assert found.interval == Missing(MissingReason.NO_INTERVAL, 10, 10)
