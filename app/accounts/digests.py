"""Who wants to be sent what is due, and when that was done last."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, or_, select, update

from app.accounts.models import Person


def choose_digest(session: Session, person_id: int, *, wants: bool) -> None:
    session.get_one(Person, person_id).wants_digest = wants
    session.flush()


def people_awaiting(session: Session, last: date) -> Sequence[Person]:
    """Those who want it and were sent none since `last`."""
    return session.exec(
        select(Person)
        .where(
            col(Person.wants_digest),
            col(Person.archived_at).is_(None),
            or_(col(Person.digest_sent_on).is_(None), col(Person.digest_sent_on) <= last),
        )
        .order_by(col(Person.id))
    ).all()


def claim_digest(session: Session, person: Person, day: date) -> bool:
    """Whether it is ours to send: of two runs at once one finds the day of before, and changes it.

    Outside the audit log, since sending a letter changes nothing people entered.
    """
    return _move(session, person, person.digest_sent_on, day)


def give_digest_back(session: Session, person: Person, day: date) -> None:
    """It could not be sent: as if nothing had been."""
    _move(session, person, day, person.digest_sent_on)


def _move(session: Session, person: Person, before: date | None, after: date | None) -> bool:
    moved = session.exec(
        update(Person)
        .where(
            col(Person.id) == person.key,
            col(Person.wants_digest),
            col(Person.digest_sent_on).is_not_distinct_from(before),
        )
        .values(digest_sent_on=after, updated_at=Person.updated_at)
        .execution_options(synchronize_session=False)
    )
    return bool(moved.rowcount == 1)
