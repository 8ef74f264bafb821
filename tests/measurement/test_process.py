"""A whole process and a whole outcome, from the records of one initiative."""

from datetime import date
from decimal import Decimal

from app.measurement.claims import ClaimCount
from app.measurement.missing import Missing, MissingReason
from app.measurement.outcome import outcome
from app.measurement.process import process
from app.measurement.progress import Progress
from app.measurement.reach import Reach
from app.measurement.thresholds import DEFAULT
from app.measurement.trend import Trend
from app.measurement.views import SideView
from app.vocabulary import Direction, Frequency, Lead, PhaseKind, Side, WarningRule
from tests.measurement.builders import AS_OF, claim, phase, views, worked_delivery, worked_planning
from tests.measurement.series_builders import day, indicator, observations


def test_a_process_holds_cell_claims_views_reach_and_warnings() -> None:
    phases = [phase(), phase(PhaseKind.DELIVERY, accountable=None)]
    found = process(
        phases,
        [*worked_planning(), *worked_delivery(310)],
        [claim(Lead.TOGETHER), claim(Lead.CITIZENS, kind=PhaseKind.DELIVERY)],
        [*views(Side.CITIZENS, [3] * 5), *views(Side.PROFESSIONALS, [4] * 4)],
        AS_OF,
        participants=40,
        eligible=100,
    )
    assert found.cell.number == 5
    assert isinstance(found.rolling.number, Missing)
    assert found.claims == ClaimCount(claimed=2, evidenced=1)
    assert [lead.phase_id for lead in found.phases] == [views.phase_id for views in found.views]
    assert isinstance(found.views[0].citizens, SideView)
    assert found.views[0].professionals == Missing(MissingReason.TOO_FEW_VIEWS, 4, 5)
    assert found.kinds[PhaseKind.DELIVERY].lead is Lead.TOGETHER
    assert found.reach == Reach(40, 100, Decimal("0.4"))
    assert found.dose.activities == 18
    assert [warning.rule for warning in found.warnings] == [
        WarningRule.NO_ASSESSMENT,
        WarningRule.CLAIM_WITHOUT_EVIDENCE,
        WarningRule.NOBODY_ACCOUNTABLE,
    ]
    assert (found.as_of, found.thresholds) == (AS_OF, DEFAULT)


def test_readers_outside_need_more_views_to_see_a_side() -> None:
    given = views(Side.CITIZENS, [3] * 9)
    found = process([phase()], [], [], given, AS_OF, least_views=10)
    assert found.views[0].citizens == Missing(MissingReason.TOO_FEW_VIEWS, 9, 10)


def test_an_empty_log_says_what_is_missing_everywhere() -> None:
    found = process([], [], [], [], AS_OF)
    assert isinstance(found.cell.number, Missing)
    assert isinstance(found.concentration, Missing)
    assert isinstance(found.reach, Missing)
    assert found.phases == found.views == found.warnings == ()


def test_an_outcome_holds_progress_charts_and_trend() -> None:
    goal = indicator(Direction.DOWN, baseline="8", target="4")
    values = [7 + place % 2 for place in range(12)] + [5 + place % 2 for place in range(6)]
    found = outcome(
        goal, observations(*values, 1), day(17), frequency=Frequency.MONTHLY, rebased_on=[day(12)]
    )
    assert (found.indicator_id, found.as_of, len(found.points)) == (1, day(17), 18)
    assert isinstance(found.progress, Progress)
    assert found.progress.value == Decimal("0.5")
    assert [part.mean for part in found.control_chart] == [Decimal("7.5"), Decimal("5.5")]
    assert isinstance(found.trend, Trend)
    assert found.trend.slope < 0


def test_an_indicator_without_observations_says_so_everywhere() -> None:
    found = outcome(indicator(), [], date(2020, 1, 1))
    assert found.change == found.progress == Missing(MissingReason.NO_OBSERVATION, 0, 1)
    assert found.run_chart == Missing(MissingReason.TOO_FEW_POINTS, 0, 5)
    assert found.trend == Missing(MissingReason.TOO_FEW_POINTS, 0, 5)
    assert found.control_chart == found.points == ()
