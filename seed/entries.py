"""The log of one story, entered through the schemas and services of the packages that keep it."""

from collections.abc import Mapping

from sqlmodel import Session

from app.activities.schemas import ActivityCreate
from app.activities.service import log_activity
from app.clock import today
from app.costs.schemas import BenefitCreate, CostCreate
from app.costs.service import record_benefit, record_cost
from app.database.audit import act_as
from app.indicators.observation_schemas import ObservationCreate
from app.indicators.recording import record_observation
from app.indicators.review import approve
from app.indicators.schemas import IndicatorCreate
from app.indicators.service import define_indicator
from app.initiatives.models import Initiative, Phase
from app.vocabulary import Certainty, Side
from seed import story
from seed.hands import Hands

SIDES = {"staff": Side.PROFESSIONALS, "citizen": Side.CITIZENS}
Phases = Mapping[str, Phase]
"""The stored rows themselves: while somebody holds them, the session need not read them again."""


def enter_activities(
    session: Session, initiative: Initiative, told: story.Story, phases: Phases, hands: Hands
) -> None:
    for activity in sorted(told.activities, key=lambda known: known.known_on):
        if activity.known_on <= today():
            act_as(session, hands.of(activity))
            log_activity(
                session,
                initiative,
                _activity(activity, phases),
                side=SIDES[activity.entered_by],
                entered_on=activity.known_on,
            )


def enter_money(
    session: Session, initiative: Initiative, told: story.Story, phases: Phases, hands: Hands
) -> None:
    for cost in sorted(told.costs, key=lambda known: known.spent_on):
        if cost.spent_on <= today():
            act_as(session, hands.of(cost))
            record_cost(session, initiative, _cost(cost, phases))
    for benefit in sorted(told.benefits, key=lambda known: known.received_on):
        if benefit.received_on <= today() or benefit.certainty is Certainty.EXPECTED:
            act_as(session, hands.of(benefit))
            record_benefit(session, initiative, _benefit(benefit))


def enter_indicators(session: Session, initiative: Initiative, told: story.Story, hands: Hands) -> None:
    """The newest value of each waits for the evaluator, who has approved those before."""
    for known in told.indicators:
        act_as(session, hands.staff)
        indicator = define_indicator(session, initiative, _indicator(known))
        newest = max(known.observations, key=lambda observation: observation.observed_on, default=None)
        for seen in sorted(known.observations, key=lambda observation: observation.observed_on):
            if seen.observed_on <= today():
                act_as(session, hands.of(seen))
                value = record_observation(
                    session, indicator, _observation(seen), entered_on=min(seen.known_on, today())
                )
                if seen is not newest:
                    act_as(session, hands.evaluator)
                    approve(session, value, hands.evaluator, None)


def _activity(told: story.Activity, phases: Phases) -> ActivityCreate:
    return ActivityCreate.model_validate(
        {
            "phase_id": phases[told.phase].key,
            "happened_on": told.happened_on,
            "title": told.title,
            "citizen_role": told.citizen_role,
            "decision": told.decision,
            "level": told.level,
            "citizens": told.citizens,
            "professionals": told.professionals,
            "citizen_hours": told.citizen_hours,
            "professional_hours": told.professional_hours,
            "other_hours": told.other_hours,
            "support": list(told.support),
            "note": told.note,
        }
    )


def _cost(told: story.Cost, phases: Phases) -> CostCreate:
    return CostCreate.model_validate(
        {
            "spent_on": told.spent_on,
            "amount": told.amount,
            "currency": told.currency,
            "stage": told.stage,
            "nature": told.nature,
            "payer": told.payer,
            "phase_id": phases[told.phase].key if told.phase else None,
            "is_estimate": told.is_estimate,
            "note": told.note,
            "source": told.source,
        }
    )


def _benefit(told: story.Benefit) -> BenefitCreate:
    return BenefitCreate.model_validate(
        {
            "received_on": told.received_on,
            "amount": told.amount,
            "currency": told.currency,
            "certainty": told.certainty,
            "service": told.service,
            "attribution": told.attribution,
            "deadweight": told.deadweight,
            "note": told.note,
            "source": told.source,
        }
    )


def _indicator(told: story.Indicator) -> IndicatorCreate:
    return IndicatorCreate.model_validate(
        {
            "name": told.name,
            "definition": told.definition,
            "level": told.level,
            "aim": told.aim,
            "unit": told.unit,
            "direction": told.direction,
            "minimum": told.minimum,
            "maximum": told.maximum,
            "decimals": told.decimals,
            "frequency": told.frequency,
            "aggregation": told.aggregation,
            "instrument": told.instrument,
            "respondents": told.respondents,
            "effect_service": told.effect_service,
            "effect_service_name": told.effect_service_name,
            "breakdown": told.breakdown,
            "baseline_value": told.baseline_value,
            "baseline_on": told.baseline_on,
            "baseline_n": told.baseline_n,
            "target_value": told.target_value,
            "target_on": told.target_on,
            "illustrative": told.illustrative,
            "source": told.source,
        }
    )


def _observation(told: story.Observation) -> ObservationCreate:
    return ObservationCreate.model_validate(
        {
            "observed_on": told.observed_on,
            "value": told.value,
            "n": told.n,
            "sd": told.sd,
            "category": told.category,
            "note": told.note,
            "source": told.source,
        }
    )
