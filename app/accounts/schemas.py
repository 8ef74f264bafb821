"""What is asked of somebody who signs in, and of a new password."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from app.accounts.passwords import weakness
from app.fields import Strict, Title
from app.vocabulary import TokenScope

Email = Annotated[
    str, StringConstraints(min_length=3, max_length=254, to_lower=True, pattern=r"^[^@\s]+@[^@\s]+$")
]


def _strong(password: str) -> str:
    if message := weakness(password):
        raise PydanticCustomError("weak_password", message)
    return password


Typed = Annotated[str, StringConstraints(min_length=1, max_length=1024, strip_whitespace=False)]
"""A password as it was typed, spaces and all."""

Password = Annotated[Typed, AfterValidator(_strong)]
"""One that somebody chooses. That it is unlike their name is for the service to see."""


class Credentials(Strict):
    email: Email
    password: Typed


class LinkAsked(Strict):
    """Where a one-time link is to go."""

    email: Email


class PasswordChoice(Strict):
    password: Password


class PersonCreate(Strict):
    email: Email
    name: Title
    locale: str | None = None


class DigestChoice(Strict):
    wants_digest: bool = False


class ApiTokenCreate(Strict):
    name: Title
    scope: TokenScope = TokenScope.WRITE
