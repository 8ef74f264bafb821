"""People, how they sign in and out, and what programs may use instead."""

from datetime import date, timedelta

from sqlmodel import Session, col, delete, or_, update

from app.accounts.links import end_links
from app.accounts.models import ApiToken, Person, SignIn
from app.accounts.passwords import expect_unlike
from app.accounts.queries import person_by_email, tokens_of
from app.accounts.schemas import ApiTokenCreate, PersonCreate
from app.accounts.secrets import hash_password, hash_token, new_token
from app.clock import utc_now
from app.database.editing import archive
from app.i18n import _
from app.refusals import Absent, Invalid

SIGN_IN_LASTS = timedelta(hours=12)


def add_person(session: Session, new: PersonCreate) -> Person:
    if person_by_email(session, new.email):
        raise Invalid({"email": _("Somebody with this address has an account already.")})
    person = Person(email=new.email, name=new.name, locale=new.locale)
    session.add(person)
    session.flush()
    return person


def set_password(session: Session, person: Person, password: str) -> None:
    """Takes a tenth of a second of hashing. Routes hash before their unit of work, and `keep_password`."""
    keep_password(session, person, password, hash_password(password))


def keep_password(session: Session, person: Person, password: str, password_hash: str) -> None:
    """From here on this one counts. Whoever had the old one loses all it opened: sessions, links, tokens."""
    expect_unlike(password, person.name, person.email)
    person.password_hash = password_hash
    _shut_out(session, person)


def archive_person(session: Session, person: Person) -> None:
    """Nobody comes in as this person any more, nor when the person is restored, by what was open before."""
    archive(session, person)
    _shut_out(session, person)


def _shut_out(session: Session, person: Person) -> None:
    end_sessions(session, person.key)
    end_links(session, person.key)
    for token in tokens_of(session, person.key):
        revoke_api_token(session, token)
    session.flush()


def person_with(session: Session, email: str, proven: str | None) -> Person:
    """The person with this address, if `proven` is the hash that what was typed goes with.

    It was checked before this unit of work; a password changed meanwhile is another hash. An unknown address
    and a wrong password are refused alike.
    """
    person = person_by_email(session, email)
    if person is None or proven is None or person.password_hash != proven:
        raise Invalid({"password": _("The e-mail address and the password do not go together.")})
    return person


def expect_current_password(person: Person, proven: str | None) -> None:
    """Whoever has a password shows it before choosing another: an open browser is not enough."""
    if person.password_hash is not None and person.password_hash != proven:
        raise Invalid({"current_password": _("This is not your password.")})


def sign_in(session: Session, person: Person, device: str = "") -> str:
    """A new session: the token for the browser, which is kept nowhere. `device` is in plain words."""
    token = new_token()
    session.exec(delete(SignIn).where(col(SignIn.ends_at) < utc_now()))
    session.add(
        SignIn(
            token_hash=hash_token(token),
            person_id=person.key,
            ends_at=utc_now() + SIGN_IN_LASTS,
            device=device,
        )
    )
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


def end_session(session: Session, person_id: int, session_id: int) -> None:
    """One of the person's own; any other does not exist for them."""
    kept = session.get(SignIn, session_id)
    if kept is None or kept.person_id != person_id:
        raise Absent
    session.delete(kept)
    session.flush()


def make_api_token(session: Session, person_id: int, new: ApiTokenCreate) -> str:
    """The token itself, to be shown once."""
    token = "tandem_" + new_token()
    session.add(ApiToken(token_hash=hash_token(token), person_id=person_id, **new.model_dump()))
    session.flush()
    return token


def revoke_api_token(session: Session, token: ApiToken) -> None:
    archive(session, token)


def note_use(session: Session, token_id: int, day: date) -> None:
    """Once a day at most. Outside the audit log, since using a token changes nothing people entered."""
    session.exec(
        update(ApiToken)
        .where(
            col(ApiToken.id) == token_id,
            or_(col(ApiToken.last_used_on).is_(None), col(ApiToken.last_used_on) < day),
        )
        .values(last_used_on=day, updated_at=ApiToken.updated_at)
        .execution_options(synchronize_session=False)
    )
