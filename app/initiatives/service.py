"""Writing of initiatives, partnerships, phases and claims."""

from sqlmodel import Session, select

from app.clock import today, utc_now
from app.database.editing import archive, edit, restore
from app.database.references import is_referred_to
from app.i18n import _
from app.initiatives.models import Claim, DeclaredAim, Initiative, Partnership, Phase
from app.initiatives.queries import (
    aims_of,
    is_over,
    phase_kept,
    slug_is_taken,
    wait_for_entries,
    wait_for_partners,
)
from app.initiatives.schemas import (
    AimCreate,
    ClaimCreate,
    InitiativeCreate,
    InitiativeUpdate,
    PartnershipCreate,
    PartnershipUpdate,
    PhaseCreate,
    PhaseWithClaim,
)
from app.organizations.models import Organization
from app.refusals import Invalid
from app.slugs import RESERVED, free_slug
from app.vocabulary import PartnershipRole

SAID_OF_A_PHASE = frozenset({"claim", "rating_link", "view"})
"""Tables whose rows go with their phase and come back with it."""


def register_initiative(session: Session, new: InitiativeCreate) -> Initiative:
    """A new initiative with its first aim, led by its organization."""
    if new.slug and (new.slug in RESERVED or slug_is_taken(session, new.slug)):
        raise Invalid({"slug": _("Another initiative has this address.")})
    slug = new.slug or free_slug(new.name, lambda candidate: slug_is_taken(session, candidate))
    fields = new.model_dump(exclude={"slug", "aim", "aim_chosen_by"})
    initiative = Initiative(slug=slug, **fields)
    session.add(initiative)
    session.flush()
    first_day = min(new.starts_on, today())
    declare_aim(
        session, initiative, AimCreate(aim=new.aim, declared_on=first_day, chosen_by=new.aim_chosen_by)
    )
    _join(
        session, initiative, PartnershipCreate(organization_id=new.organization_id, role=PartnershipRole.LEAD)
    )
    return initiative


def edit_initiative(
    session: Session, initiative: Initiative, change: InitiativeUpdate, version: int | None
) -> Initiative:
    return edit(session, initiative, change, version)


def archive_initiative(session: Session, initiative: Initiative, version: int | None) -> None:
    """Gone from every list and address, with all that belongs to it, until it is restored whole."""
    archive(session, initiative, version)


def restore_initiative(session: Session, initiative: Initiative) -> Initiative:
    return restore(session, initiative)


def declare_aim(session: Session, initiative: Initiative, new: AimCreate) -> DeclaredAim:
    """From `declared_on` this is the aim; the earlier ones stay in history."""
    aim = DeclaredAim(initiative_id=initiative.key, **new.model_dump())
    session.add(aim)
    session.flush()
    return aim


def archive_aim(session: Session, aim: DeclaredAim, version: int | None) -> None:
    """One stays: an initiative has an aim from its first day."""
    if len(aims_of(session, aim.initiative_id)) == 1:
        raise Invalid({"aim": _("An initiative has at least one aim. Declare another one first.")})
    archive(session, aim, version)


def add_partner(session: Session, initiative: Initiative, new: PartnershipCreate) -> Partnership:
    """One a role, also when two people add it at once. The organization's consent is the caller's to see."""
    if new.role is PartnershipRole.LEAD:
        raise Invalid({"role": _("An initiative has one lead organization.")})
    organization = session.get(Organization, new.organization_id)
    if organization is None or organization.archived_at:
        raise no_such_organization()
    wait_for_partners(session, initiative)
    known = session.exec(
        select(Partnership).where(
            Partnership.initiative_id == initiative.key,
            Partnership.organization_id == new.organization_id,
            Partnership.role == new.role,
        )
    ).first()
    return _join(session, initiative, new) if known is None else _join_again(session, known, new)


