"""Pages to sign in, by password or by a link, and to sign out."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from app.accounts import service
from app.accounts.devices import device_of
from app.accounts.letters import send_link
from app.accounts.links import person_of_link, use_link
from app.accounts.models import Person
from app.accounts.queries import person_by_email
from app.accounts.schemas import Credentials, LinkAsked
from app.accounts.secrets import aside, is_password
from app.dependencies import Anyone, SessionDep, cookie_name
from app.i18n.locale import current_locale
from app.limits import limited
from app.mail import later
from app.refusals import Absent
from app.vocabulary import LinkPurpose
from app.web.addresses import query_with_next
from app.web.answers import inside, see
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter()
SIGN_IN, LINK, ASKED = "accounts/sign_in.html", "accounts/link.html", "accounts/asked.html"
LETTERS_TO_ONE_ADDRESS = 3
LETTERS_FROM_ONE_PLACE = 20
"""In five minutes: letters annoy whoever gets them, so there are fewer than tries to sign in."""

Counted = Annotated[None, Depends(limited("sign in"))]
LinkCounted = Annotated[None, Depends(limited("use link"))]
LetterCounted = Annotated[
    None, Depends(limited("ask for link", LETTERS_FROM_ONE_PLACE, LETTERS_TO_ONE_ADDRESS))
]


async def proven(request: Request, counted: Counted, form: FormDep) -> str | None:
    """The kept hash that the typed password goes with. Before the unit of work: it takes a tenth of a second.

    For an address that nobody has, as much is computed.
    """
    kept = await run_in_threadpool(_kept_hash, request, form["email"])
    return kept if await aside(is_password, form["password"], kept) else None


def _kept_hash(request: Request, email: str) -> str | None:
    with request.app.state.database.reading() as session:
        person = person_by_email(session, email)
        return person.password_hash if person else None


Proven = Annotated[str | None, Depends(proven)]


@router.get("/sign-in")
def ask_to_sign_in(request: Request, actor: Anyone, next: str = "/") -> Response:  # noqa: A002
    return see(inside(next)) if actor else render(request, SIGN_IN, form=Form(), next=inside(next))


@router.post("/sign-in")
def sign_in(request: Request, known: Proven, session: SessionDep, actor: Anyone, form: FormDep) -> Response:
    next_page = inside(form["next"])
    with form.or_again(request, SIGN_IN, next=next_page):
        person = service.person_with(session, form.read(Credentials).email, known)
    return let_in(request, session, person, next_page)


@router.post("/sign-in-link")
def ask_for_link(
    request: Request, counted: LetterCounted, actor: Anyone, form: FormDep, tasks: BackgroundTasks
) -> Response:
    """The same answer for every address; whether somebody has it is looked up after the answer."""
    settings, next_page = request.app.state.settings, inside(form["next"])
    if not settings.has_mail:
        raise Absent
    with form.or_again(request, SIGN_IN, next=next_page):
        email = form.read(LinkAsked).email
    query = query_with_next(next_page)
    database = request.app.state.database
    later(tasks, send_link, database, settings, email, LinkPurpose.SIGN_IN, current_locale(), query)
    return render(request, ASKED, email=email, purpose=LinkPurpose.SIGN_IN)


@router.get("/sign-in/{token}")
def open_link(request: Request, session: SessionDep, actor: Anyone, token: str, next: str = "/") -> Response:  # noqa: A002
    """In the demo one click is enough. Elsewhere a button uses it up, not a mail program that peeks."""
    next_page = inside(next)
    with Form().or_again(request, LINK, token=token, next=next_page):
        if request.app.state.settings.demo:
            return _let_in_at_once(request, token, next_page)
        person_of_link(session, token, LinkPurpose.SIGN_IN)
    return render(request, LINK, token=token, next=next_page, form=Form())


def _let_in_at_once(request: Request, token: str, next_page: str) -> Response:
    with request.app.state.database.writing() as session:
        return let_in(request, session, use_link(session, token, LinkPurpose.SIGN_IN), next_page)


@router.post("/sign-in/{token}")
def come_in_by_link(
    request: Request, counted: LinkCounted, session: SessionDep, actor: Anyone, form: FormDep, token: str
) -> Response:
    next_page = inside(form["next"])
    with form.or_again(request, LINK, token=token, next=next_page):
        return let_in(request, session, use_link(session, token, LinkPurpose.SIGN_IN), next_page)


@router.post("/sign-out")
def sign_out(request: Request, session: SessionDep, actor: Anyone) -> Response:
    service.sign_out(session, request.cookies.get(cookie_name(request), ""))
    return without_cookie(request, see("/"))


def let_in(request: Request, session: Session, person: Person, next_page: str) -> Response:
    """A new session, in place of the one this browser had, and on to the next page."""
    service.sign_out(session, request.cookies.get(cookie_name(request), ""))
    device = device_of(request.headers.get("user-agent", ""))
    return come_in(request, service.sign_in(session, person, device), next_page)


def come_in(request: Request, token: str, next_page: str) -> Response:
    """Hands the browser its session token and goes on."""
    return with_cookie(request, see(next_page), token)


def with_cookie(request: Request, response: Response, token: str) -> Response:
    is_secure = request.app.state.settings.is_secure
    response.set_cookie(
        cookie_name(request), token, httponly=True, samesite="lax", secure=is_secure, path="/"
    )
    return response


def without_cookie(request: Request, response: Response) -> Response:
    is_secure = request.app.state.settings.is_secure
    response.delete_cookie(cookie_name(request), secure=is_secure, httponly=True, samesite="lax")
    return response
