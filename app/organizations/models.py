"""Tables of organizations and of who belongs to them."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field

from app.database.columns import Moment, words
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

    @property
    def organization_touched(self) -> int | None:
        return self.id


class Member(Editable, table=True):
    """One person's role in one organization."""

    __tablename__ = "member"
    __table_args__ = (sa.UniqueConstraint("organization_id", "person_id"),)

    organization_id: int = Field(foreign_key="organization.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    role: MemberRole = Field(sa_type=words(MemberRole))


class Invitation(Editable, table=True):
    """Lets whoever holds its link join an organization, once. Archived means withdrawn."""

    __tablename__ = "invitation"
    __table_args__ = (sa.UniqueConstraint("token_hash"),)

    token_hash: str = Field(max_length=64)
    organization_id: int = Field(foreign_key="organization.id", index=True)
    email: str = Field(max_length=254)
    role: MemberRole = Field(sa_type=words(MemberRole))
    ends_at: datetime = Field(sa_type=Moment, nullable=False)
    accepted_at: datetime | None = Field(default=None, sa_type=Moment)
