"""Signing in and out, and what programs may use instead."""

from datetime import timedelta

from sqlmodel import Session, col, delete

from app.accounts.models import ApiToken, Person, SignIn, SignInLink
from app.accounts.queries import person_by_email
from app.accounts.schemas import ApiTokenCreate, Credentials, PersonCreate
from app.accounts.secrets import hash_password, hash_token, is_password, new_token
from app.clock import utc_now
from app.database.editing import archive
from app.i18n import _
from app.refusals import Invalid
from app.vocabulary import LinkPurpose

SIGN_IN_LASTS = timedelta(hours=12)
LINK_LASTS = timedelta(hours=12)


def add_person(session: Session, new: PersonCreate) -> Person:
    if person_by_email(session, new.email):
        raise Invalid({"email": _("Somebody with this address has an account already.")})
    person = Person(email=new.email, name=new.name, locale=new.locale)
    session.add(person)
    session.flush()
    return person


def set_password(session: Session, person: Person, password: str) -> None:
    """A new password ends every session that was open."""
    person.password_hash = hash_password(password)
    end_sessions(session, person.key)
    session.flush()


def person_with(session: Session, credentials: Credentials) -> Person:
    """The person these belong to. Unknown address and wrong password are refused alike, after as long."""
    person = person_by_email(session, credentials.email)
    if not is_password(credentials.password, person.password_hash if person else None) or person is None:
        raise Invalid({"password": _("The e-mail address and the password do not go together.")})
    return person


def sign_in(session: Session, person: Person) -> str:
    """A new session; the answer is the token for the browser, kept nowhere else."""
    token = new_token()
    session.exec(delete(SignIn).where(col(SignIn.ends_at) < utc_now()))
    session.add(SignIn(token_hash=hash_token(token), person_id=person.key, ends_at=utc_now() + SIGN_IN_LASTS))
    session.flush()
    return token


def sign_out(session: Session, token: str) -> None:
    session.exec(delete(SignIn).where(col(SignIn.token_hash) == hash_token(token)))


def end_sessions(session: Session, person_id: int, *, staying: str = "") -> None:
    """Signs the person out everywhere but in the browser that has the token `staying`, if it is theirs."""
    session.exec(
        delete(SignIn).where(
            col(SignIn.person_id) == person_id, col(SignIn.token_hash) != hash_token(staying)
        )
    )


def make_link(session: Session, person: Person) -> str:
    """A token that signs this person in once."""
    token = new_token()
    session.add(
        SignInLink(
            token_hash=hash_token(token),
            purpose=LinkPurpose.SIGN_IN,
            person_id=person.key,
            ends_at=utc_now() + LINK_LASTS,
        )
    )
    session.flush()
    return token


def person_with_link(session: Session, token: str) -> Person:
    """Uses the link up. A used, old or unknown one is refused alike."""
    link = session.get(SignInLink, hash_token(token), with_for_update=True)
    if link is None or link.used_at is not None or link.ends_at < utc_now():
        raise Invalid({"token": _("This link has been used, or is too old. Ask for a new one.")})
    link.used_at = utc_now()
    return session.get_one(Person, link.person_id)


def make_api_token(session: Session, person_id: int, new: ApiTokenCreate) -> str:
    """The token itself, to be shown once."""
    token = "tandem_" + new_token()
    session.add(ApiToken(token_hash=hash_token(token), person_id=person_id, **new.model_dump()))
    session.flush()
    return token


def revoke_api_token(session: Session, token: ApiToken) -> None:
    archive(session, token)
