"""What else rests on a row: asked before the row is archived, as a foreign key would before it is deleted."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from app.database.tables import Editable


def is_referred_to(session: Session, row: Editable, *, apart_from: type[Editable]) -> bool:
    """Whether a row of another table, not archived itself, refers to this one."""
    return any(
        session.execute(query).first() is not None
        for query in _references(row, str(apart_from.__tablename__))
    )


def _references(row: Editable, apart_from: str) -> Iterator[sa.Select[int]]:
    for table in SQLModel.metadata.tables.values():
        for reference in table.foreign_key_constraints:
            if reference.referred_table.name == row.__tablename__ and table.name != apart_from:
                equal = [
                    pair.parent == getattr(row, pair.column.name)  # one pair of columns a part of the key
                    for pair in reference.elements
                ]
                yield sa.select(sa.literal(1)).where(*equal, table.c.archived_at.is_(None)).limit(1)
