"""Several rows in one form, as they were typed: a cell is named by its column and its row's number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar, Self

from app.i18n import _
from app.i18n.days import possible_days
from app.i18n.formats import format_date
from app.refusals import Invalid
from app.web.addresses import number_in
from app.web.forms import Form


@dataclass
class Row:
    """One entry to be. Its number stays its own, so that sending it twice makes one entry."""

    number: int
    cells: Form

    @property
    def is_empty(self) -> bool:
        return not any(text.strip() for texts in self.cells.typed.values() for text in texts)


@dataclass
class Sheet:
    """`last` is the highest number a row ever had: it is not given again to another row."""

    COLUMNS: ClassVar[str]
    """What a column may be called, as a regular expression."""
    MOST: ClassVar[int]
    AT_ONCE: ClassVar[int]

    form: Form
    rows: list[Row]
    last: int

    @classmethod
    def of(cls, form: Form) -> Self:
        cell = re.compile(rf"({cls.COLUMNS})-([1-9][0-9]{{0,3}})")
        cells: dict[int, Form] = defaultdict(Form)
        for name, values in form.typed.items():
            if known := cell.fullmatch(name):
                cells[int(known[2])].typed[known[1]] = values
        form.typed["_key"] = [form.idempotency_key]
        rows = [Row(number, cells[number]) for number in sorted(cells)]
        return cls(form, rows, max([number_in(form["_last"]) or 0, *cells]))

    @property
    def filled(self) -> list[Row]:
        return [row for row in self.rows if not row.is_empty]

    def add(self, count: int | None = None) -> list[Row]:
        """Empty rows at the end, as far as there is room."""
        room = max(0, self.MOST - len(self.rows))
        wanted = self.AT_ONCE if count is None else count
        added = [Row(self._next(), Form()) for _place in range(min(wanted, room))]
        self.rows += added
        return added

    def with_more(self, rows: Sequence[Row], count: int) -> Iterable[Row]:
        """The first `count` of these rows, and as many new ones as are missing."""
        return islice([*rows, *self.add(count - len(rows))], count)

    def send_anew(self, row: Row) -> None:
        """Under a number that no row had, so that it is another entry."""
        row.number = self._next()

    def _next(self) -> int:
        self.last += 1
        return self.last


def is_shown_as_date(text: str) -> bool:
    """A date field would lose any other text."""
    return re.fullmatch(r"(\d{4}-\d\d-\d\d)?", text) is not None


def one_day(field: str, text: str, beside: Sequence[str]) -> str:
    """As a schema reads it. Which of two days is meant is asked, never guessed."""
    days = possible_days(text, beside)
    if len(days) > 1:
        question = _("Is it {day} or {other_day}? Write {iso} or {other_iso}.")
        one, other = days
        said = question.format(day=format_date(one), other_day=format_date(other), iso=one, other_iso=other)
        raise Invalid({field: said})
    return days[0].isoformat() if days else text
