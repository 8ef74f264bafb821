"""The kinds of rows the history tells of: what each is called, and who else may see what became of one."""

from dataclasses import dataclass

from app.access import Right
from app.i18n import N_

WHOLE_HISTORY = Right.AUDIT


@dataclass(frozen=True)
class Kind:
    """`changed_with` is the right that lets somebody change such a row, and so see what became of it."""

    word: str
    changed_with: Right | None = Right.MANAGE


OF_INITIATIVES: dict[str, Kind] = {
    "activity": Kind(N_("Activity"), Right.LOG),
    "cost": Kind(N_("Cost"), Right.LOG),
    "benefit": Kind(N_("Benefit"), Right.LOG),
    "observation": Kind(N_("Observation"), Right.LOG),
    "claim": Kind(N_("Claim"), Right.LOG),
    "proposal": Kind(N_("Proposal"), Right.LOG),
    "obstacle": Kind(N_("Obstacle or enabler"), Right.LOG),
    "incident": Kind(N_("Incident"), Right.LOG),
    "story": Kind(N_("Story"), Right.LOG),
    "finding": Kind(N_("Finding"), Right.LOG),
    "ground": Kind(N_("Entry that a finding rests on"), Right.EVALUATE),
    "contribution": Kind(N_("Contribution"), Right.EVALUATE),
    "explanation": Kind(N_("Another explanation"), Right.EVALUATE),
    "warning_answer": Kind(N_("Answer to a warning"), Right.LOG),
    "publication": Kind(N_("Publication"), Right.EVALUATE),
    "evidence_file": Kind(N_("Evidence file"), Right.LOG),
    "indicator": Kind(N_("Indicator")),
    "former_point": Kind(N_("Replaced baseline or target")),
    "rebase": Kind(N_("New beginning of a series"), Right.EVALUATE),
    "period_lock": Kind(N_("Locked period"), Right.EVALUATE),
    "phase": Kind(N_("Phase")),
    "initiative": Kind(N_("Initiative")),
    "declared_aim": Kind(N_("Aim")),
    "partnership": Kind(N_("Partner")),
    "partner_invitation": Kind(N_("Invitation of a partner")),
    "rating_link": Kind(N_("Rating link")),
    "view": Kind(N_("View"), None),
}
"""By the name of the table."""

OF_ORGANIZATIONS: dict[str, Kind] = {
    "organization": Kind(N_("Organization")),
    "member": Kind(N_("Member")),
    "invitation": Kind(N_("Invitation")),
    "report_template": Kind(N_("Report template")),
}

KINDS = OF_INITIATIVES | OF_ORGANIZATIONS

NAMELESS = frozenset({"view"})
"""Kinds with which nobody's name is kept."""


def kind_of(table_name: str) -> Kind:
    """A kind that came later is told without a word of its own, rather than left out."""
    return KINDS.get(table_name, Kind(N_("Entry"), None))


def may_see_record(table_name: str, rights: frozenset[Right]) -> bool:
    """Whoever sees the whole history, and whoever may change such a row."""
    return WHOLE_HISTORY in rights or kind_of(table_name).changed_with in rights
