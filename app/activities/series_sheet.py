"""Several entries in one form, as they were typed: what they share, and one row for each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from app.activities.schemas import ActivityCreate
from app.i18n import _
from app.i18n.days import possible_days
from app.i18n.field_names import field_name
from app.i18n.formats import format_date
from app.refusals import Invalid
from app.web.addresses import number_in
from app.web.forms import Form

SHARED = ("phase_id", "title", "citizen_role", "decision", "level", "support")
COLUMNS = (
    "happened_on",
    "title",
    "citizens",
    "professionals",
    "citizen_hours",
    "professional_hours",
    "other_hours",
    "note",
)
MOST_ROWS = 200
ROWS_AT_ONCE = 8
CELL = re.compile(rf"({'|'.join(COLUMNS)})-([1-9][0-9]{{0,3}})")
"""The name of a cell in the form: its column, and the number of its row."""


@dataclass
class Row:
    """One entry to be. Its number stays its own, so that sending it twice makes one entry."""

    number: int
    cells: Form

    @property
    def is_empty(self) -> bool:
        return not any(self.cells[column].strip() for column in COLUMNS)


@dataclass
class Sheet:
    """`last` is the highest number a row ever had: it is not given again to another row."""

    form: Form
    rows: list[Row]
    last: int

    @classmethod
    def of(cls, form: Form) -> "Sheet":
        cells: dict[int, Form] = defaultdict(Form)
        for name, values in form.typed.items():
            if known := CELL.fullmatch(name):
                cells[int(known[2])].typed[known[1]] = values
        form.typed["_key"] = [form.idempotency_key]
        rows = [Row(number, cells[number]) for number in sorted(cells)]
        sheet = cls(form, rows, max([number_in(form["_last"]) or 0, *cells]))
        if not rows:
            sheet.add(ROWS_AT_ONCE)
        return sheet

    @property
    def filled(self) -> list[Row]:
        return [row for row in self.rows if not row.is_empty]

    def add(self, count: int = ROWS_AT_ONCE) -> list[Row]:
        """Empty rows at the end, as far as there is room."""
        room = max(0, MOST_ROWS - len(self.rows))
        added = [Row(self._next(), Form()) for _place in range(min(count, room))]
        self.rows += added
        return added

    def with_more(self, rows: Sequence[Row], count: int) -> Iterable[Row]:
        """The first `count` of these rows, and as many new ones as are missing."""
        return islice([*rows, *self.add(count - len(rows))], count)

    def read(self) -> list[tuple[Row, ActivityCreate]]:
        """The rows that can be stored. What is wrong with the others is noted beside them."""
        days = [row.cells["happened_on"] for row in self.filled]
        ready = []
        for row in self.filled:
            try:
                ready.append((row, self._entry(row, days)))
            except Invalid as invalid:
                self.note(row, invalid.errors)
        return ready

    def note(self, row: Row, errors: Mapping[str, str]) -> None:
        """Beside the cell it is about, or once where all rows share it."""
        for field, message in errors.items():
            if field in COLUMNS and (field != "title" or row.cells["title"].strip()):
                row.cells.errors[field] = message
                self.form.errors[f"{field}-{row.number}"] = _("Row {row}, {field}: {message}").format(
                    row=row.number, field=field_name(field), message=message
                )
            else:
                self.form.errors[field] = message

    def send_anew(self, row: Row) -> None:
        """Under a number that no row had, so that it is another entry."""
        row.number = self._next()

    def _next(self) -> int:
        self.last += 1
        return self.last

    def _entry(self, row: Row, days: Sequence[str]) -> ActivityCreate:
        shared = {name: self.form.all(name) for name in SHARED if name in self.form.typed}
        own = {column: [text] for column in COLUMNS if (text := row.cells[column].strip())}
        return Form(shared | own | {"happened_on": [_day(row.cells["happened_on"], days)]}).read(
            ActivityCreate
        )


def is_shown_as_date(text: str) -> bool:
    """A date field would lose any other text."""
    return re.fullmatch(r"(\d{4}-\d\d-\d\d)?", text) is not None


def _day(text: str, beside: Sequence[str]) -> str:
    """As the schema reads it. Which of two days is meant is asked, never guessed."""
    days = possible_days(text, beside)
    if len(days) > 1:
        question = _("Is it {day} or {other_day}? Write {iso} or {other_iso}.")
        one, other = days
        said = question.format(day=format_date(one), other_day=format_date(other), iso=one, other_iso=other)
        raise Invalid({"happened_on": said})
    return days[0].isoformat() if days else text
