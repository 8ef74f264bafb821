"""One's own account: where one is signed in, and the tokens that programs use."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.access import Actor
from app.accounts import digests, queries, service
from app.accounts.identities import identities_of
from app.accounts.models import ApiToken, Person
from app.accounts.routes import without_cookie
from app.accounts.schemas import ApiTokenCreate, DigestChoice
from app.accounts.secrets import hash_token
from app.dependencies import RowId, SessionDep, SignedIn, cookie_name
from app.i18n import _
from app.refusals import Absent
from app.web.answers import saved, see
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/account")
ACCOUNT = "accounts/account.html"


@router.get("")
def show_account(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    return render(request, ACCOUNT, form=Form(), token="", **_inside(request, session, actor))


@router.post("/sessions/{session_id}/end")
def end_session(request: Request, session: SessionDep, actor: SignedIn, session_id: RowId) -> Response:
    service.end_session(session, actor.person_id, session_id)
    return saved(request, "/account", _("That browser is signed out."))


@router.post("/sessions/end")
def sign_out_everywhere(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    service.end_sessions(session, actor.person_id)
    return without_cookie(request, see("/"))


@router.post("/digest")
def choose_digest(request: Request, session: SessionDep, actor: SignedIn, form: FormDep) -> Response:
    digests.choose_digest(session, actor.person_id, wants=form.read(DigestChoice).wants_digest)
    return saved(request, "/account", _("Saved."))


@router.post("/tokens")
def add_api_token(request: Request, session: SessionDep, actor: SignedIn, form: FormDep) -> Response:
    """The token is shown on this very page, once: it is kept nowhere."""
    with form.or_again(request, ACCOUNT, token="", **_inside(request, session, actor)):
        token = service.make_api_token(session, actor.person_id, form.read(ApiTokenCreate))
    return render(request, ACCOUNT, form=Form(), token=token, **_inside(request, session, actor))


@router.post("/tokens/{token_id}/revoke")
def revoke_api_token(request: Request, session: SessionDep, actor: SignedIn, token_id: RowId) -> Response:
    token = session.get(ApiToken, token_id)
    if token is None or token.person_id != actor.person_id:
        raise Absent
    service.revoke_api_token(session, token)
    return saved(request, "/account", _("The token is revoked."))


def _inside(request: Request, session: Session, actor: Actor) -> dict[str, Any]:
    person = session.get_one(Person, actor.person_id)
    has_password = person.password_hash is not None
    identities = identities_of(session, actor.person_id)
    return {
        "sessions": queries.sessions_of(session, actor.person_id),
        "this_session": hash_token(request.cookies.get(cookie_name(request), "")),
        "tokens": queries.tokens_of(session, actor.person_id),
        "has_password": has_password,
        "chosen": Form.showing({"wants_digest": person.wants_digest}),
        "has_mail": request.app.state.settings.has_mail,
        "identities": identities,
        "is_only_way_in": len(identities) == 1 and not has_password,
    }
