"""Tables of people and of what lets them in."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from app.clock import utc_now
from app.database.columns import Moment
from app.database.tables import Editable


class Person(Editable, table=True):
    """Somebody with an account. E-mail addresses are kept in lower case."""

    __tablename__ = "person"
    __table_args__ = (sa.UniqueConstraint("email"),)

    email: str = Field(max_length=254)
    name: str = Field(max_length=120)
    password_hash: str | None = None
    locale: str | None = Field(default=None, max_length=10)


class SignIn(SQLModel, table=True):
    """A session: the browser has the token, we keep only its hash."""

    __tablename__ = "sign_in"

    token_hash: str = Field(primary_key=True, max_length=64)
    person_id: int = Field(foreign_key="person.id", index=True)
    created_at: datetime = Field(default_factory=utc_now, sa_type=Moment, nullable=False)
    ends_at: datetime = Field(sa_type=Moment, nullable=False)


class SignInLink(SQLModel, table=True):
    """A link that signs in once."""

    __tablename__ = "sign_in_link"

    token_hash: str = Field(primary_key=True, max_length=64)
    person_id: int = Field(foreign_key="person.id", index=True)
    ends_at: datetime = Field(sa_type=Moment, nullable=False)
    used_at: datetime | None = Field(default=None, sa_type=Moment)


class ApiToken(Editable, table=True):
    """Lets a program act as a person. Archived means revoked."""

    __tablename__ = "api_token"
    __table_args__ = (sa.UniqueConstraint("token_hash"),)

    token_hash: str = Field(max_length=64)
    person_id: int = Field(foreign_key="person.id", index=True)
    name: str = Field(max_length=120)


class SignInAttempt(SQLModel, table=True):
    """One try to sign in, from one place or for one address, so that nobody guesses passwords in bulk."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (sa.Index("ix_sign_in_attempt_origin", "origin_hash", "happened_at"),)

    id: int | None = Field(default=None, primary_key=True)
    origin_hash: str = Field(max_length=64)
    happened_at: datetime = Field(default_factory=utc_now, sa_type=Moment, nullable=False)
