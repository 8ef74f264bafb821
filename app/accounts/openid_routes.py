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
from app.accounts.password_routes import Proven
from app.accounts.routes import let_in
from app.dependencies import RowId, SessionDep, SignedIn
from app.i18n import _
from app.limits import briefly, limited
from app.refusals import Absent, Invalid
from app.web.answers import inside, saved, see
from app.web.forms import Form, FormDep, ShownAgain
from app.web.templating import render

router = APIRouter()

LASTS = 600
"""Seconds for the way there and back, and again to confirm a link."""

ASKED_FROM_ONE_PLACE = 120
"""Times in five minutes, two for each sign-in: enough for a workshop, too few for a flood through us."""

JOURNEY = "openid"
TOLD = "openid_told"
CONFIRMING = "/account/identities/new"
CONFIRM = "accounts/link_identity.html"

NextPage = Annotated[str, Query(alias="next", max_length=1000)]


@access_rule
async def provider_here(request: Request) -> Provider:
    """Everybody may go to the provider; where none is configured, there is no such address."""
    settings = request.app.state.settings
    if not settings.has_openid:
        raise Absent
    return Provider(settings)


ProviderHere = Annotated[Provider, Depends(provider_here)]
Counted = [Depends(limited("ask the provider", ASKED_FROM_ONE_PLACE))]


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
            response = await briefly(
                request, partial(_let_in, request, provider, told, transaction.next_page)
            )
    _forget(request, response, JOURNEY)
    return response


@router.get(CONFIRMING)
def ask_to_link(request: Request, provider: ProviderHere, session: SessionDep, actor: SignedIn) -> Response:
    """Not linked before the person said so here: the browser may be signed in there as somebody else."""
    with _or_say_why_not(request, provider):
        person = session.get_one(Person, actor.person_id)
        return render(request, CONFIRM, form=Form(), **_both(request, provider, person))


@router.post("/account/identities")
def add_identity(
    request: Request,
    provider: ProviderHere,
    known: Proven,
    session: SessionDep,
    actor: SignedIn,
    form: FormDep,
) -> Response:
    """A new way in, so whoever has a password shows it: an open browser is not enough."""
    person = session.get_one(Person, actor.person_id)
    with _or_say_why_not(request, provider):
        both = _both(request, provider, person)
        with form.or_again(request, CONFIRM, **both):
            service.expect_current_password(person, known)
        identities.link_identity(session, person, both["told"])
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


def _let_in(request: Request, provider: Provider, told: Told, next_page: str, session: Session) -> Response:
    return let_in(request, session, identities.person_told(session, told, provider.name), next_page)


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
        is_in = getattr(request.state, "actor", None) is not None
        title = _("Nothing was changed.") if is_in else _("You are not signed in yet.")
        raise _page(request, 403, provider, title, refused.errors["identity"]) from refused


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


def _both(request: Request, provider: Provider, person: Person) -> dict[str, Any]:
    """Who the person is there, and what the page needs to ask whether that is the same here."""
    told = Told(**_kept(request, TOLD))
    return {"told": told, "provider": provider.name, "has_password": person.password_hash is not None}


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
