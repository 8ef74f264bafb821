"""Answers that every page gives the same way."""

from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import RedirectResponse

from app.web.flash import flash

SEE_OTHER = 303


def see(path: str) -> RedirectResponse:
    """After a form: go and look, so that reloading sends nothing twice."""
    return RedirectResponse(path, SEE_OTHER)


def saved(request: Request, path: str, message: str, *, undo: str = "") -> RedirectResponse:
    """`undo` is the address that takes it back by a POST: a button beside the message sends it."""
    response = see(path)
    flash(request, response, message, undo)
    return response


def inside(path: str, otherwise: str = "/") -> str:
    """The path if it stays on this site; anything else could send people to a stranger."""
    try:
        parts = urlsplit(path)
    except ValueError:
        return otherwise
    stays = path.startswith("/") and not path.startswith("//") and not parts.scheme and not parts.netloc
    return path if stays and "\\" not in path and path.isprintable() else otherwise
