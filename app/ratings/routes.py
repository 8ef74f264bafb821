"""The one page that asks somebody without an account who led a phase. Nothing personal is asked or kept."""

import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from app.access import access_rule
from app.clock import today
from app.dependencies import SessionDep
from app.i18n import _
from app.initiatives.pages import phase_name
from app.limits import Place, limited
from app.ratings.queries import Asked, asked_by
from app.ratings.schemas import NOT_AN_ANSWER, RatingCreate
from app.ratings.service import TOGETHER, rate
from app.ratings.tokens import answerer_hash, link_id_in
from app.ratings.words import answers, as_whom, in_plain_words, shown_from
from app.refusals import Absent, Invalid
from app.web.answers import see
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/rate/{token}")
TWO_DAYS = 2 * 24 * 3600
FROM_ONE_WORKSHOP = 120
"""Answers in five minutes: a room full of people may come through one connection."""


@access_rule
def asked(token: str, request: Request, session: SessionDep) -> Asked:
    """Whoever holds the link may answer, and sees what it asks about; any other link leads nowhere."""
    link_id = link_id_in(request.app.state.settings.signing_key, token)
    found = asked_by(session, link_id) if link_id else None
    if found is None:
        raise Absent
    return found


AskedDep = Annotated[Asked, Depends(asked)]
Counted = Annotated[None, Depends(limited("rate", FROM_ONE_WORKSHOP))]


@router.get("")
def ask_who_led(request: Request, found: AskedDep) -> Response:
    response = unlisted(render(request, "ratings/rate.html", form=Form(), **_about(found)))
    return _with_device(request, response)


@router.post("")
def take_answer(
    request: Request, counted: Counted, session: SessionDep, found: AskedDep, form: FormDep, place: Place
) -> Response:
    """The cookie tells which device it was, else the form it was shown, else where it comes from."""
    who = request.cookies.get(_cookie(request)) or form["_key"] or f"place {place}"
    with form.or_again(request, "ratings/rate.html", **_about(found)):
        answer = _answer(form)
        kept = rate(
            session, found.phase, found.link.side, answer.rating, _hash(request, found, who), found.link
        )
    return see(f"{request.url.path}/thanks{'' if kept else '?again=yes'}")


@router.get("/thanks")
def thank(request: Request, found: AskedDep, again: str = "") -> Response:
    return unlisted(render(request, "ratings/thanks.html", again=again == "yes", **_about(found)))


def unlisted(response: Response) -> Response:
    """Who was given the link came by it, not by a search engine."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _answer(form: Form) -> RatingCreate:
    if not form["rating"]:
        raise Invalid({"rating": _(NOT_AN_ANSWER)})
    return form.read(RatingCreate)


def _about(found: Asked) -> dict[str, Any]:
    return {
        "phase": found.phase,
        "name": phase_name(found.phase),
        "initiative_name": found.initiative.name,
        "plainly": in_plain_words(found.phase.kind),
        "answers": answers(),
        "as_whom": as_whom(found.link.side),
        "shown_from": shown_from(found.link.side, TOGETHER),
    }


def _hash(request: Request, found: Asked, who: str) -> str:
    key = request.app.state.settings.signing_key
    return answerer_hash(key, f"device {who}", found.phase.key, found.link.side, today())


def _cookie(request: Request) -> str:
    return "__Host-device" if request.app.state.settings.is_secure else "device"


def _with_device(request: Request, response: Response) -> Response:
    """A random word that means nothing elsewhere and is gone in two days."""
    if _cookie(request) not in request.cookies:
        response.set_cookie(
            _cookie(request),
            secrets.token_urlsafe(16),
            max_age=TWO_DAYS,
            httponly=True,
            samesite="lax",
            secure=request.app.state.settings.is_secure,
        )
    return response
