"""Several entries in one form: what they share, and one row for each."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Self

from app.activities.schemas import ActivityCreate
from app.i18n import _
from app.i18n.field_names import field_name
from app.refusals import Invalid
from app.web import sheets
from app.web.forms import Form
from app.web.sheets import Row, one_day

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


class Sheet(sheets.Sheet):
    COLUMNS: ClassVar[str] = "|".join(COLUMNS)
    MOST: ClassVar[int] = MOST_ROWS
    AT_ONCE: ClassVar[int] = 8

    @classmethod
    def of(cls, form: Form) -> Self:
        sheet = super().of(form)
        if not sheet.rows:
            sheet.add()
        return sheet

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

    def _entry(self, row: Row, days: Sequence[str]) -> ActivityCreate:
        shared = {name: self.form.all(name) for name in SHARED if name in self.form.typed}
        own = {column: [text] for column in COLUMNS if (text := row.cells[column].strip())}
        return Form(
            shared | own | {"happened_on": [one_day("happened_on", row.cells["happened_on"], days)]}
        ).read(ActivityCreate)
