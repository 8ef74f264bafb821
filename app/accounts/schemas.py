"""What is asked of somebody who signs in."""

from typing import Annotated

from pydantic import StringConstraints

from app.fields import Strict, Title
from app.vocabulary import TokenScope

Email = Annotated[
    str, StringConstraints(min_length=3, max_length=254, to_lower=True, pattern=r"^[^@\s]+@[^@\s]+$")
]


class Credentials(Strict):
    email: Email
    password: Annotated[str, StringConstraints(min_length=1, max_length=1024, strip_whitespace=False)]


class PersonCreate(Strict):
    email: Email
    name: Title
    locale: str | None = None


class ApiTokenCreate(Strict):
    name: Title
    scope: TokenScope = TokenScope.WRITE
