"""READ FIRST: the closed lists of words that tables, pages, files and the API share. Standard library only.

The values are what is stored and exchanged; the words people read are in `app/i18n/labels.py`.
"""

from enum import StrEnum


class MemberRole(StrEnum):
    """What a person is to an organization."""

    ADMIN = "admin"
    STAFF = "staff"
    CITIZEN = "citizen"
    EVALUATOR = "evaluator"
    VIEWER = "viewer"


class TokenScope(StrEnum):
    """What a program may do with an API token: look, or also enter."""

    READ = "read"
    WRITE = "write"


class LinkPurpose(StrEnum):
    """What a one-time link is for."""

    SIGN_IN = "sign_in"
    PASSWORD = "password"  # noqa: S105  # the word for a purpose, not a secret
    SET_UP = "set_up"


class OrganizationType(StrEnum):
    PUBLIC_BODY = "public_body"
    CHARITY = "charity"
    COOPERATIVE = "cooperative"
    ASSOCIATION = "association"
    COMMUNITY_GROUP = "community_group"
    PRIVATE = "private"
    FUNDER = "funder"


class PartnershipRole(StrEnum):
    """What an organization is to an initiative."""

    LEAD = "lead"
    DELIVERY = "delivery"
    EVALUATOR = "evaluator"
    FUNDER = "funder"


class InitiativeStatus(StrEnum):
    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"


class Initiation(StrEnum):
    """Who started it: McMullin's citizen-led spectrum, plus professionals."""

    CITIZEN_OWNED = "citizen_owned"
    CITIZEN_DRIVEN = "citizen_driven"
    TRANSITIONAL = "transitional"
    ENFORCED = "enforced"
    PROFESSIONALS = "professionals"


class Sector(StrEnum):
    AGEING = "ageing"
    CHILDCARE = "childcare"
    COMMUNITY = "community"
    CULTURE = "culture"
    EDUCATION = "education"
    ENVIRONMENT = "environment"
    FOOD = "food"
    HEALTH = "health"
    HOUSING = "housing"
    JUSTICE = "justice"
    SAFETY = "safety"
    SOCIAL_CARE = "social_care"
    TRANSPORT = "transport"
    OTHER = "other"


class Aim(StrEnum):
    """Why a service is co-produced: cheaper, better or more democratic."""

    COST = "cost"
    QUALITY = "quality"
    DEMOCRACY = "democracy"


class PhaseKind(StrEnum):
    """The four Co's (Bovaird and Loeffler 2012), in the order of a cycle."""

    COMMISSIONING = "commissioning"
    DESIGN = "design"
    DELIVERY = "delivery"
    ASSESSMENT = "assessment"


PLANNING_KINDS = (PhaseKind.COMMISSIONING, PhaseKind.DESIGN)


class Lead(StrEnum):
    """Who led a phase, claimed or evidenced."""

    CITIZENS = "citizens"
    TOGETHER = "together"
    PROFESSIONALS = "professionals"
    NOBODY = "nobody"


class Side(StrEnum):
    """From which side somebody speaks, rates or gives time."""

    CITIZENS = "citizens"
    PROFESSIONALS = "professionals"


class CitizenRole(StrEnum):
    """What citizens did in one activity, from nothing to leading it."""

    NONE = "none"
    INFORMED = "informed"
    CONSULTED = "consulted"
    CONTRIBUTED = "contributed"
    CO_LED = "co_led"
    LED_ALONE = "led_alone"


class Decision(StrEnum):
    """Who took the decision in one activity, if one was taken."""

    NONE = "none"
    PROFESSIONALS = "professionals"
    JOINTLY = "jointly"
    CITIZENS = "citizens"


class Level(StrEnum):
    """Who acts and benefits (Nabatchi, Sancino and Sicilia 2017)."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    COLLECTIVE = "collective"


class Support(StrEnum):
    """What was offered so that people could take part."""

    EXPENSES = "expenses"
    CHILDCARE = "childcare"
    INTERPRETING = "interpreting"
    ACCESS = "access"
    TRAINING = "training"
    PAYMENT = "payment"


class CostStage(StrEnum):
    SET_UP = "set_up"
    RUNNING = "running"
    COPRODUCTION_SUPPORT = "coproduction_support"
    EVALUATION = "evaluation"
    CLOSING = "closing"


class CostNature(StrEnum):
    """Never added together: money, goods and time are different things."""

    CASH = "cash"
    IN_KIND = "in_kind"
    VOLUNTEER_TIME = "volunteer_time"


class Certainty(StrEnum):
    """How sure a benefit is."""

    EXPECTED = "expected"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"


class IndicatorLevel(StrEnum):
    PROCESS = "process"
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"


class Frequency(StrEnum):
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    IRREGULAR = "irregular"


class Aggregation(StrEnum):
    """Whether a value counts one period or everything so far. Never to be confused."""

    PER_PERIOD = "per_period"
    CUMULATIVE = "cumulative"


class EffectService(StrEnum):
    """Where the effect appears: in this service, or as a spill-over in another."""

    OWN = "own"
    OTHER = "other"


class ObservationStatus(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


class Respondents(StrEnum):
    """Whose answers stand behind the values: without the same people there are no pairs, only waves."""

    SAME_PEOPLE = "same_people"
    DIFFERENT_PEOPLE = "different_people"
    NO_PEOPLE = "no_people"


class PointKind(StrEnum):
    """The two ends of an indicator."""

    BASELINE = "baseline"
    TARGET = "target"


class FindingStrength(StrEnum):
    """How far the evidence carries an evaluator's judgement."""

    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"


