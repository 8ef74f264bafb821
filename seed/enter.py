"""Enters one story through the schemas and services that its people would use."""

from sqlmodel import Session

from app.clock import today
from app.database.audit import act_as
from app.initiatives.models import Initiative, Phase
from app.initiatives.schemas import (
    AimCreate,
    ClaimCreate,
    InitiativeCreate,
    PartnershipCreate,
    PhaseCreate,
)
from app.initiatives.service import add_partner, add_phase, claim_lead, declare_aim, register_initiative
from app.organizations.models import Organization
from seed import story
from seed.enter_findings import enter_findings
from seed.enter_learned import enter_learned
from seed.entries import enter_activities, enter_indicators, enter_money
from seed.hands import Hands
from seed.views import enter_views


def enter_story(
    session: Session, told: story.Story, hands: Hands, organizations: dict[str, Organization]
) -> Initiative:
    """What would lie after today is left out, as a person could not enter it either."""
    act_as(session, hands.staff)
    initiative = _register(session, told.initiative, organizations[told.lead.slug])
    for partner in told.partnerships:
        add_partner(session, initiative, _partnership(partner, organizations[partner.organization]))
    phases = {phase.key: _phase(session, initiative, phase) for phase in told.phases}
    enter_activities(session, initiative, told, phases, hands)
    enter_money(session, initiative, told, phases, hands)
    enter_indicators(session, initiative, told, hands)
    enter_learned(session, initiative, told, phases, hands)
    enter_findings(session, initiative, told, hands)
    enter_views(session, initiative, phases)
    return initiative


def _register(session: Session, told: story.Initiative, lead: Organization) -> Initiative:
    first, *later = told.aims
    initiative = register_initiative(
        session,
        InitiativeCreate(
            organization_id=lead.key,
            name=told.name,
            slug=told.slug,
            summary=told.summary,
            country=told.country,
            sector=told.sector,
            place=told.place,
            target_population=told.target_population,
            eligible_population=told.eligible_population,
            initiation=told.initiation,
            status=told.status,
            currency=told.currency,
            starts_on=told.starts_on,
            ends_on=told.ends_on,
            aim=first.aim,
            aim_chosen_by=first.chosen_by,
            illustrative=True,
            source="; ".join(told.sources),
        ),
    )
    for aim in later:
        if aim.chosen_on <= today():
            new = AimCreate(aim=aim.aim, declared_on=aim.chosen_on, chosen_by=aim.chosen_by)
            declare_aim(session, initiative, new)
    return initiative


def _partnership(told: story.Partnership, organization: Organization) -> PartnershipCreate:
    return PartnershipCreate.model_validate(
        {
            "organization_id": organization.key,
            "role": told.role,
            "grant_amount": told.grant_amount,
            "grant_currency": told.currency,
            "reference": told.reference or told.source,
            "starts_on": told.starts_on,
            "ends_on": told.ends_on,
        }
    )


def _phase(session: Session, initiative: Initiative, told: story.Phase) -> Phase:
    phase = add_phase(
        session,
        initiative,
        PhaseCreate(
            kind=told.kind,
            name=told.name,
            starts_on=told.starts_on,
            ends_on=told.ends_on,
            accountable=told.accountable,
        ),
    )
    for claim in told.claims:
        if claim.claimed_on <= today():
            new = ClaimCreate(lead=claim.lead, claimed_on=claim.claimed_on, claimed_by=claim.claimed_by)
            claim_lead(session, phase, new)
    return phase
