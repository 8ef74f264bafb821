"""Every threshold of the method, in one place, with its reason and its known weakness."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

Value = TypeVar("Value")


def _threshold(default: Value, why: str, weakness: str) -> Value:
    """A field that carries its own justification, from which docs/method.md is written."""
    stated: Value = field(default=default, metadata={"why": why, "weakness": weakness})
    return stated


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Our own conventions unless a source is named; an instance may set others and must show them."""

    # The cell, from the log (domain rules 2.2).
    min_activities: int = _threshold(
        3, "Two entries cannot show a practice.", "Absence of a log is not absence of work."
    )
    min_hours: Decimal = _threshold(
        Decimal(10),
        "A few hours decide nothing about who led.",
        "Small initiatives stay without a cell for long.",
    )
    sole_share: Decimal = _threshold(
        Decimal("0.10"),
        "One side is sole below 10 % or above 90 % of the hours: symmetrical and far from half.",
        "A convention, not from the literature; hours are not influence.",
    )
    robustness_shares: tuple[Decimal, ...] = _threshold(
        (Decimal("0.05"), Decimal("0.10"), Decimal("0.20")),
        "A cell that changes with the cut-off must be called borderline.",
        "Three cut-offs are a probe, not a confidence interval.",
    )
    shared_decisions: Decimal = _threshold(
        Decimal("0.25"),
        "Presence without a say is not co-planning: a quarter of the decisions, one at least, is shared.",
        "Decisions are counted alike, whatever they weigh.",
    )
    led_deliveries: int = _threshold(
        2,
        "Helping is not co-delivering: citizens must have co-led or led twice.",
        "Two is the least that repeats.",
    )
    balanced_share: Decimal = _threshold(
        Decimal("0.20"),
        "Bovaird's full co-production asks for high involvement; below 20 % a side is only present.",
        "Our reading of 'high' (Loeffler 2020 calls the test very demanding).",
    )
    balanced_decisions: Decimal = _threshold(
        Decimal("0.50"),
        "Balance in planning means that half of the decisions are shared.",
        "As for a quarter.",
    )
    activity_cap: Decimal = _threshold(
        Decimal("0.25"),
        "One festival must not decide the cell.",
        "A real, large piece of work is cut as well.",
    )
    cap_from_activities: int = _threshold(
        5,
        "With fewer activities a cap of a quarter binds nearly everything.",
        "The fifth entry switches the cap on and can move the share by itself.",
    )
    dominant_share: Decimal = _threshold(
        Decimal("0.50"),
        "Where no cap applies, an activity above half of the hours is named.",
        "Half is a convention.",
    )
    hours_missing: Decimal = _threshold(
        Decimal("0.30"),
        "When more than 30 % of the activities lack hours, activities are counted instead.",
        "A count treats an hour and a week alike.",
    )
    rolling_months: int = _threshold(
        12,
        "A year evens out seasons and shows whether the citizens' role erodes.",
        "Slow projects log little a year.",
    )

    # Warnings of tokenism.
    one_sided_entries: int = _threshold(5, "Fewer entries say little of who keeps the log.", "A convention.")
    late_entry_days: int = _threshold(30, "Memory fades within a month.", "A late entry can still be right.")
    one_sided_log: Decimal = _threshold(
        Decimal("0.80"),
        "A log kept by one side tends to under-record the other.",
        "Accounts are not always personal.",
    )
    assessment_months: int = _threshold(
        12,
        "After a year, nobody having assessed together is worth asking about.",
        "Some evaluations start later.",
    )

    # Answers, incidents and obstacles (claims K7, K17 and K18 of the domain rules).
    answer_days: int = _threshold(
        30,
        "A proposal that nobody answered within a month is named.",
        "A large one may need longer, and counts like a small one.",
    )
    telling_days: int = _threshold(
        30, "Citizens who were not told of an incident within a month are named.", "As for proposals."
    )
    # What is due.
    value_grace_days: int = _threshold(
        14, "A value takes a while to be collected and entered.", "The same for a month and for a year."
    )
    phase_ended_days: int = _threshold(
        180, "Who answered for a phase long over is history, and nothing to do today.", "A convention."
    )

    median_entries: int = _threshold(
        3, "A median of one or two entries would be those entries.", "Three are few as well."
    )

    near_bound: Decimal = _threshold(
        Decimal("0.10"),
        "Within a tenth of the end of its scale a value has little room left to move.",
        "A convention; a scale that nobody fills has its ends elsewhere.",
    )

    # Small counts (domain rules 6.3).
    disclosure_inside: int = _threshold(
        5,
        "Inside the organization; other agencies use 5 or 3 (OECD glossary).",
        "Colleagues may still recognise.",
    )
    disclosure_outside: int = _threshold(
        10, "Funder and public views and exports; ONS and UK LLC practice.", "One part of a judged process."
    )

    # Series (NHS Making Data Count, domain rules 3.2 and 3.3).
    run_chart_points: int = _threshold(5, "Fewer points show no pattern.", "A picture, not a test.")
    run_rules_points: int = _threshold(
        10, "The run rules are calibrated from ten points.", "They miss slow drifts."
    )
    run_chart_shift: int = _threshold(
        6,
        "Six on one side of the median (Perla, Provost and Murray 2011, from memory).",
        "Others use 7 or 8.",
    )
    run_chart_trend: int = _threshold(
        5, "Five in one direction (same source).", "Nearly useless for slow drift."
    )
    trial_points: int = _threshold(
        6, "Wheeler: 5 to 6 points give trial limits.", "Sources disagree, from 5 to 30."
    )
    firm_points: int = _threshold(
        12, "Limits below 12 points are trial limits (NHS guidance).", "The NHS code itself warns below 13."
    )
    signal_run: int = _threshold(
        7, "Shift and trend need seven points (NHS plot the dots).", "Other guides say 6 or 8."
    )
    trend_points: int = _threshold(
        5,
        "At n = 4 a perfect order has p = 0.083; at 5 it is 0.017. Eight or more is better.",
        "Ignores seasons.",
    )
    exact_trend_points: int = _threshold(
        10, "Exact p up to ten points, normal above (PAST).", "Ties use the normal."
    )
    all_pairs_points: int = _threshold(
        400,
        "Longer series: each point is compared once, half the series apart (Theil's incomplete method).",
        "Its interval is wider than that of all pairs.",
    )
    segmented_points: int = _threshold(
        8, "Eight points on each side of a change, evenly spaced.", "12 + 12 may still be weak."
    )
    segmented_p_points: int = _threshold(
        24, "No p-value below 24 points (Turner et al. 2020).", "Intervals too narrow anyway."
    )
    pairs: int = _threshold(
        10, "Mean and median change need ten matched pairs.", "People who left are not seen."
    )
    interval_pairs: int = _threshold(30, "SWEMWBS owners: 30 people with two points.", "A rule of thumb.")
    effect_size_pairs: int = _threshold(
        20, "Below 20 an effect size is mostly noise.", "Depends on the scale."
    )
    percentage_people: int = _threshold(
        20, "Below 20 people write '3 of 10', never a percentage.", "A habit, not a theorem."
    )
    association_initiatives: int = _threshold(
        10,
        "At n = 10 rho must reach about 0.65 for p < .05; at 5 it must be 1.",
        "Initiatives select themselves.",
    )
    outcome_people: int = _threshold(
        10, "Cost per unit of outcome needs ten people and a clear change.", "Not a cause."
    )


DEFAULT = Thresholds()
