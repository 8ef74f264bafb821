"""What a portfolio says in words: whose it is, and why an outcome is not there."""

from app.i18n import N_, _
from app.measurement.missing import MissingReason
from app.portfolios.summaries import NO_OUTCOME
from app.vocabulary import PartnershipRole

TITLES = {
    PartnershipRole.FUNDER: N_("What {organization} funds"),
    PartnershipRole.LEAD: N_("What {organization} leads"),
    PartnershipRole.DELIVERY: N_("What {organization} helps to deliver"),
    PartnershipRole.EVALUATOR: N_("What {organization} evaluates"),
}

PARTS = {
    PartnershipRole.FUNDER: N_("Funds"),
    PartnershipRole.LEAD: N_("Leads"),
    PartnershipRole.DELIVERY: N_("Helps to deliver"),
    PartnershipRole.EVALUATOR: N_("Evaluates"),
}

WITHOUT_PROGRESS = {
    NO_OUTCOME: N_("No outcome set"),
    MissingReason.MASKED: N_("fewer than 10 people"),
    MissingReason.NO_BASELINE: N_("No baseline"),
    MissingReason.NO_TARGET: N_("No target"),
    MissingReason.NO_OBSERVATION: N_("No observation yet"),
    MissingReason.NO_DIRECTION: N_("Neither way is better"),
    MissingReason.TARGET_IS_BASELINE: N_("Target is the baseline"),
    MissingReason.TARGET_AGAINST_DIRECTION: N_("Target on the worse side"),
}
OTHERWISE = N_("Not enough data")


def title(role: PartnershipRole, organization: str) -> str:
    return _(TITLES[role]).format(organization=organization)


def parts() -> dict[str, str]:
    """What the organization does in an initiative, to choose from."""
    return {part.value: _(said) for part, said in PARTS.items()}


def why_missing(reason: str) -> str:
    """In the few words that fit a table cell."""
    return _(WITHOUT_PROGRESS.get(reason, OTHERWISE))
