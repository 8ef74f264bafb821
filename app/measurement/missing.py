"""Why a result is missing: a code and the counts a sentence needs, never a bare None or a silent 0."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class MissingReason(StrEnum):
    """The code; the sentence in both languages is made where pages are made."""

    TOO_FEW_ACTIVITIES = "too_few_activities"
    TOO_FEW_HOURS = "too_few_hours"
    TOO_FEW_VIEWS = "too_few_views"
    TOO_FEW_POINTS = "too_few_points"
    TOO_FEW_POINTS_BEFORE = "too_few_points_before"
    TOO_FEW_POINTS_AFTER = "too_few_points_after"
    TOO_FEW_PAIRS = "too_few_pairs"
    TOO_FEW_PEOPLE = "too_few_people"
    TOO_FEW_INITIATIVES = "too_few_initiatives"
    TOO_FEW_ENTRIES = "too_few_entries"
    NOT_RECORDED = "not_recorded"
    NO_BASELINE = "no_baseline"
    NO_TARGET = "no_target"
    NO_OBSERVATION = "no_observation"
    NO_DIRECTION = "no_direction"
    TARGET_IS_BASELINE = "target_is_baseline"
    TARGET_AGAINST_DIRECTION = "target_against_direction"
    NO_VARIATION = "no_variation"
    NO_INTERVAL = "no_interval"
    UNEVEN_SPACING = "uneven_spacing"
    CHANGE_NOT_CLEAR = "change_not_clear"
    NO_DENOMINATOR = "no_denominator"
    NO_BENEFIT = "no_benefit"
    NO_COST = "no_cost"
    NO_PROPOSAL = "no_proposal"
    NO_ANSWER = "no_answer"
    NO_INCIDENT = "no_incident"
    FACTOR_NOT_STATED = "factor_not_stated"
    NO_RATE = "no_rate"
    NOT_REACHED = "not_reached"
    MASKED = "masked"


@dataclass(frozen=True, slots=True)
class Missing:
    """`have` is what there is and `need` what the rule asks for, in the unit of the reason."""

    reason: MissingReason
    have: int | Decimal = 0
    need: int | Decimal = 0
    entries: tuple[int, ...] = ()
