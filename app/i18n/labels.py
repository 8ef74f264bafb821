"""The words people read for the words that are stored: one label a member of every list in `vocabulary.py`.

Kept list by list, since `Lead.CITIZENS` and `Side.CITIZENS` are the same string.
"""

from enum import StrEnum

from app import vocabulary as v
from app.i18n.catalogue import N_, gettext
from app.i18n.evaluation_labels import EVALUATION_LABELS

LABELS: dict[type[StrEnum], dict[str, str]] = {
    v.MemberRole: {
        v.MemberRole.ADMIN: N_("Administrator"),
        v.MemberRole.STAFF: N_("Staff"),
        v.MemberRole.CITIZEN: N_("Citizen"),
        v.MemberRole.EVALUATOR: N_("Evaluator"),
        v.MemberRole.VIEWER: N_("Viewer"),
    },
    v.OrganizationType: {
        v.OrganizationType.PUBLIC_BODY: N_("Public body"),
        v.OrganizationType.CHARITY: N_("Charity"),
        v.OrganizationType.COOPERATIVE: N_("Cooperative"),
        v.OrganizationType.ASSOCIATION: N_("Association"),
        v.OrganizationType.COMMUNITY_GROUP: N_("Community group"),
        v.OrganizationType.PRIVATE: N_("Private company"),
        v.OrganizationType.FUNDER: N_("Funder"),
    },
    v.PartnershipRole: {
        v.PartnershipRole.LEAD: N_("Lead organization"),
        v.PartnershipRole.DELIVERY: N_("Delivery partner"),
        v.PartnershipRole.EVALUATOR: N_("Evaluating organization"),
        v.PartnershipRole.FUNDER: N_("Funding organization"),
    },
    v.InitiativeStatus: {
        v.InitiativeStatus.PLANNED: N_("Planned"),
        v.InitiativeStatus.ACTIVE: N_("Active"),
        v.InitiativeStatus.PAUSED: N_("Paused"),
        v.InitiativeStatus.COMPLETED: N_("Completed"),
    },
    v.Initiation: {
        v.Initiation.CITIZEN_OWNED: N_("Citizens started it and own it"),
        v.Initiation.CITIZEN_DRIVEN: N_("An idea of citizens, realised with professionals"),
        v.Initiation.TRANSITIONAL: N_("Passing from professionals to citizens"),
        v.Initiation.ENFORCED: N_("Responsibility was handed to citizens"),
        v.Initiation.PROFESSIONALS: N_("Professionals started it"),
    },
    v.Sector: {
        v.Sector.AGEING: N_("Ageing"),
        v.Sector.CHILDCARE: N_("Childcare"),
        v.Sector.COMMUNITY: N_("Community development"),
        v.Sector.CULTURE: N_("Culture"),
        v.Sector.EDUCATION: N_("Education"),
        v.Sector.ENVIRONMENT: N_("Environment"),
        v.Sector.FOOD: N_("Food"),
        v.Sector.HEALTH: N_("Health"),
        v.Sector.HOUSING: N_("Housing"),
        v.Sector.JUSTICE: N_("Justice"),
        v.Sector.SAFETY: N_("Safety"),
        v.Sector.SOCIAL_CARE: N_("Social care"),
        v.Sector.TRANSPORT: N_("Transport"),
        v.Sector.OTHER: N_("Other sector"),
    },
    v.Aim: {
        v.Aim.COST: N_("Lower cost"),
        v.Aim.QUALITY: N_("Better quality"),
        v.Aim.DEMOCRACY: N_("More democracy"),
    },
    v.PhaseKind: {
        v.PhaseKind.COMMISSIONING: N_("Priorities"),
        v.PhaseKind.DESIGN: N_("Design"),
        v.PhaseKind.DELIVERY: N_("Delivery"),
        v.PhaseKind.ASSESSMENT: N_("Assessment"),
    },
    v.Lead: {
        v.Lead.CITIZENS: N_("Citizens"),
        v.Lead.TOGETHER: N_("Together"),
        v.Lead.PROFESSIONALS: N_("Professionals"),
        v.Lead.NOBODY: N_("Nobody"),
    },
    v.Side: {
        v.Side.CITIZENS: N_("Citizens"),
        v.Side.PROFESSIONALS: N_("Professionals"),
    },
    v.CitizenRole: {
        v.CitizenRole.NONE: N_("Citizens were not there"),
        v.CitizenRole.INFORMED: N_("Citizens were told"),
        v.CitizenRole.CONSULTED: N_("Citizens were asked"),
        v.CitizenRole.CONTRIBUTED: N_("Citizens contributed"),
        v.CitizenRole.CO_LED: N_("Led together"),
        v.CitizenRole.LED_ALONE: N_("Citizens led"),
    },
    v.Decision: {
        v.Decision.NONE: N_("No decision"),
        v.Decision.PROFESSIONALS: N_("Staff decided"),
        v.Decision.JOINTLY: N_("Decided jointly"),
        v.Decision.CITIZENS: N_("Citizens decided"),
    },
    v.Level: {
        v.Level.INDIVIDUAL: N_("One person with staff"),
        v.Level.GROUP: N_("A group of users"),
        v.Level.COLLECTIVE: N_("The community at large"),
    },
    v.Support: {
        v.Support.EXPENSES: N_("Expenses paid"),
        v.Support.CHILDCARE: N_("Childcare offered"),
        v.Support.INTERPRETING: N_("Interpreting offered"),
        v.Support.ACCESS: N_("Access arranged"),
        v.Support.TRAINING: N_("Training offered"),
        v.Support.PAYMENT: N_("Citizens paid"),
    },
    v.CostStage: {
        v.CostStage.SET_UP: N_("Set-up"),
        v.CostStage.RUNNING: N_("Running"),
        v.CostStage.COPRODUCTION_SUPPORT: N_("Co-production support"),
        v.CostStage.EVALUATION: N_("Evaluation"),
        v.CostStage.CLOSING: N_("Closing"),
    },
    v.CostNature: {
        v.CostNature.CASH: N_("Cash"),
        v.CostNature.IN_KIND: N_("In kind"),
        v.CostNature.VOLUNTEER_TIME: N_("Volunteer time"),
    },
    v.Certainty: {
        v.Certainty.EXPECTED: N_("Expected"),
        v.Certainty.CLAIMED: N_("Claimed"),
        v.Certainty.CONFIRMED: N_("Confirmed"),
    },
    v.IndicatorLevel: {
        v.IndicatorLevel.PROCESS: N_("Process"),
        v.IndicatorLevel.OUTPUT: N_("Output"),
        v.IndicatorLevel.OUTCOME: N_("Outcome"),
        v.IndicatorLevel.IMPACT: N_("Impact"),
    },
    v.Direction: {
        v.Direction.UP: N_("Higher is better"),
        v.Direction.DOWN: N_("Lower is better"),
        v.Direction.NEUTRAL: N_("Neither way is better"),
    },
    v.Frequency: {
        v.Frequency.MONTHLY: N_("Every month"),
        v.Frequency.QUARTERLY: N_("Every quarter"),
        v.Frequency.HALF_YEARLY: N_("Every half-year"),
        v.Frequency.YEARLY: N_("Every year"),
        v.Frequency.IRREGULAR: N_("Now and then"),
    },
    v.Aggregation: {
        v.Aggregation.PER_PERIOD: N_("In each period"),
        v.Aggregation.CUMULATIVE: N_("In all so far"),
    },
    v.EffectService: {
        v.EffectService.OWN: N_("This service"),
        v.EffectService.OTHER: N_("Another service"),
    },
    v.ObservationStatus: {
        v.ObservationStatus.DRAFT: N_("Draft"),
        v.ObservationStatus.SUBMITTED: N_("Submitted, not yet checked"),
        v.ObservationStatus.RETURNED: N_("Returned"),
        v.ObservationStatus.APPROVED: N_("Approved"),
    },
    v.Currency: {
        v.Currency.CAD: N_("Canadian dollars"),
        v.Currency.EUR: N_("Euros"),
        v.Currency.GBP: N_("Pounds sterling"),
        v.Currency.SEK: N_("Swedish kronor"),
        v.Currency.USD: N_("US dollars"),
    },
    v.Influence: {
        v.Influence.OBSTACLE: N_("Obstacle"),
        v.Influence.ENABLER: N_("Enabler"),
    },
    v.InfluenceKind: {
        v.InfluenceKind.MONEY: N_("Money"),
        v.InfluenceKind.TIME: N_("Time"),
        v.InfluenceKind.SKILLS: N_("Skills"),
        v.InfluenceKind.TRUST: N_("Trust"),
        v.InfluenceKind.POWER: N_("Who holds power"),
        v.InfluenceKind.CULTURE: N_("Working culture"),
        v.InfluenceKind.RED_TAPE: N_("Red tape"),
        v.InfluenceKind.CONTRACT: N_("Contract or specification"),
        v.InfluenceKind.POLICY: N_("Law or policy"),
        v.InfluenceKind.ACCESS: N_("Access for those who take part"),
        v.InfluenceKind.FATIGUE: N_("Fatigue of volunteers"),
        v.InfluenceKind.CONFLICT: N_("Conflict"),
        v.InfluenceKind.TURNOVER: N_("People leaving or changing"),
        v.InfluenceKind.OTHER: N_("Something else"),
    },
    v.Respondents: {
        v.Respondents.SAME_PEOPLE: N_("The same people each time"),
        v.Respondents.DIFFERENT_PEOPLE: N_("Other people each time"),
        v.Respondents.NO_PEOPLE: N_("Nobody: things are counted or measured"),
    },
    v.PointKind: {
        v.PointKind.BASELINE: N_("Baseline"),
        v.PointKind.TARGET: N_("Target"),
    },
    v.StoryStrength: {
        v.StoryStrength.ONE_VOICE: N_("One person tells it"),
        v.StoryStrength.SEVERAL_VOICES: N_("Several people tell it, each on their own"),
        v.StoryStrength.DOCUMENTED: N_("It is documented"),
    },
    v.LinkPurpose: {
        v.LinkPurpose.SIGN_IN: N_("To sign in"),
        v.LinkPurpose.PASSWORD: N_("To choose a password"),
        v.LinkPurpose.SET_UP: N_("To set Tandem up"),
    },
    v.EntryKind: {
        v.EntryKind.ACTIVITY: N_("Activity"),
        v.EntryKind.COST: N_("Cost"),
        v.EntryKind.BENEFIT: N_("Benefit"),
        v.EntryKind.OBSERVATION: N_("Observation"),
        v.EntryKind.PROPOSAL: N_("Proposal"),
        v.EntryKind.OBSTACLE: N_("Obstacle or enabler"),
        v.EntryKind.INCIDENT: N_("Incident"),
        v.EntryKind.STORY: N_("Story"),
        v.EntryKind.CLAIM: N_("Claim"),
    },
    v.ProposalAnswer: {
        v.ProposalAnswer.OPEN: N_("Not answered yet"),
        v.ProposalAnswer.ADOPTED: N_("Adopted"),
        v.ProposalAnswer.PARTLY: N_("Adopted in part"),
        v.ProposalAnswer.NOT_ADOPTED: N_("Not adopted"),
    },
    v.TokenScope: {
        v.TokenScope.READ: N_("Read only"),
        v.TokenScope.WRITE: N_("Read and write"),
    },
    v.Consent: {
        v.Consent.NOT_NEEDED: N_("Nobody can be recognised in it"),
        v.Consent.INSIDE: N_("May be read inside the initiative"),
        v.Consent.PUBLIC: N_("May be published"),
        v.Consent.WITHDRAWN: N_("Withdrawn"),
    },
    **EVALUATION_LABELS,
}


def label(word: StrEnum) -> str:
    """The word in the reader's language."""
    return gettext(LABELS[type(word)][word])


def labels(words: type[StrEnum]) -> dict[str, str]:
    """Value → label for a whole list, in its own order: the options of a form field."""
    return {word.value: label(word) for word in words}
