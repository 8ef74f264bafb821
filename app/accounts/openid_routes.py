"""The way to the OpenID Connect provider and back; linking its account with one's own, and parting them."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlmodel import Session

from app.access import access_rule
from app.accounts import identities, service
from app.accounts.models import Person
from app.accounts.openid import Provider, Told, Transaction, Unanswered, Unproven
from app.accounts.routes import come_in
from app.dependencies import RowId, SessionDep, SignedIn
from app.i18n import _
from app.limits import briefly, limited
from app.refusals import Absent, Invalid
from app.web.answers import inside, saved, see
from app.web.forms import ShownAgain
from app.web.templating import render

router = APIRouter()

LASTS = 600
"""Seconds for the way there and back, and again to confirm a link."""

JOURNEY = "openid"
TOLD = "openid_told"
CONFIRMING = "/account/identities/new"

NextPage = Annotated[str, Query(alias="next", max_length=1000)]


@access_rule
async def provider_here(request: Request) -> Provider:
    """Everybody may go to the provider; where none is configured, there is no such address."""
    settings = request.app.state.settings
    if not settings.has_openid:
        raise Absent
    return Provider(settings)


ProviderHere = Annotated[Provider, Depends(provider_here)]
Counted = [Depends(limited("sign in"))]
"""Each of these makes us ask the provider."""


# Those that talk to the provider hold no unit of work meanwhile: a slow provider keeps nobody else waiting.


@router.get("/sign-in/openid", dependencies=Counted)
async def go_to_provider(request: Request, provider: ProviderHere, next_page: NextPage = "/") -> Response:
    return await _sent(request, provider, Transaction.begun(inside(next_page)))


@router.get("/account/openid", dependencies=Counted)
async def go_to_provider_to_link(request: Request, provider: ProviderHere) -> Response:
    """A link, not a form: our policy lets forms lead to this site only, and this one leads away."""
    return await _sent(request, provider, Transaction.begun(CONFIRMING, is_link=True))


@router.get("/sign-in/openid/return", dependencies=Counted)
async def come_back(request: Request, provider: ProviderHere, state: str = "", code: str = "") -> Response:
    with _or_say_why_not(request, provider):
        transaction = _transaction(request, state)
        told = await provider.identity(transaction, code)
        if transaction.is_link:
            response: Response = see(transaction.next_page)
            _keep(request, response, TOLD, asdict(told))
        else:
            token = await briefly(request, partial(_signed_in, told=told, provider=provider.name))
            response = come_in(request, token, transaction.next_page)
    _forget(request, response, JOURNEY)
    return response


@router.get(CONFIRMING)
def ask_to_link(request: Request, provider: ProviderHere, actor: SignedIn) -> Response:
    """Not linked before the person said so here: the browser may be signed in there as somebody else."""
    with _or_say_why_not(request, provider):
        return render(request, "accounts/link_identity.html", provider=provider.name, told=_told(request))


@router.post("/account/identities")
def add_identity(request: Request, provider: ProviderHere, session: SessionDep, actor: SignedIn) -> Response:
    with _or_say_why_not(request, provider):
        identities.link_identity(session, session.get_one(Person, actor.person_id), _told(request))
    words = _("Linked. From now on you can sign in with {provider}.")
    response = saved(request, "/account", words.format(provider=provider.name))
    _forget(request, response, TOLD)
    return response


@router.post("/account/identities/{identity_id}/unlink")
def remove_identity(
    request: Request, provider: ProviderHere, session: SessionDep, actor: SignedIn, identity_id: RowId
) -> Response:
    with _or_say_why_not(request, provider):
        identities.unlink_identity(session, actor.person_id, identity_id)
    return saved(request, "/account", _("Unlinked."))


async def _sent(request: Request, provider: Provider, transaction: Transaction) -> Response:
    with _or_say_why_not(request, provider):
        response = see(await provider.address_for(transaction))
    _keep(request, response, JOURNEY, asdict(transaction))
    return response


def _signed_in(session: Session, *, told: Told, provider: str) -> str:
    return service.sign_in(session, identities.person_told(session, told, provider))


@contextmanager
def _or_say_why_not(request: Request, provider: Provider) -> Iterator[None]:
    """Whatever stops somebody here is a page with words that say what to do; nothing is stored."""
    try:
        yield
    except Unanswered as error:
        raise _page(request, 503, provider, _("{provider} does not answer just now.")) from error
    except Unproven as error:
        raise _page(request, 400, provider, _("The sign-in with {provider} was not finished.")) from error
    except Invalid as refused:
        words = refused.errors["identity"]
        raise _page(request, 403, provider, _("{provider} does not open this yet."), words) from refused


def _page(request: Request, status: int, provider: Provider, title: str, words: str = "") -> ShownAgain:
    response = render(
        request,
        "accounts/openid_refused.html",
        status=status,
        number=status,
        title=title.format(provider=provider.name),
        words=words,
    )
    _forget(request, response, JOURNEY)
    return ShownAgain(response)


def _transaction(request: Request, state: str) -> Transaction:
    """The one this browser began. Raises Unproven if it began none lately, or another one."""
    transaction = Transaction(**_kept(request, JOURNEY))
    if not secrets.compare_digest(transaction.state.encode(), state.encode()):
        raise Unproven("the state is not the one of this browser")
    return transaction


def _told(request: Request) -> Told:
    return Told(**_kept(request, TOLD))


def _keep(request: Request, response: Response, name: str, kept: dict[str, Any]) -> None:
    response.set_cookie(
        _cookie(request, name),
        _signer(request, name).dumps(kept),
        max_age=LASTS,
        httponly=True,
        samesite="lax",
        secure=request.app.state.settings.is_secure,
        path="/",
    )


def _kept(request: Request, name: str) -> dict[str, Any]:
    try:
        kept: dict[str, Any] = _signer(request, name).loads(
            request.cookies[_cookie(request, name)], max_age=LASTS
        )
    except (KeyError, BadSignature) as error:
        raise Unproven(f"no cookie of ours, or too old: {error}") from error
    return kept


def _forget(request: Request, response: Response, name: str) -> None:
    is_secure = request.app.state.settings.is_secure
    response.delete_cookie(_cookie(request, name), secure=is_secure, httponly=True, samesite="lax")


def _cookie(request: Request, name: str) -> str:
    """`__Host-`, so that no neighbouring site can plant a journey of its own."""
    return f"__Host-{name}" if request.app.state.settings.is_secure else name


def _signer(request: Request, name: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(request.app.state.settings.signing_key, salt=name)
