"""Who may do what: the tables that the help page reads aloud, and the predicates that read them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from app.vocabulary import MemberRole, PartnershipRole


class Right(StrEnum):
    """What may be done with one initiative."""

    READ = "read"
    """Everything in it, with small counts as they are."""
    LOG = "log"
    """Enter and change what belongs to the log."""
    MANAGE = "manage"
    """Change the initiative, its phases, partners, indicators and links to rate by."""
    EVALUATE = "evaluate"
    """Approve or return observations, write findings, publish."""
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


class OwnRight(StrEnum):
    """What members may do with their own organization."""

    READ = "read"
    """Its page, its people by name, and its portfolio."""
    REGISTER = "register"
    """Register initiatives that it leads."""
    ADMINISTER = "administer"
    """Change or archive it, invite people, change what they are, take on partnerships."""


OWN_RIGHTS: dict[MemberRole, frozenset[OwnRight]] = {
    MemberRole.ADMIN: frozenset(OwnRight),
    MemberRole.STAFF: frozenset({OwnRight.READ, OwnRight.REGISTER}),
    MemberRole.CITIZEN: frozenset({OwnRight.READ}),
    MemberRole.EVALUATOR: frozenset({OwnRight.READ}),
    MemberRole.VIEWER: frozenset({OwnRight.READ}),
}


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


def own_rights(actor: Actor, organization_id: int) -> frozenset[OwnRight]:
    """All that the actor may do with this organization; nothing for those who do not belong to it."""
    role = actor.roles.get(organization_id)
    return OWN_RIGHTS[role] if role else frozenset()


def may_register(actor: Actor, organization_id: int) -> bool:
    return OwnRight.REGISTER in own_rights(actor, organization_id)


def may_administer(actor: Actor, organization_id: int) -> bool:
    return OwnRight.ADMINISTER in own_rights(actor, organization_id)


def belongs_to(actor: Actor, organization_id: int) -> bool:
    return OwnRight.READ in own_rights(actor, organization_id)


Rule = TypeVar("Rule", bound=Callable[..., Any])


def access_rule(rule: Rule) -> Rule:
    """Marks a dependency as one that decides who may come in. A route without one does not start."""
    rule.is_access_rule = True  # type: ignore[attr-defined]  # a mark on the function itself
    return rule