class ExplanationWeight(StrEnum):
    """What remains of a rival explanation once it has been looked at."""

    OPEN = "open"
    UNLIKELY = "unlikely"
    IN_PART = "in_part"
    LIKELY = "likely"


class PublicationReach(StrEnum):
    """Who sees a publication, beside those who see the initiative."""

    FUNDERS = "funders"
    LINK = "link"
    PUBLIC = "public"


class ReportSection(StrEnum):
    """The parts of a report, in their order."""

    SUMMARY = "summary"
    TOGETHER = "together"
    CELL = "cell"
    PHASES = "phases"
    REACH = "reach"
    OUTCOMES = "outcomes"
    CONTRIBUTION = "contribution"
    MONEY = "money"
    LEARNING = "learning"
    ACCOUNTABILITY = "accountability"
    WARNINGS = "warnings"
    FINDINGS = "findings"
    MISSING = "missing"
    METHOD = "method"
    SOURCES = "sources"


class Currency(StrEnum):
    CAD = "CAD"
    EUR = "EUR"
    GBP = "GBP"
    SEK = "SEK"
    USD = "USD"


class ProposalAnswer(StrEnum):
    """What became of a proposal: you said, we did."""

    OPEN = "open"
    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT_ADOPTED = "not_adopted"


class Influence(StrEnum):
    """Whether something held the work back or helped it."""

    OBSTACLE = "obstacle"
    ENABLER = "enabler"


class InfluenceKind(StrEnum):
    """What kind of thing held the work back or helped it."""

    MONEY = "money"
    TIME = "time"
    SKILLS = "skills"
    TRUST = "trust"
    POWER = "power"
    CULTURE = "culture"
    RED_TAPE = "red_tape"
    CONTRACT = "contract"
    POLICY = "policy"
    ACCESS = "access"
    FATIGUE = "fatigue"
    CONFLICT = "conflict"
    TURNOVER = "turnover"
    OTHER = "other"


class Consent(StrEnum):
    """What the person whose story it is agreed to."""

    NOT_NEEDED = "not_needed"
    INSIDE = "inside"
    PUBLIC = "public"
    WITHDRAWN = "withdrawn"


class StoryStrength(StrEnum):
    """How far a story is borne out."""

    ONE_VOICE = "one_voice"
    SEVERAL_VOICES = "several_voices"
    DOCUMENTED = "documented"


class EntryKind(StrEnum):
    """The kinds of entry in an initiative's log."""

    ACTIVITY = "activity"
    COST = "cost"
    BENEFIT = "benefit"
    OBSERVATION = "observation"
    PROPOSAL = "proposal"
    OBSTACLE = "obstacle"
    INCIDENT = "incident"
    STORY = "story"
    CLAIM = "claim"


class ClaimStatus(StrEnum):
    """What the log says of a claim."""

    CLAIMED_AND_EVIDENCED = "claimed_and_evidenced"
    CLAIMED_NOT_EVIDENCED = "claimed_not_evidenced"
    EVIDENCED_NOT_CLAIMED = "evidenced_not_claimed"
    NONE = "none"


class Tag(StrEnum):
    """What must be said beside a cell (domain rules 2.2)."""

    WITH_CONSULTATION = "with_consultation"
    PRESENT_NO_DECISION_POWER = "present_no_decision_power"
    ASSISTED_BY_CITIZENS = "assisted_by_citizens"
    CITIZENS_WORKED_PROFESSIONALS_DECIDED = "citizens_worked_professionals_decided"
    COUNT_BASED = "count_based"
    DOMINATED_BY_ONE_ACTIVITY = "dominated_by_one_activity"


class Strength(StrEnum):
    """How far cell 5 goes: both sides present, or in balance."""

    PRESENT = "present"
    BALANCED = "balanced"


class Stability(StrEnum):
    """Whether the cell holds at all three cut-offs."""

    STABLE = "stable"
    BORDERLINE = "borderline"


class WarningRule(StrEnum):
    """What in a log should make its readers ask."""

    LATE_ENTRIES = "late_entries"
    ONE_SIDED_LOG = "one_sided_log"
    NO_ASSESSMENT = "no_assessment"
    CLAIM_WITHOUT_EVIDENCE = "claim_without_evidence"
    CONSULTATION_ONLY = "consultation_only"
    CITIZENS_WORKED_PROFESSIONALS_DECIDED = "citizens_worked_professionals_decided"
    NOBODY_ACCOUNTABLE = "nobody_accountable"
    PROPOSALS_WAITING = "proposals_waiting"
    NOBODY_ANSWERED_FOR = "nobody_answered_for"
    CITIZENS_NOT_TOLD = "citizens_not_told"
