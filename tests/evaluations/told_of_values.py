"""Results about the values of an indicator, each beside its sentence."""

from decimal import Decimal
from functools import partial

from app.evaluations.sentences import changes, series
from app.indicators import sentences
from app.indicators.models import Indicator
from app.measurement.control_chart import control_chart
from app.measurement.outcome import outcome
from app.measurement.pairs import Group, Pair, group_effect_size, paired_change, paired_effect_size
from app.measurement.run_chart import run_chart
from app.measurement.segmented import before_after, segmented
from app.measurement.trend import trend
from app.vocabulary import (
    Aggregation,
    Direction,
    EffectService,
    Frequency,
    IndicatorLevel,
)
from tests.evaluations.told import Told, known, told
from tests.measurement.series_builders import day, indicator, measured, observations

ROW = Indicator(
    initiative_id=1,
    name="Loneliness",
    level=IndicatorLevel.OUTCOME,
    direction=Direction.UP,
    decimals=0,
    frequency=Frequency.MONTHLY,
    aggregation=Aggregation.PER_PERIOD,
    effect_service=EffectService.OWN,
)
WAVES = [10, 12, 9, 11, 13, 10, 12, 8, 11, 9, 12, 10]
RISEN = measured([*WAVES, *(value + 5 + value % 3 for value in WAVES)])
QUIET, SHIFTED = measured(WAVES), measured([1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8])
TARGETED = indicator(baseline="8", target="40")
AT_TARGET = indicator(baseline="8", target="11")
REACHING = outcome(TARGETED, observations(9, 10, 16), day(12))
PEOPLE = [Pair(Decimal(6 + place % 3), Decimal(7 + place % 2)) for place in range(32)]


