"""Organizations, their members and invitations as they come in and go out."""

from datetime import datetime

from app.accounts.schemas import Email, Password
from app.fields import Country, Line, Public, Slug, Strict, Title
from app.vocabulary import MemberRole, OrganizationType


class OrganizationCreate(Strict):
    name: Title
    slug: Slug | None = None
    type: OrganizationType
    country: Country
    place: Line = ""


class OrganizationUpdate(Strict):
    """All that may change later: the address stays, since others have it."""

    name: Title
    type: OrganizationType
    country: Country
    place: Line = ""


class OrganizationPublic(Public):
    id: int
    slug: str
    name: str
    type: OrganizationType
    country: str
    place: str
    version: int


class MemberUpdate(Strict):
    role: MemberRole


class MemberPublic(Public):
    """A member as other members see them; the e-mail address is for administrators."""

    id: int
    organization_id: int
    person_id: int
    name: str
    email: str | None
    role: MemberRole
    created_at: datetime
    version: int


class InvitationCreate(Strict):
    email: Email
    role: MemberRole


class AccountCreate(Strict):
    """Of somebody who was invited; the address is that of the invitation."""

    name: Title
    password: Password


class InvitationPublic(Public):
    id: int
    organization_id: int
    email: str
    role: MemberRole
    created_at: datetime
    ends_at: datetime
    version: int


class InvitationMade(InvitationPublic):
    """With its link, where no letter takes it there. It is said in this answer only."""

    link: str | None
