"""Pages to sign in and out, and one's own account."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from sqlmodel import Session

from app.accounts import queries, service
from app.accounts.models import ApiToken
from app.accounts.schemas import ApiTokenCreate, Credentials
from app.dependencies import Anyone, RowId, SessionDep, SignedIn, cookie_name, limited
from app.i18n import _
from app.refusals import Absent
from app.web.answers import inside, saved, see
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter()


Counted = Annotated[None, Depends(limited("sign in"))]


@router.get("/sign-in")
def ask_to_sign_in(request: Request, actor: Anyone, next: str = "/") -> Response:  # noqa: A002
    return (
        see(inside(next))
        if actor
        else render(request, "accounts/sign_in.html", form=Form(), next=inside(next))
    )


@router.post("/sign-in")
def sign_in(
    request: Request, counted: Counted, session: SessionDep, actor: Anyone, form: FormDep
) -> Response:
    next_page = inside(form["next"])
    with form.or_again(request, "accounts/sign_in.html", next=next_page):
        person = service.person_with(session, form.read(Credentials))
    return come_in(request, service.sign_in(session, person), next_page)


@router.get("/sign-in/{token}")
def open_link(request: Request, actor: Anyone, token: str) -> Response:
    """In the demo one click is enough. Elsewhere a button uses it up, not a mail program that peeks."""
    if not request.app.state.settings.demo:
        return render(request, "accounts/link.html", token=token, form=Form())
    with (
        Form().or_again(request, "accounts/link.html", token=token),
        request.app.state.database.writing() as session,
    ):
        return come_in(request, _sign_in_with_link(session, token), "/")


@router.post("/sign-in/{token}")
def use_link(
    request: Request, counted: Counted, session: SessionDep, actor: Anyone, form: FormDep, token: str
) -> Response:
    with form.or_again(request, "accounts/link.html", token=token):
        return come_in(request, _sign_in_with_link(session, token), "/")


def _sign_in_with_link(session: Session, token: str) -> str:
    return service.sign_in(session, service.person_with_link(session, token))


@router.post("/sign-out")
def sign_out(request: Request, session: SessionDep, actor: Anyone) -> Response:
    service.sign_out(session, request.cookies.get(cookie_name(request), ""))
    response = see("/")
    response.delete_cookie(cookie_name(request), secure=request.app.state.settings.is_secure, httponly=True)
    return response


@router.get("/account")
def show_account(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    return render(
        request,
        "accounts/account.html",
        tokens=queries.tokens_of(session, actor.person_id),
        form=Form(),
        token="",
    )


@router.post("/account/tokens")
def add_api_token(request: Request, session: SessionDep, actor: SignedIn, form: FormDep) -> Response:
    """The token is shown on this very page, once: it is kept nowhere."""
    tokens = queries.tokens_of(session, actor.person_id)
    with form.or_again(request, "accounts/account.html", tokens=tokens, token=""):
        token = service.make_api_token(session, actor.person_id, form.read(ApiTokenCreate))
    tokens = queries.tokens_of(session, actor.person_id)
    return render(request, "accounts/account.html", tokens=tokens, form=Form(), token=token)


@router.post("/account/tokens/{token_id}/revoke")
def revoke_api_token(request: Request, session: SessionDep, actor: SignedIn, token_id: RowId) -> Response:
    token = session.get(ApiToken, token_id)
    if token is None or token.person_id != actor.person_id:
        raise Absent
    service.revoke_api_token(session, token)
    return saved(request, "/account", _("The token is revoked."))


def come_in(request: Request, token: str, next_page: str) -> Response:
    """Hands the browser its session token and goes on."""
    response = see(next_page)
    is_secure = request.app.state.settings.is_secure
    response.set_cookie(
        cookie_name(request), token, httponly=True, samesite="lax", secure=is_secure, path="/"
    )
    return response
