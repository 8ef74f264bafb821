"""The two sides' views: shown apart, above the threshold, never averaged."""

from datetime import date

import pytest

from app.measurement.missing import Missing, MissingReason
from app.measurement.records import View
from app.measurement.views import PhaseViews, SideView, phase_views
from app.vocabulary import PhaseKind, Side
from tests.measurement.builders import AS_OF, PHASE_IDS, views

DESIGN = PHASE_IDS[PhaseKind.DESIGN]


def both(citizens: list[int], professionals: list[int], least: int = 5) -> PhaseViews:
    given = [*views(Side.CITIZENS, citizens), *views(Side.PROFESSIONALS, professionals)]
    return phase_views(DESIGN, given, AS_OF, least)


def test_each_side_has_its_median_and_its_distribution() -> None:
    found = both([1, 2, 2, 3, 3, 5], [3, 4, 4, 5, 5])
    assert found.citizens == SideView(6, 2.5, (1, 2, 2, 0, 1))
    assert found.professionals == SideView(5, 4.0, (0, 0, 1, 2, 2))


def test_the_gap_is_the_citizens_median_less_the_professionals() -> None:
    assert both([1, 2, 2, 3, 3, 5], [3, 4, 4, 5, 5]).gap == -1.5


@pytest.mark.parametrize(("least", "n"), [(5, 4), (10, 9)])
def test_a_side_below_the_threshold_is_not_shown(least: int, n: int) -> None:
    found = both([3] * n, [3] * least, least)
    few = Missing(MissingReason.TOO_FEW_VIEWS, n, least)
    assert found.citizens == found.gap == few
    assert isinstance(found.professionals, SideView)


def test_professionals_can_be_the_few() -> None:
    found = both([3] * 5, [3] * 2)
    assert found.professionals == found.gap == Missing(MissingReason.TOO_FEW_VIEWS, 2, 5)


def test_nobody_has_no_view_even_without_a_threshold() -> None:
    found = both([], [3], least=0)
    assert found.citizens == Missing(MissingReason.TOO_FEW_VIEWS, 0, 1)
    assert found.professionals == SideView(1, 3.0, (0, 0, 1, 0, 0))


def test_views_of_other_phases_and_of_later_days_do_not_count() -> None:
    dated = [View(DESIGN, Side.CITIZENS, 4, date(2020, month, 1)) for month in range(1, 7)]
    elsewhere = [View(DESIGN + 1, Side.CITIZENS, 1) for _ in range(9)]
    found = phase_views(DESIGN, [*dated, *elsewhere], date(2020, 5, 1))
    assert found.citizens == SideView(5, 4.0, (0, 0, 0, 5, 0))


def test_outside_two_batches_are_shown_at_a_time() -> None:
    """So that a reader of two days, who sees nothing below ten, cannot tell five by subtraction."""
    given = [
        View(DESIGN, Side.CITIZENS, 4, date(2020, batch, 1), batch) for batch in (1, 2, 3) for _ in "12345"
    ]
    shown = [phase_views(DESIGN, given, date(2020, month, 1), least=10).citizens for month in (1, 2, 3)]
    assert shown == [
        Missing(MissingReason.TOO_FEW_VIEWS, 0, 10),
        SideView(10, 4.0, (0, 0, 0, 10, 0)),
        SideView(10, 4.0, (0, 0, 0, 10, 0)),
    ]


def test_inside_every_batch_is_shown() -> None:
    given = [View(DESIGN, Side.CITIZENS, 2, date(2020, 1, 1), batch) for batch in (1, 2, 3) for _ in "12345"]
    assert phase_views(DESIGN, given, AS_OF).citizens == SideView(15, 2.0, (0, 15, 0, 0, 0))
