"""One message for the next page, said once. Signed, so that nobody can put words in our mouth."""

from dataclasses import dataclass

from fastapi import Request, Response
from itsdangerous import BadSignature, URLSafeSerializer

LONGEST = 120
"""Seconds a message waits for its page."""


@dataclass(frozen=True)
class Flash:
    """What was done, and the address of a form that takes it back, if it can be."""

    message: str
    undo: str = ""


def flash(request: Request, response: Response, message: str, undo: str = "") -> None:
    settings = request.app.state.settings
    response.set_cookie(
        "flash",
        _signer(request).dumps([message, undo]),
        max_age=LONGEST,
        httponly=True,
        samesite="lax",
        secure=settings.is_secure,
    )


def take_flash(request: Request) -> Flash | None:
    """The waiting message; whoever shows it forgets the cookie."""
    try:
        return Flash(*_signer(request).loads(request.cookies["flash"]))
    except (KeyError, BadSignature, TypeError):
        return None


def _signer(request: Request) -> URLSafeSerializer:
    return URLSafeSerializer(request.app.state.settings.signing_key, salt="flash")
