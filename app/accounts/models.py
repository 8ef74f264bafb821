"""Tables of people and of what lets them in."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from app.clock import utc_now
from app.database.columns import Moment, words
from app.database.tables import Editable
from app.vocabulary import LinkPurpose, TokenScope


class Person(Editable, table=True):
    """Somebody with an account. E-mail addresses are kept in lower case."""

    __tablename__ = "person"
    __table_args__ = (sa.UniqueConstraint("email"),)

    email: str = Field(max_length=254)
    name: str = Field(max_length=120)
    password_hash: str | None = None
    locale: str | None = Field(default=None, max_length=10)
    wants_digest: bool = False
    digest_sent_on: date | None = None


class SignIn(SQLModel, table=True):
    """A session: the browser has the token, we keep its hash. The id names it in the list of sessions."""

    __tablename__ = "sign_in"
    __table_args__ = (sa.UniqueConstraint("token_hash"),)

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(max_length=64)
    person_id: int = Field(foreign_key="person.id", index=True)
    created_at: datetime = Field(default_factory=utc_now, sa_type=Moment, nullable=False)
    ends_at: datetime = Field(sa_type=Moment, nullable=False)
    device: str = Field(default="", max_length=200)


class SignInLink(SQLModel, table=True):
    """A link that lets somebody in once: to sign in, to choose a password, or to set the place up."""

    __tablename__ = "sign_in_link"
    __table_args__ = (
        sa.CheckConstraint("(purpose = 'set_up') = (person_id IS NULL)", name="person_unless_set_up"),
    )

    token_hash: str = Field(primary_key=True, max_length=64)
    purpose: LinkPurpose = Field(sa_type=words(LinkPurpose), nullable=False)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    ends_at: datetime = Field(sa_type=Moment, nullable=False)
    used_at: datetime | None = Field(default=None, sa_type=Moment)


class ExternalIdentity(Editable, table=True):
    """Who somebody is to an OpenID Connect provider."""

    __tablename__ = "external_identity"
    __table_args__ = (sa.UniqueConstraint("issuer", "subject"),)

    issuer: str = Field(max_length=300)
    subject: str = Field(max_length=255)
    person_id: int = Field(foreign_key="person.id", index=True)


class ApiToken(Editable, table=True):
    """Lets a program act as a person. Archived means revoked."""

    __tablename__ = "api_token"
    __table_args__ = (sa.UniqueConstraint("token_hash"),)

    token_hash: str = Field(max_length=64)
    person_id: int = Field(foreign_key="person.id", index=True)
    name: str = Field(max_length=120)
    scope: TokenScope = Field(sa_type=words(TokenScope))
    last_used_on: date | None = None


class Attempt(SQLModel, table=True):
    """One try at what is limited, from one place or for one address, so that nobody tries in bulk."""

    __tablename__ = "attempt"
    __table_args__ = (sa.Index("ix_attempt_origin", "origin_hash", "happened_at"),)

    id: int | None = Field(default=None, primary_key=True)
    origin_hash: str = Field(max_length=64)
    happened_at: datetime = Field(default_factory=utc_now, sa_type=Moment, nullable=False)
