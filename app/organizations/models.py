"""Tables of organizations and of who belongs to them."""

import sqlalchemy as sa
from sqlmodel import Field

from app.database.columns import words
from app.database.tables import Editable
from app.vocabulary import MemberRole, OrganizationType


class Organization(Editable, table=True):
    __tablename__ = "organization"
    __table_args__ = (sa.UniqueConstraint("slug"),)

    slug: str = Field(max_length=80)
    name: str = Field(max_length=160)
    type: OrganizationType = Field(sa_type=words(OrganizationType))
    country: str = Field(max_length=2)
    place: str = Field(default="", max_length=160)


class Member(Editable, table=True):
    """One person's role in one organization."""

    __tablename__ = "member"
    __table_args__ = (sa.UniqueConstraint("organization_id", "person_id"),)

    organization_id: int = Field(foreign_key="organization.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    role: MemberRole = Field(sa_type=words(MemberRole))
