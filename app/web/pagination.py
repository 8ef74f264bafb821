"""Pages by key, not by number: the next page begins after the last row shown, however long the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from app.i18n import _
from app.refusals import Invalid
from app.web.addresses import number_in

PAGE_SIZE = 50
LARGEST_PAGE = 100

Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    """Some rows, and where the next ones begin."""

    items: Sequence[Item]
    next: str | None


@dataclass(frozen=True)
class After:
    """The last row already shown in a list ordered by a date and the id, newest first."""

    day: date
    id: int

    @classmethod
    def parse(cls, cursor: str | None) -> "After | None":
        if not cursor:
            return None
        try:
            day, id_ = cursor.split(".")
            return cls(date.fromisoformat(day), _id_in(id_))
        except ValueError:
            raise _broken() from None

    def __str__(self) -> str:
        return f"{self.day.isoformat()}.{self.id}"


@dataclass(frozen=True)
class AfterId:
    """The last row already shown in a list ordered by id."""

    id: int

    @classmethod
    def parse(cls, cursor: str | None) -> "AfterId | None":
        if not cursor:
            return None
        return cls(_id_in(cursor))


def _id_in(text: str) -> int:
    number = number_in(text)
    if number is None:
        raise _broken()
    return number


def _broken() -> Invalid:
    return Invalid({"cursor": _("This page address is broken. Start from the first page.")})
