"""Where the next lines of a portfolio begin: after a value of the column it is sorted by, and an id."""

from dataclasses import dataclass
from datetime import date

from app.i18n import _
from app.portfolios.lines import Reading
from app.portfolios.wanted import Sort
from app.refusals import Invalid
from app.web.addresses import number_in


@dataclass(frozen=True)
class AfterLine:
    """The last line already shown."""

    value: date | str
    id: int

    @classmethod
    def parse(cls, cursor: str | None, sort: Sort) -> "AfterLine | None":
        if not cursor:
            return None
        text, _dot, row_id = cursor.rpartition(".")
        number = number_in(row_id)
        try:
            value = date.fromisoformat(text) if sort is Sort.START else text
        except ValueError:
            raise _broken() from None
        if number is None or not text.isprintable():
            raise _broken()
        return cls(value, number)

    @classmethod
    def of(cls, reading: Reading, sort: Sort) -> "AfterLine":
        columns: dict[Sort, date | str] = {
            Sort.START: reading.starts_on,
            Sort.NAME: reading.name,
            Sort.COUNTRY: reading.country,
        }
        return cls(columns[sort], reading.initiative_id)

    def __str__(self) -> str:
        return f"{self.value}.{self.id}"


def _broken() -> Invalid:
    return Invalid({"cursor": _("This page address is broken. Start from the first page.")})
