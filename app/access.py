"""Who may do what: one table, read aloud in the help page, and the predicates that read it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from app.vocabulary import MemberRole, PartnershipRole


class Right(StrEnum):
    """What may be done with one initiative."""

    READ = "read"
    LOG = "log"
    MANAGE = "manage"
    EVALUATE = "evaluate"
    AUDIT = "audit"
    """See who changed what, and what it was before."""


EVERYTHING = frozenset({Right.READ, Right.LOG, Right.MANAGE, Right.AUDIT})
MANAGING = frozenset({Right.READ, Right.LOG, Right.MANAGE})
LOGGING = frozenset({Right.READ, Right.LOG})
EVALUATING = frozenset({Right.READ, Right.EVALUATE, Right.AUDIT})
READING = frozenset({Right.READ})
NOTHING: frozenset[Right] = frozenset()

RIGHTS: dict[PartnershipRole, dict[MemberRole, frozenset[Right]]] = {
    PartnershipRole.LEAD: {
        MemberRole.ADMIN: EVERYTHING,
        MemberRole.STAFF: MANAGING,
        MemberRole.CITIZEN: LOGGING,
        MemberRole.EVALUATOR: EVALUATING,
        MemberRole.VIEWER: READING,
    },
    PartnershipRole.DELIVERY: {
        MemberRole.ADMIN: LOGGING,
        MemberRole.STAFF: LOGGING,
        MemberRole.CITIZEN: LOGGING,
        MemberRole.EVALUATOR: EVALUATING,
        MemberRole.VIEWER: READING,
    },
    PartnershipRole.EVALUATOR: {
        MemberRole.ADMIN: EVALUATING,
        MemberRole.STAFF: EVALUATING,
        MemberRole.CITIZEN: READING,
        MemberRole.EVALUATOR: EVALUATING,
        MemberRole.VIEWER: READING,
    },
    # A funder reads its portfolio, which holds summaries only, and never the log itself.
    PartnershipRole.FUNDER: dict.fromkeys(MemberRole, NOTHING),
}

MAY_REGISTER = frozenset({MemberRole.ADMIN, MemberRole.STAFF})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody signed in, with the role they have in each of their organizations (id → role)."""

    person_id: int
    name: str
    email: str
    roles: dict[int, MemberRole]

    @property
    def organization_ids(self) -> tuple[int, ...]:
        return tuple(self.roles)


def rights(actor: Actor, partnerships: Iterable[tuple[int, PartnershipRole]]) -> frozenset[Right]:
    """All that the actor's organizations, as partners of one initiative, let them do with it."""
    granted = (
        RIGHTS[as_partner][actor.roles[organization_id]]
        for organization_id, as_partner in partnerships
        if organization_id in actor.roles
    )
    return frozenset().union(*granted)


def may_register(actor: Actor, organization_id: int) -> bool:
    """Whether the actor may register an initiative that this organization leads."""
    return actor.roles.get(organization_id) in MAY_REGISTER


def may_administer(actor: Actor, organization_id: int) -> bool:
    return actor.roles.get(organization_id) is MemberRole.ADMIN


def belongs_to(actor: Actor, organization_id: int) -> bool:
    return organization_id in actor.roles


Rule = TypeVar("Rule", bound=Callable[..., Any])


def access_rule(rule: Rule) -> Rule:
    """Marks a dependency as one that decides who may come in. A route without one does not start."""
    rule.is_access_rule = True  # type: ignore[attr-defined]  # a mark on the function itself
    return rule
