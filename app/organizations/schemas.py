"""Organizations and members as they come in and go out."""

from app.accounts.schemas import Email
from app.fields import Country, Line, Public, Slug, Strict, Title
from app.vocabulary import MemberRole, OrganizationType


class OrganizationCreate(Strict):
    name: Title
    slug: Slug | None = None
    type: OrganizationType
    country: Country
    place: Line = ""


class OrganizationUpdate(Strict):
    name: Title
    place: Line = ""


class OrganizationPublic(Public):
    id: int
    slug: str
    name: str
    type: OrganizationType
    country: str
    place: str
    version: int


class MemberCreate(Strict):
    email: Email
    role: MemberRole