def edit_partner(
    session: Session, partnership: Partnership, change: PartnershipUpdate, version: int | None
) -> Partnership:
    """A partnership ends by the day it gets; what that organization could see, it can see no more."""
    if partnership.ended_at:
        raise Invalid({"ends_on": _("It has ended. An invitation begins another.")})
    if partnership.role is PartnershipRole.LEAD and change.ends_on:
        raise Invalid({"ends_on": _("The lead organization stays.")})
    if partnership.role is PartnershipRole.LEAD and change.starts_on and change.starts_on > today():
        raise Invalid({"starts_on": _("The lead organization takes part from the beginning.")})
    return edit(session, partnership, change, version)


def archive_partner(session: Session, partnership: Partnership, version: int | None) -> None:
    if partnership.role is PartnershipRole.LEAD:
        raise Invalid({"role": _("The lead organization stays.")})
    archive(session, partnership, version)


def end_partnership(session: Session, partnership: Partnership) -> Partnership:
    """For good, and at once: only another invitation, accepted, lets the organization in again."""
    if partnership.role is PartnershipRole.LEAD:
        raise Invalid({"role": _("The lead organization stays.")})
    partnership.ended_at = partnership.ended_at or utc_now()
    session.flush()
    return partnership


def no_such_organization() -> Invalid:
    """Said alike of one that is not there, is archived, or is not the asker's to bring in."""
    return Invalid({"organization_id": _("There is no such organization.")})


def _join(session: Session, initiative: Initiative, new: PartnershipCreate) -> Partnership:
    partnership = Partnership(initiative_id=initiative.key, **new.model_dump())
    session.add(partnership)
    session.flush()
    return partnership


def _join_again(session: Session, known: Partnership, new: PartnershipCreate) -> Partnership:
    """What was archived or had ended comes back as it is now said to be."""
    if not is_over(known):
        raise Invalid({"organization_id": _("This organization is a partner in that role already.")})
    known.ended_at = None
    return edit(session, restore(session, known), PartnershipCreate(**new.model_dump()), None)


def begin_phase(session: Session, initiative: Initiative, new: PhaseWithClaim) -> Phase:
    """A phase and, where somebody says who leads it, the first claim, made today."""
    phase = add_phase(session, initiative, PhaseCreate(**new.model_dump(exclude={"lead", "claimed_by"})))
    if new.lead:
        claim_lead(session, phase, ClaimCreate(lead=new.lead, claimed_on=today(), claimed_by=new.claimed_by))
    return phase


def add_phase(session: Session, initiative: Initiative, new: PhaseCreate) -> Phase:
    phase = Phase(initiative_id=initiative.key, **new.model_dump())
    session.add(phase)
    session.flush()
    return phase


def edit_phase(session: Session, phase: Phase, change: PhaseCreate, version: int | None) -> Phase:
    return edit(session, phase, change, version)


def archive_phase(session: Session, phase: Phase, version: int | None) -> None:
    """Refused while entries of the log belong to it: they would be left without a phase.

    What was said of the phase itself goes with it, and comes back with it.
    """
    wait_for_entries(session, phase)
    if is_referred_to(session, phase, apart_from=SAID_OF_A_PHASE):
        raise Invalid(
            {"phase_id": _("Entries in the log belong to this phase. Give them another one first.")}
        )
    archive(session, phase, version)


def check_phase(session: Session, initiative_id: int, phase_id: int | None) -> None:
    """For every entry that names a phase: it is there, of this initiative, and not archived meanwhile."""
    if phase_id is not None and phase_kept(session, initiative_id, phase_id) is None:
        raise Invalid({"phase_id": _("Choose a phase of this initiative.")})


def claim_lead(session: Session, phase: Phase, new: ClaimCreate) -> Claim:
    """What was claimed before stays in history."""
    claim = Claim(initiative_id=phase.initiative_id, phase_id=phase.key, **new.model_dump())
    session.add(claim)
    session.flush()
    return claim


def edit_claim(session: Session, claim: Claim, change: ClaimCreate, version: int | None) -> Claim:
    return edit(session, claim, change, version)
