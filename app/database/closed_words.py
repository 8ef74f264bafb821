"""Which closed lists of words a field can hold, read from the columns of all tables."""

from enum import StrEnum
from functools import cache

import sqlalchemy as sa
from sqlmodel import SQLModel

from app.vocabulary import Support

IN_LISTS: dict[str, list[type[StrEnum]]] = {"support": [Support]}
"""Words kept several together, where the column cannot tell."""


@cache
def closed_words(field: str) -> tuple[type[StrEnum], ...]:
    """Several where tables call different things alike."""
    columns = [table.c[field] for table in SQLModel.metadata.tables.values() if field in table.c]
    kinds = [column.type.enum_class for column in columns if isinstance(column.type, sa.Enum)]
    words = [kind for kind in kinds if kind is not None and issubclass(kind, StrEnum)]
    return tuple(dict.fromkeys([*words, *IN_LISTS.get(field, [])]))
