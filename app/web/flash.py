"""One message for the next page, said once. Signed, so that nobody can put words in our mouth."""

from fastapi import Request, Response
from itsdangerous import BadSignature, URLSafeSerializer

LONGEST = 120
"""Seconds a message waits for its page."""


def flash(request: Request, response: Response, message: str) -> None:
    settings = request.app.state.settings
    response.set_cookie(
        "flash",
        _signer(request).dumps(message),
        max_age=LONGEST,
        httponly=True,
        samesite="lax",
        secure=settings.is_secure,
    )


def take_flash(request: Request) -> str | None:
    """The waiting message; whoever shows it forgets the cookie."""
    try:
        return str(_signer(request).loads(request.cookies["flash"]))
    except (KeyError, BadSignature):
        return None


def _signer(request: Request) -> URLSafeSerializer:
    return URLSafeSerializer(request.app.state.settings.signing_key, salt="flash")
