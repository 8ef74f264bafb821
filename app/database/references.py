"""What rests on a row, and what a row rests on: asked before either is archived or brought back."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from app.database.tables import Editable

NOT_ABOVE = {"person", "organization"}
"""Who entered a row, and who takes part: the log outlives both."""


def is_referred_to(session: Session, row: Editable, *, apart_from: frozenset[str]) -> bool:
    """Whether a row of another table, not archived itself, refers to this one; some tables do not count."""
    return any(session.execute(query).first() is not None for query in _references(row, apart_from))


def is_below_archived(session: Session, row: Editable, *, kept: bool = False) -> bool:
    """Whether something that the row belongs to is archived; `kept` lets nobody archive it meanwhile."""
    return any(
        session.execute(query.with_for_update(read=True, key_share=True) if kept else query).scalar()
        for query in _above(row)
    )


def _references(row: Editable, left_out: frozenset[str]) -> Iterator[sa.Select[int]]:
    for table in SQLModel.metadata.tables.values():
        if "archived_at" not in table.c or table.name in left_out:
            continue  # what nobody archives, such as who has answered today, belongs to nobody's log
        for reference in table.foreign_key_constraints:
            if reference.referred_table.name == row.__tablename__:
                equal = [
                    pair.parent == getattr(row, pair.column.name)  # one pair of columns a part of the key
                    for pair in reference.elements
                ]
                yield sa.select(sa.literal(1)).where(*equal, table.c.archived_at.is_(None)).limit(1)


def _above(row: Editable) -> Iterator[sa.Select[object]]:
    """When each row that this one refers to was archived, if it was."""
    for reference in SQLModel.metadata.tables[str(row.__tablename__)].foreign_key_constraints:
        above = reference.referred_table
        named = [getattr(row, pair.parent.name) for pair in reference.elements]
        if "archived_at" in above.c and above.name not in NOT_ABOVE and None not in named:
            equal = [pair.column == value for pair, value in zip(reference.elements, named, strict=True)]
            yield sa.select(above.c.archived_at).where(*equal)
