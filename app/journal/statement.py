"""The one statement behind a page of the journal: a branch a kind, each limited by its own index.

Building it takes longer than the database needs to answer it, so it is built once for each shape of question.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from app.journal.sources import FIGURES, SOURCES, Source
from app.vocabulary import EntryKind

RANKS = {source.kind: rank for rank, source in enumerate(SOURCES)}

ROWS = sa.bindparam("rows", type_=sa.Integer)
Condition = sa.ColumnElement[bool]


@dataclass(frozen=True)
class Shape:
    """What is asked, without the values: those are bound under the names of the filters.

    `words` says in how many forms each word is sought (`word_0_0` …); `after` is the rank of the kind that
    the page before ended with. `wholes` leaves out the parts of a breakdown, and what is not said for good.
    """

    kinds: tuple[EntryKind, ...] = ()
    by_phase: bool = False
    by_person: bool = False
    since: bool = False
    until: bool = False
    words: tuple[int, ...] = ()
    after: int | None = None
    wholes: bool = False

    def holds(self, source: Source) -> bool:
        """Some kinds belong to no phase."""
        wanted = not self.kinds or source.kind in self.kinds
        return wanted and not (self.by_phase and source.phase is None)


@lru_cache(maxsize=500)
def statement(shape: Shape) -> sa.CompoundSelect[Any] | None:
    """No branch gives more rows than the page takes, however long the log is. None where no kind can fit."""
    branches = [_branch(source, shape).subquery() for source in SOURCES if shape.holds(source)]
    if not branches:
        return None
    together = sa.union_all(*(sa.select(branch) for branch in branches))
    return together.order_by(sa.desc("day"), "rank", sa.desc("id")).limit(
        sa.bindparam("rows", type_=sa.Integer)
    )


def _branch(source: Source, shape: Shape) -> sa.Select[Any]:
    table = source.table
    query = sa.select(*_columns(source)).select_from(table)
    if source.above:
        above, joined = source.above
        query = query.join(above, joined).where(above.c.archived_at.is_(None))
    return (
        query.where(
            table.c.initiative_id == sa.bindparam("initiative_id"),
            table.c.archived_at.is_(None),
            *_narrowed(source, shape),
            *_older(source, shape),
        )
        .order_by(source.day.desc(), table.c.id.desc())
        .limit(ROWS)
    )


def _columns(source: Source) -> Iterator[sa.ColumnElement[Any]]:
    yield sa.literal(RANKS[source.kind], sa.Integer).label("rank")
    yield source.day.label("day")
    yield source.table.c.id.label("id")
    yield source.title.label("title")
    yield (sa.cast(sa.null(), sa.Integer) if source.phase is None else source.phase).label("phase_id")
    yield source.table.c.created_by_id.label("person_id")
    for name, kind in FIGURES.items():
        yield source.figures.get(name, sa.cast(sa.null(), kind)).label(name)


def _narrowed(source: Source, shape: Shape) -> Iterator[Condition]:
    if shape.by_phase and source.phase is not None:
        yield source.phase == sa.bindparam("phase_id")
    if shape.by_person:
        yield source.table.c.created_by_id == sa.bindparam("person_id")
    if shape.since:
        yield source.day >= sa.bindparam("since")
    if shape.until:
        yield source.day <= sa.bindparam("until")
    if shape.wholes:
        yield from source.wholes
    for number, forms in enumerate(shape.words):
        yield sa.or_(*(_says(source, f"word_{number}_{form}") for form in range(forms)))


def _says(source: Source, name: str) -> Condition:
    word = sa.bindparam(name, type_=sa.String)
    return sa.or_(*(column.icontains(word, autoescape=False, escape="/") for column in source.searched))


def _older(source: Source, shape: Shape) -> Iterator[Condition]:
    """What comes after an entry of one day depends on which of the two kinds stands first."""
    if shape.after is None:
        return
    rank, day = RANKS[source.kind], sa.bindparam("after_day", type_=sa.Date)
    if rank == shape.after:
        yield sa.tuple_(source.day, source.table.c.id) < sa.tuple_(day, sa.bindparam("after_id"))
    else:
        yield source.day <= day if rank > shape.after else source.day < day
