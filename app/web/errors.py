"""What went wrong, as a page for people and as RFC 9457 problem details for programs."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from starlette.exceptions import HTTPException

from app.i18n import N_, _
from app.refusals import Absent, Archived, Forbidden, Invalid, KeyReused, ReadOnly, Stale, TooMany
from app.web.addresses import query_with_next
from app.web.answers import see
from app.web.conflict_answers import (
    around_archived,
    around_signed_out,
    is_page_form,
    stale_for_programs,
    typed_in,
    was_editing,
)
from app.web.forms import ShownAgain
from app.web.messages import messages_by_field
from app.web.templating import render

log = logging.getLogger("tandem")

TITLES = {
    400: N_("This request cannot be read."),
    401: N_("Sign in first."),
    403: N_("You may not do this here."),
    404: N_("There is nothing at this address."),
    405: N_("This address does not take that."),
    409: N_("Somebody else changed this meanwhile."),
    429: N_("Too many tries. Wait five minutes, then try again."),
    413: N_("This is too large."),
    422: N_("Some fields cannot be taken as they are."),
    500: N_("Something went wrong here, and it is written down."),
    503: N_("The database does not answer just now."),
}


class NotSignedIn(Exception):
    """The page or route is for people who are signed in."""


def answer(request: Request, status: int, errors: dict[str, str] | None = None) -> Response:
    title = _(TITLES.get(status, TITLES[500 if status >= HTTPStatus.INTERNAL_SERVER_ERROR else 400]))
    if request.url.path.startswith("/api/"):
        return problem(status, title, errors)
    return render(
        request, "errors/error.html", status=status, number=status, title=title, errors=errors or {}
    )


def problem(status: int, title: str, errors: dict[str, str] | None = None, **more: Any) -> JSONResponse:
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, **more}
    if errors:
        body["errors"] = [{"field": field, "message": message} for field, message in errors.items()]
    return JSONResponse(body, status, media_type="application/problem+json")


def add_error_pages(app: FastAPI) -> None:
    for error, status in (
        (Absent, 404),
        (Forbidden, 403),
        (StaleDataError, 409),
        (TooMany, 429),
        (UnicodeError, 400),
    ):
        app.add_exception_handler(error, _with(status))
    app.add_exception_handler(Stale, _stale)
    app.add_exception_handler(Archived, _archived)
    app.add_exception_handler(ShownAgain, lambda request, error: error.response)
    app.add_exception_handler(Invalid, lambda request, error: answer(request, 422, error.errors))
    app.add_exception_handler(KeyReused, _key_reused)
    app.add_exception_handler(ReadOnly, _read_only)
    app.add_exception_handler(NotSignedIn, _sign_in_first)
    app.add_exception_handler(RequestValidationError, _not_readable)
    app.add_exception_handler(HTTPException, lambda request, error: answer(request, error.status_code))
    app.add_exception_handler(IntegrityError, _rule_broken)
    app.add_exception_handler(DataError, _not_storable)
    app.add_exception_handler(DBAPIError, _database_trouble)


def _with(status: int) -> Callable[[Request, Exception], Response]:
    return lambda request, error: answer(request, status)


def _key_reused(request: Request, error: Exception) -> Response:
    return answer(request, 422, {"Idempotency-Key": _("This key came before, with another content.")})


def _read_only(request: Request, error: Exception) -> Response:
    return answer(request, 403, {"Authorization": _("This token may read, and change nothing.")})


async def _stale(request: Request, error: Exception) -> Response:
    assert isinstance(error, Stale)
    if request.url.path.startswith("/api/"):
        return problem(409, _(TITLES[409]), **await stale_for_programs(request, error))
    return answer(request, 409)


async def _archived(request: Request, error: Exception) -> Response:
    """Absent for everybody but those who just changed it: what they typed must not go with it."""
    assert isinstance(error, Archived)
    if not was_editing(request):
        return answer(request, 404)
    around = around_archived(request, error, await typed_in(request))
    return render(request, "errors/conflict_archived.html", status=409, **around)


async def _sign_in_first(request: Request, error: Exception) -> Response:
    if is_page_form(request):
        around = around_signed_out(request, await typed_in(request))
        return render(request, "errors/conflict_signed_out.html", status=401, **around)
    if request.url.path.startswith("/api/") or request.method != "GET":
        return answer(request, 401)
    asked = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    return see("/sign-in" + query_with_next(asked))


def _not_readable(request: Request, error: Exception) -> Response:
    """An address that cannot be read is one that does not exist; a body says by the field what is wrong."""
    assert isinstance(error, RequestValidationError)
    in_path = any(part["loc"][:1] == ("path",) for part in error.errors())
    return answer(request, 404) if in_path else answer(request, 422, messages_by_field(error.errors()))


def _rule_broken(request: Request, error: Exception) -> Response:
    """What the database itself refused: two people at once, or half a form. Nothing was stored."""
    log.warning("the database refused: %s", error)
    return answer(request, 409)


def _not_storable(request: Request, error: Exception) -> Response:
    """What no column takes, such as a NUL in an address; fields of forms and bodies were checked before."""
    log.warning("the database could not take: %s", error)
    return answer(request, 400)


def _database_trouble(request: Request, error: Exception) -> Response:
    log.error("database: %s", error, exc_info=error)
    assert isinstance(error, DBAPIError)
    unreachable = error.connection_invalidated or type(error).__name__ == "OperationalError"
    return answer(request, 503 if unreachable else 500)
