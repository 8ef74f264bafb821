"""Writing of who is what in an organization, which is never left without an administrator."""

from sqlmodel import Session

from app.accounts.service import end_sessions
from app.database.editing import archive, edit, expect_version, restore
from app.i18n import _
from app.organizations.models import Member, Organization
from app.organizations.people import administrators_of
from app.organizations.schemas import MemberUpdate
from app.refusals import Absent, Invalid
from app.vocabulary import MemberRole


def change_role(
    session: Session, member: Member, change: MemberUpdate, version: int | None, *, staying: str = ""
) -> Member:
    """What the person may do changes at once, and they sign in again, but for the browser they stay in."""
    _one_at_a_time(session, member)
    expect_version(member, version)
    if change.role is member.role:
        return member
    if change.role is not MemberRole.ADMIN:
        _expect_another_administrator(session, member)
    end_sessions(session, member.person_id, staying=staying)
    return edit(session, member, change, None)


def end_membership(
    session: Session, member: Member, version: int | None = None, *, staying: str = ""
) -> None:
    """The person leaves or is removed."""
    _one_at_a_time(session, member)
    _expect_another_administrator(session, member)
    archive(session, member, version)
    end_sessions(session, member.person_id, staying=staying)


def bring_back(session: Session, member: Member) -> Member:
    """In the role that the person had."""
    return restore(session, member)


def _one_at_a_time(session: Session, member: Member) -> None:
    """Two administrators who step back at once would each rely on the other: the second one waits here."""
    session.get_one(Organization, member.organization_id, with_for_update={"key_share": True})
    session.refresh(member)
    if member.archived_at:
        raise Absent


def _expect_another_administrator(session: Session, member: Member) -> None:
    if administrators_of(session, member.organization_id) == [member.person_id]:
        raise Invalid({"role": _("An organization keeps at least one administrator.")})
