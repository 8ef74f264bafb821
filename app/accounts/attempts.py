"""How often somebody may try what could be guessed or annoy others: per place, and per address."""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

import sqlalchemy as sa
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

ONE_HOME = 64
"""Bits of an IPv6 address that name a connection; whoever has it may change the others at will."""


def note_attempt(
    session: Session,
    place: str,
    what: str,
    limit: int = FROM_ONE_PLACE,
    *,
    address: str = "",
    limit_for_address: int = FOR_ONE_ADDRESS,
) -> None:
    """Write a try at `what` down; raise TooMany when the last five minutes held enough of them.

    In a unit of work of its own, so that it stays when what was tried is undone. `place` is what `place_of`
    says; `address` is whose account it is about, where there is one: it is counted wherever tries come from.
    """
    limits = {hash_token(f"{what} from {place}"): limit}
    if address:
        limits[hash_token(f"{what} for {address.strip().lower()}")] = limit_for_address
    _one_at_a_time(session, sorted(limits))
    session.exec(delete(Attempt).where(col(Attempt.happened_at) < utc_now() - WINDOW))
    if any(_tries(session, origin) >= most for origin, most in limits.items()):
        raise TooMany
    session.add_all(Attempt(origin_hash=origin) for origin in limits)
    session.flush()


def place_of(host: str) -> str:
    """Where a request comes from, as far as its sender cannot choose it."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return str(address)
    return str(address.ipv4_mapped or ip_network((address, ONE_HOME), strict=False))


def _one_at_a_time(session: Session, origins: list[str]) -> None:
    """A hundred tries in one moment would each see none of the others. SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        for origin in origins:
            session.execute(sa.select(func.pg_advisory_xact_lock(func.hashtextextended(origin, 0))))


def _tries(session: Session, origin_hash: str) -> int:
    tries = select(func.count()).select_from(Attempt).where(Attempt.origin_hash == origin_hash)
    return session.exec(tries).one()
