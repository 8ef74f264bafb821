"""Pages of who is what in an organization, for its administrators and for those who leave."""

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.accounts.models import Person
from app.database.editing import expect_version
from app.dependencies import (
    OrganizationToAdminister,
    OrganizationToRead,
    RowId,
    SessionDep,
    SignedIn,
    cookie_name,
)
from app.i18n import _
from app.organizations import membership
from app.organizations.models import Member, Organization
from app.organizations.people import member_with
from app.organizations.schemas import MemberUpdate
from app.refusals import Absent
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/organizations/{slug}")
FORM, LEAVE = "organizations/member.html", "organizations/leave.html"


@router.get("/members/{member_id}/edit")
def ask_for_role(
    request: Request, session: SessionDep, organization: OrganizationToAdminister, member_id: RowId
) -> Response:
    member = _member_of(session, organization, member_id)
    form = Form.showing(member)
    return render(
        request, FORM, form=form, organization=organization, member=member, person=_person(session, member)
    )


@router.post("/members/{member_id}/edit")
def change_role(
    request: Request,
    session: SessionDep,
    organization: OrganizationToAdminister,
    member_id: RowId,
    form: FormDep,
) -> Response:
    member = _member_of(session, organization, member_id)
    person = _person(session, member)
    with form.or_again(request, FORM, organization=organization, member=member, person=person):
        change = form.read(MemberUpdate)
        membership.change_role(session, member, change, form.version, staying=_here(request))
    return saved(request, _page(organization), _("Saved. The role holds from now on."))


@router.post("/members/{member_id}/remove")
def remove_member(
    request: Request,
    session: SessionDep,
    organization: OrganizationToAdminister,
    member_id: RowId,
    form: FormDep,
) -> Response:
    member = _member_of(session, organization, member_id)
    person = _person(session, member)
    expect_version(member, form.version)
    showing = Form.showing(member)
    with showing.or_again(request, FORM, organization=organization, member=member, person=person):
        membership.end_membership(session, member, staying=_here(request))
    undo = f"{_page(organization)}/members/{member.key}/restore"
    return saved(request, _page(organization), _("The person is removed."), undo=undo)


@router.post("/members/{member_id}/restore")
def bring_back_member(
    request: Request, session: SessionDep, organization: OrganizationToAdminister, member_id: RowId
) -> Response:
    member = _member_of(session, organization, member_id, archived=True)
    membership.bring_back(session, member)
    return saved(request, _page(organization), _("Brought back, in the role from before."))


@router.get("/leave")
def ask_before_leaving(request: Request, organization: OrganizationToRead) -> Response:
    return render(request, LEAVE, form=Form(), organization=organization)


@router.post("/leave")
def leave(
    request: Request, session: SessionDep, actor: SignedIn, organization: OrganizationToRead, form: FormDep
) -> Response:
    member = member_with(session, organization.key, actor.person_id)
    if member is None:
        raise Absent
    with form.or_again(request, LEAVE, organization=organization):
        membership.end_membership(session, member, staying=_here(request))
    left = _("You have left {organization}.").format(organization=organization.name)
    return saved(request, "/organizations", left)


def _page(organization: Organization) -> str:
    return f"/organizations/{organization.slug}"


def _here(request: Request) -> str:
    """The token of this browser, which goes on when somebody changes what they are themselves."""
    return request.cookies.get(cookie_name(request), "")


def _member_of(
    session: Session, organization: Organization, member_id: int, *, archived: bool = False
) -> Member:
    member = session.get(Member, member_id)
    if member is None or member.organization_id != organization.key:
        raise Absent
    if bool(member.archived_at) is not archived:
        raise Absent
    return member


def _person(session: Session, member: Member) -> Person:
    return session.get_one(Person, member.person_id)
