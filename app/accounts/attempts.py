"""How often somebody may try to sign in: per address they claim and per place they come from."""

from datetime import timedelta

from sqlmodel import Session, col, delete, func, select

from app.accounts.models import Attempt
from app.accounts.secrets import hash_token
from app.clock import utc_now
from app.refusals import TooMany

WINDOW = timedelta(minutes=5)
FOR_ONE_ADDRESS = 10
"""Tries in one window: enough for a forgetful person, too few for a guessing program."""

FROM_ONE_PLACE = 60
"""More, since everybody at a workshop may come through one connection."""


def note_attempt(session: Session, place: str, email: str) -> None:
    """Write the try down, whatever comes of it, and refuse it when there were too many before."""
    session.exec(delete(Attempt).where(col(Attempt.happened_at) < utc_now() - WINDOW))
    limits = {hash_token(f"from {place}"): FROM_ONE_PLACE}
    if email:
        limits[hash_token(f"for {email}")] = FOR_ONE_ADDRESS
    if any(_tries(session, origin) >= limit for origin, limit in limits.items()):
        raise TooMany
    session.add_all(Attempt(origin_hash=origin) for origin in limits)


def _tries(session: Session, origin_hash: str) -> int:
    tries = select(func.count()).select_from(Attempt).where(Attempt.origin_hash == origin_hash)
    return session.exec(tries).one()
