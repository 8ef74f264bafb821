"""What a portfolio says in words: whose it is, and why an outcome is not there."""

from collections.abc import Mapping, Sequence

from app.evaluations.sentences.process import CELLS
from app.i18n import N_, _
from app.i18n.countries import country_name
from app.i18n.labels import label
from app.measurement.missing import MissingReason
from app.measurement.portfolio import Context
from app.portfolios.summaries import NO_OUTCOME
from app.portfolios.wanted import NO_CELL, Sort
from app.vocabulary import OrganizationType, PartnershipRole, Sector

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


SORTS = {Sort.START: N_("Start date"), Sort.NAME: N_("Name"), Sort.COUNTRY: N_("Country")}
GROUPS = {
    Context.COUNTRY: N_("Country"),
    Context.SECTOR: N_("Sector"),
    Context.ORGANIZATION_TYPE: N_("Kind of organization"),
}


def sorts() -> dict[str, str]:
    return {sort.value: _(said) for sort, said in SORTS.items()}


def contexts() -> dict[str, str]:
    return {context.value: _(said) for context, said in GROUPS.items()}


def cells() -> dict[str, str]:
    """The nine cells to choose from, and none of them."""
    named = {str(number): f"{number} · {_(name)}" for number, name in CELLS.items()}
    return named | {str(NO_CELL): _("Not enough evidence")}


def named(context: Context, value: str) -> str:
    """One value of a context as people call it."""
    match context:
        case Context.COUNTRY:
            return country_name(value)
        case Context.SECTOR:
            return label(Sector(value))
        case _:
            return label(OrganizationType(value))


def pooled(differing: Mapping[Context, Sequence[str]]) -> list[str]:
    """What differs between initiatives that stand together, a sentence each."""
    return [
        _(POOLED[context]).format(count=len(values), names=", ".join(named(context, v) for v in values[:8]))
        for context, values in differing.items()
    ]


POOLED = {
    Context.COUNTRY: N_("{count} countries: {names}."),
    Context.SECTOR: N_("{count} sectors: {names}."),
    Context.ORGANIZATION_TYPE: N_("{count} kinds of organization: {names}."),
}