SERIES: tuple[Told, ...] = (
    told(
        run_chart(QUIET),
        series.run_chart,
        "Median 10.5 over 12 points. As chance would have it: of 12 points off the median the longest"
        " run is 2 (at most 7 expected), crossings 10 (at least 3). A slow change can go unseen.",
    ),
    told(
        run_chart(QUIET[:5]),
        series.run_chart,
        "Median 11 over 5 points. Too few points to read runs: 5 of 10 needed.",
    ),
    told(run_chart(QUIET[:4]), series.run_chart, "Too few points: 4 of 5 needed."),
    told(
        known(known(run_chart(SHIFTED)).rules),
        series.run_rules,
        "Unusual for chance: of 12 points off the median the longest run is 6 (at most 7 expected), "
        "crossings 1 (at least 3).",
    ),
    told(
        control_chart(QUIET, AT_TARGET)[0],
        partial(series.control_part, ROW),
        "Limits from 12 points: mean 10.6, limits 3.8 and 17.4. No point stands out. As things stand,"
        " values meet the target at times and miss it at times.",
    ),
    told(
        control_chart(RISEN, TARGETED)[0],
        partial(series.control_part, ROW),
        "Limits from 24 points: mean 13.5, limits 6.6 and 20.4. 24 of 24 points stand out. As things "
        "stand, values keep missing the target.",
    ),
    told(
        control_chart(QUIET, indicator())[0],
        partial(series.control_part, ROW),
        "Limits from 12 points: mean 10.6, limits 3.8 and 17.4. No point stands out. No target is set.",
    ),
    told(
        control_chart(QUIET[:3], indicator())[0],
        partial(series.control_part, ROW),
        "Too few points for limits: 3 of 6 needed.",
    ),
    told(
        known(control_chart(QUIET, indicator())[0].limits),
        lambda _found: sentences.limits_note(ROW, control_chart(QUIET, indicator())),
        "Limits from 12 points: mean 10.6, limits 3.8 and 17.4.",
    ),
    told(
        control_chart(RISEN, TARGETED)[0].signals[0],
        series.signal,
        "On 31 January 2019: in a run of seven or more below the mean.",
    ),
    told(
        trend(RISEN),
        series.trend,
        "Over 24 points from 31 January 2019 to 31 December 2020: +4.23 a year, between +2.39 and "
        "+5.99 (p < 0.001).",
    ),
    told(
        trend(QUIET),
        series.trend,
        "Over 12 points from 31 January 2019 to 31 December 2019: 0 a year, between -5.12 and +4.01 "
        "(p = 0.833). It may as well be level.",
    ),
    told(trend(QUIET[:4]), series.trend, "Too few points to show a trend: 4 of 5 needed."),
)
CHANGES: tuple[Told, ...] = (
    told(
        known(REACHING.change),
        lambda _found: sentences.change(ROW, REACHING),
        "From 8 on 31 January 2019 to 16 on 31 March 2019: the way that is better.",
    ),
    told(
        known(REACHING.progress), partial(sentences.way, ROW), "That is 25% of the way to the target of 40."
    ),
    told(
        before_after(RISEN, day(12), Direction.UP),
        changes.before_after,
        "Median 10.5 over 12 points before 31 January 2020, 16.5 over 12 points since. That is the "
        "way that is better. This shows order in time, not cause.",
    ),
    told(
        before_after(RISEN, day(3), Direction.UP),
        changes.before_after,
        "Too few points before the change: 3 of 5 needed.",
    ),
    told(
        segmented(RISEN, day(12)),
        changes.segmented,
        "Change on 31 January 2020, with 12 points before it and 12 since. Step in level: +6.34, "
        "between +3.6 and +9.08 (p < 0.001). Change of slope a period: +0.00699, between -0.388 and "
        "+0.402 (p = 0.971). It may as well be none. This shows order in time, not cause.",
    ),
    told(
        segmented(RISEN[:20], day(10)),
        changes.segmented,
        "Change on 30 November 2019, with 10 points before it and 10 since. Step in level: +3.25, "
        "between -0.659 and +7.17 (no p-value). It may as well be none. Change of slope a period: "
        "+0.648, between -0.0277 and +1.32 (no p-value). It may as well be none. This shows order in "
        "time, not cause.",
    ),
    told(segmented(RISEN, day(20)), changes.segmented, "Too few points after the change: 4 of 8 needed."),
    told(
        known(segmented(RISEN, day(12))).level,
        changes.step,
        "Step in level: +6.34, between +3.6 and +9.08 (p < 0.001).",
    ),
    told(
        paired_change(PEOPLE, 40, Direction.UP),
        changes.paired_change,
        "Mean change +0.531 over 32 matched pairs, between +0.189 and +0.874; median +1. Better: 17; "
        "the same: 10; worse: 5. 32 of 40 people who began are seen again.",
    ),
    told(
        paired_change(PEOPLE[:12], 15, Direction.UP),
        changes.paired_change,
        "Mean change +0.5 over 12 matched pairs, too few for a firm interval (30 needed); median "
        "+0.5. Better: 6; the same: hidden; worse: hidden. 12 of 15 people who began are seen again.",
    ),
    told(
        paired_change(PEOPLE, 32, Direction.NEUTRAL),
        changes.paired_change,
        "Mean change +0.531 over 32 matched pairs, between +0.189 and +0.874; median +1. 32 of 32 "
        "people who began are seen again.",
    ),
    told(
        paired_change(PEOPLE[:9], 15, Direction.UP),
        changes.paired_change,
        "Too few matched pairs: 9 of 10 needed.",
    ),
    told(
        paired_effect_size(PEOPLE),
        changes.effect_size,
        "Hedges’ g is +0.63, in standard deviations of 0.822, with 31 degrees of freedom. The size "
        "alone does not say whether it matters.",
    ),
    told(
        group_effect_size(Group(6, 2, 30), Group(5, 2, 28)),
        changes.effect_size,
        "Hedges’ g is -0.493, in standard deviations of 2, with 56 degrees of freedom. The size alone"
        " does not say whether it matters.",
    ),
    told(paired_effect_size(PEOPLE[:12]), changes.effect_size, "Too few matched pairs: 12 of 20 needed."),
)
