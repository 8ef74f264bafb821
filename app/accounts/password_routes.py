"""Pages to choose a password: with the one before, or with a link when it is forgotten."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from app.accounts import service
from app.accounts.attempts import note_attempt
from app.accounts.letters import send_link
from app.accounts.links import person_of_link, use_link
from app.accounts.models import Person
from app.accounts.passwords import weakness
from app.accounts.queries import person_signed_in
from app.accounts.routes import LetterCounted, LinkCounted, let_in
from app.accounts.schemas import LinkAsked, PasswordChoice
from app.accounts.secrets import aside, hash_password, is_password
from app.dependencies import Anyone, SessionDep, SignedIn, cookie_name
from app.i18n import _
from app.i18n.locale import current_locale
from app.limits import Place, briefly
from app.mail import later
from app.vocabulary import LinkPurpose
from app.web.errors import NotSignedIn
from app.web.flash import flash
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter()
FORGOTTEN, BY_LINK, CHANGE = (
    "accounts/forgotten.html",
    "accounts/password_by_link.html",
    "accounts/password.html",
)
ASKED = "accounts/asked.html"


async def new_hash(form: FormDep, counted: LinkCounted) -> str:
    """The hash of the password in the form, made before the unit of work; nothing for one that is refused."""
    return "" if weakness(form["password"]) else await aside(hash_password, form["password"])


NewHash = Annotated[str, Depends(new_hash)]


async def proven(request: Request, origin: Place, form: FormDep) -> str | None:
    """The kept hash of whoever is signed in, if the current password in the form goes with it."""
    person = await run_in_threadpool(_person_here, request)
    if person is None:
        raise NotSignedIn
    await briefly(
        request, lambda session: note_attempt(session, origin, "show password", address=person.email)
    )
    kept = person.password_hash
    is_right: bool = await aside(is_password, form["current_password"], kept)
    return kept if is_right else None


def _person_here(request: Request) -> Person | None:
    with request.app.state.database.reading() as session:
        return person_signed_in(session, request.cookies.get(cookie_name(request), ""))


Proven = Annotated[str | None, Depends(proven)]


@router.get("/password")
def ask_for_address(request: Request, actor: Anyone) -> Response:
    return render(request, FORGOTTEN, form=Form())


@router.post("/password")
def send_password_link(
    request: Request, counted: LetterCounted, actor: Anyone, form: FormDep, tasks: BackgroundTasks
) -> Response:
    """The same answer for every address; whether somebody has it is looked up after the answer."""
    settings, database = request.app.state.settings, request.app.state.database
    with form.or_again(request, FORGOTTEN):
        email = form.read(LinkAsked).email
    if not settings.has_mail:
        return render(request, FORGOTTEN, form=form)
    later(tasks, send_link, database, settings, email, LinkPurpose.PASSWORD, current_locale())
    return render(request, ASKED, email=email, purpose=LinkPurpose.PASSWORD)


@router.get("/password/{token}")
def ask_for_password(request: Request, session: SessionDep, actor: Anyone, token: str) -> Response:
    with Form().or_again(request, BY_LINK, token=token, email=""):
        person = person_of_link(session, token, LinkPurpose.PASSWORD)
    return render(request, BY_LINK, token=token, email=person.email, form=Form())


@router.post("/password/{token}")
def choose_password_by_link(
    request: Request, hashed: NewHash, session: SessionDep, actor: Anyone, form: FormDep, token: str
) -> Response:
    """A password that is refused does not use the link up: nothing is stored then."""
    with form.or_again(request, BY_LINK, token=token, email=""):
        person = use_link(session, token, LinkPurpose.PASSWORD)
        with form.or_again(request, BY_LINK, token=token, email=person.email):
            return _changed(request, session, person, form.read(PasswordChoice).password, hashed)


@router.get("/account/password")
def ask_for_new_password(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    person = session.get_one(Person, actor.person_id)
    return render(request, CHANGE, form=Form(), has_password=person.password_hash is not None)


@router.post("/account/password")
def change_password(
    request: Request, known: Proven, hashed: NewHash, session: SessionDep, actor: SignedIn, form: FormDep
) -> Response:
    person = session.get_one(Person, actor.person_id)
    with form.or_again(request, CHANGE, has_password=person.password_hash is not None):
        service.expect_current_password(person, known)
        return _changed(request, session, person, form.read(PasswordChoice).password, hashed)


def _changed(request: Request, session: Session, person: Person, password: str, hashed: str) -> Response:
    service.keep_password(session, person, password, hashed)
    response = let_in(request, session, person, "/account")
    flash(
        request, response, _("Your new password counts from now on. Everything the old one opened is shut.")
    )
    return response
