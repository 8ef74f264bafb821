"""One-time links: made, mailed or printed, looked at, and used up exactly once."""

from datetime import timedelta

from sqlmodel import Session, col, delete, select, update

from app.accounts.models import Person, SignInLink
from app.accounts.queries import anybody_is_here
from app.accounts.secrets import hash_token, new_token
from app.clock import utc_now
from app.i18n import _
from app.refusals import Invalid
from app.vocabulary import LinkPurpose

LASTS = {
    LinkPurpose.SIGN_IN: timedelta(minutes=20),
    LinkPurpose.PASSWORD: timedelta(hours=1),
    LinkPurpose.SET_UP: timedelta(hours=24),
}
PATHS = {LinkPurpose.SIGN_IN: "/sign-in", LinkPurpose.PASSWORD: "/password", LinkPurpose.SET_UP: "/set-up"}
KEPT = timedelta(days=1)
"""How long a link that is over stays, which nobody needs."""


def make_link(
    session: Session,
    person: Person | None,
    purpose: LinkPurpose = LinkPurpose.SIGN_IN,
    lasts: timedelta | None = None,
) -> str:
    """The token, which is kept nowhere. Links to set the place up are nobody's."""
    token = new_token()
    session.exec(delete(SignInLink).where(col(SignInLink.ends_at) < utc_now() - KEPT))
    session.add(
        SignInLink(
            token_hash=hash_token(token),
            purpose=purpose,
            person_id=person.key if person else None,
            ends_at=utc_now() + (lasts or LASTS[purpose]),
        )
    )
    session.flush()
    return token


def address_of(base_url: str, purpose: LinkPurpose, token: str) -> str:
    """What is mailed or printed. It begins with the configured address, whatever a request says."""
    return f"{base_url.rstrip('/')}{PATHS[purpose]}/{token}"


def person_of_link(session: Session, token: str, purpose: LinkPurpose) -> Person:
    """Whose it is, without using it up. Used, old, unknown and changed ones are refused alike."""
    link = session.get(SignInLink, hash_token(token))
    if link is None or link.purpose is not purpose or link.used_at or link.ends_at < utc_now():
        raise _refused()
    return _present(session, link.person_id)


def use_link(session: Session, token: str, purpose: LinkPurpose) -> Person:
    """Uses it up. Of two who come at once, one statement lets only the first through."""
    used = session.exec(
        update(SignInLink)
        .where(
            col(SignInLink.token_hash) == hash_token(token),
            col(SignInLink.purpose) == purpose,
            col(SignInLink.used_at).is_(None),
            col(SignInLink.ends_at) >= utc_now(),
        )
        .values(used_at=utc_now())
        .returning(col(SignInLink.person_id))
    ).first()
    if used is None:
        raise _refused()
    return _present(session, used[0])


def end_links(session: Session, person_id: int) -> None:
    """Those that were not used yet open nothing any more."""
    session.exec(
        update(SignInLink)
        .where(col(SignInLink.person_id) == person_id, col(SignInLink.used_at).is_(None))
        .values(used_at=utc_now())
    )


def expect_set_up(session: Session, token: str) -> None:
    """Raises Invalid unless this link may still set the place up."""
    link = session.get(SignInLink, hash_token(token))
    is_open = link and link.purpose is LinkPurpose.SET_UP and not link.used_at and link.ends_at >= utc_now()
    if not is_open or anybody_is_here(session):
        raise _refused()


def use_set_up(session: Session, token: str) -> None:
    """Uses up every link to set the place up: whoever comes with another one waits here, and is refused."""
    open_links = select(SignInLink.token_hash).where(
        SignInLink.purpose == LinkPurpose.SET_UP,
        col(SignInLink.used_at).is_(None),
        col(SignInLink.ends_at) >= utc_now(),
    )
    taken = session.exec(open_links.order_by(SignInLink.token_hash).with_for_update()).all()
    if hash_token(token) not in taken or anybody_is_here(session):
        raise _refused()
    session.exec(update(SignInLink).where(col(SignInLink.token_hash).in_(taken)).values(used_at=utc_now()))


def _present(session: Session, person_id: int | None) -> Person:
    person = session.get(Person, person_id)
    if person is None or person.archived_at:
        raise _refused()
    return person


def _refused() -> Invalid:
    return Invalid({"token": _("This link has been used, or is too old. Ask for a new one.")})
