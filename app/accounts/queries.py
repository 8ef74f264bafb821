"""Who somebody is, by what they bring."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select

from app.accounts.models import ApiToken, Person, SignIn
from app.accounts.secrets import hash_token
from app.clock import utc_now


def person_by_email(session: Session, email: str) -> Person | None:
    wanted = select(Person).where(Person.email == email.strip().lower(), col(Person.archived_at).is_(None))
    return session.exec(wanted).first()


def people_by_email(session: Session, emails: Sequence[str]) -> dict[str, Person]:
    """Those of the addresses that somebody has: e-mail → person."""
    wanted = select(Person).where(col(Person.email).in_(emails), col(Person.archived_at).is_(None))
    return {person.email: person for person in session.exec(wanted)}


def anybody_is_here(session: Session) -> bool:
    """Archived people count: their place was set up."""
    return session.exec(select(Person.id).limit(1)).first() is not None


def names_of_people(session: Session, ids: Iterable[int | None]) -> dict[int, str]:
    """Id → name, without those that name nobody."""
    wanted = {person_id for person_id in ids if person_id is not None}
    rows = session.exec(select(Person.id, Person.name).where(col(Person.id).in_(wanted)))
    return {person_id: name for person_id, name in rows if person_id is not None}


def person_signed_in(session: Session, token: str) -> Person | None:
    """The person whose browser holds this session token, while the session lasts."""
    return session.exec(
        select(Person)
        .join(SignIn, col(SignIn.person_id) == Person.id)
        .where(
            SignIn.token_hash == hash_token(token),
            SignIn.ends_at > utc_now(),
            col(Person.archived_at).is_(None),
        )
    ).first()


def token_and_person(session: Session, token: str) -> tuple[ApiToken, Person] | None:
    """What a program brings, and whom it acts for."""
    found = session.exec(
        select(ApiToken, Person)
        .join(Person, col(ApiToken.person_id) == Person.id)
        .where(
            ApiToken.token_hash == hash_token(token),
            col(ApiToken.archived_at).is_(None),
            col(Person.archived_at).is_(None),
        )
    ).first()
    return (found[0], found[1]) if found else None


def sessions_of(session: Session, person_id: int) -> Sequence[SignIn]:
    """Where the person is signed in, the latest first."""
    return session.exec(
        select(SignIn)
        .where(SignIn.person_id == person_id, SignIn.ends_at > utc_now())
        .order_by(col(SignIn.id).desc())
    ).all()


def tokens_of(session: Session, person_id: int) -> Sequence[ApiToken]:
    """The tokens that are not revoked, newest first."""
    return session.exec(
        select(ApiToken)
        .where(ApiToken.person_id == person_id, col(ApiToken.archived_at).is_(None))
        .order_by(col(ApiToken.id).desc())
    ).all()
