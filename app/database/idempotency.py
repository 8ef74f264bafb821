"""A form sent twice makes one row: the first makes it, the others get the same one back."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel

from app.clock import utc_now
from app.database.columns import Moment
from app.database.tables import Editable
from app.refusals import KeyReused

Row = TypeVar("Row", bound=Editable)


class IdempotencyKey(SQLModel, table=True):
    __tablename__ = "idempotency_key"

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    key: str = Field(primary_key=True, max_length=100)
    fingerprint: str
    row_id: int | None = None
    created_at: datetime = Field(sa_type=Moment, nullable=False)


def once(
    session: Session,
    key: str | None,
    table: type[Row],
    payload: BaseModel,
    make: Callable[[], Row],
    *,
    below: Editable | None = None,
) -> Row:
    """The row `make` makes, or the one it made when this key came first.

    `below` is the row it belongs to: the same content for another initiative is another row.
    The key is written before the row, so that on PostgreSQL a second copy waits for the first one's commit.
    """
    person_id = session.info.get("person_id")
    if not key or person_id is None:
        return make()
    fingerprint = _fingerprint(table, payload, below)
    if _take(session, person_id, key, fingerprint):
        row = make()
        session.flush()
        taken = session.get_one(IdempotencyKey, (person_id, key))
        taken.row_id = row.key
        return row
    earlier = session.get_one(IdempotencyKey, (person_id, key))
    if earlier.fingerprint != fingerprint:
        raise KeyReused
    return session.get_one(table, earlier.row_id)


def _take(session: Session, person_id: int, key: str, fingerprint: str) -> bool:
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    taken = session.execute(
        insert(IdempotencyKey)
        .values(person_id=person_id, key=key, fingerprint=fingerprint, created_at=utc_now())
        .on_conflict_do_nothing()
        .returning(sa.literal(1))
    )
    return taken.first() is not None


def _fingerprint(table: type[Editable], payload: BaseModel, below: Editable | None) -> str:
    place = f"{below.__tablename__} {below.key}" if below else ""
    return hashlib.sha256(f"{table.__tablename__} {place} {payload.model_dump_json()}".encode()).hexdigest()
