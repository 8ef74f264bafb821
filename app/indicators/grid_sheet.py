"""A grid of values as it was typed: a row for each day, a column for the whole and for each part."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from app.i18n import _
from app.indicators.models import Indicator, Observation
from app.indicators.observation_schemas import ObservationCreate
from app.refusals import Invalid
from app.web import sheets
from app.web.forms import Form
from app.web.sheets import Row, one_day

MOST_COLUMNS = 30
SHARED = ("source", "status")
Cell = tuple[int, int]
"""The number of a row and the place of a column."""


@dataclass
class Grid(sheets.Sheet):
    """`columns` are names of parts, the whole first as an empty one; `known` is what is stored already."""

    COLUMNS: ClassVar[str] = r"observed_on|(?:value|n)_[0-9]{1,2}"
    MOST: ClassVar[int] = 30
    AT_ONCE: ClassVar[int] = 8

    columns: list[str] = field(default_factory=list)
    known: Mapping[Cell, Observation] = field(default_factory=dict)

    @property
    def has_people(self) -> bool:
        """Whether each cell asks for the number of people too."""
        return self.form["people"] == "yes"

    def read_columns(self) -> None:
        """As the form that was sent had them."""
        count = len([name for name in self.form.typed if name.startswith("category_")])
        self.columns = [self.form[f"category_{place}"].strip() for place in range(min(count, MOST_COLUMNS))]

    def add_column(self, category: str) -> int:
        """The place of the column of this part, which may be there already."""
        place = self.place_of(category)
        if place is not None:
            return place
        if len(self.columns) >= MOST_COLUMNS:
            raise Invalid({"new_category": _("There is room for {most} columns.").format(most=MOST_COLUMNS)})
        self.columns.append(category)
        return len(self.columns) - 1

    def place_of(self, category: str) -> int | None:
        folded = [known.casefold() for known in self.columns]
        return folded.index(category.casefold()) if category.casefold() in folded else None

    def filled_cells(self) -> list[tuple[Row, int]]:
        """An empty cell is missing, and never 0."""
        places = range(len(self.columns))
        return [(row, place) for row in self.rows for place in places if self.is_filled(row, place)]

    def is_filled(self, row: Row, place: int) -> bool:
        return bool(row.cells[f"value_{place}"].strip() or row.cells[f"n_{place}"].strip())

    def entry(self, row: Row, place: int) -> ObservationCreate:
        """What the cell would be as a value; raises Invalid by the names of a value's fields."""
        own = {
            "observed_on": [one_day("observed_on", row.cells["observed_on"], self._days())],
            "value": row.cells.all(f"value_{place}"),
            "n": row.cells.all(f"n_{place}"),
            "category": [self.columns[place]],
        }
        return Form({name: self.form.all(name) for name in SHARED} | own).read(ObservationCreate)

    def note(self, row: Row, place: int, errors: Mapping[str, str]) -> None:
        """Beside the cell; a day that cannot be read is wrong once for its whole row."""
        for name, message in errors.items():
            column = {"observed_on": "observed_on", "n": f"n_{place}"}.get(name, f"value_{place}")
            self._say(row, column, message)

    def note_cell(self, row: Row, place: int, errors: Iterable[str]) -> None:
        """Refused as a whole, such as a second value for its day."""
        self._say(row, f"value_{place}", " ".join(errors))

    def forget(self, row: Row, place: int) -> None:
        """It is stored, and shown from there."""
        for name in ("value", "n"):
            row.cells.typed.pop(f"{name}_{place}", None)

    def _say(self, row: Row, column: str, message: str) -> None:
        row.cells.errors[column] = message
        self.form.errors[f"{column}-{row.number}"] = _("Row {row}: {message}").format(
            row=row.number, message=message
        )

    def _days(self) -> Sequence[str]:
        return [row.cells["observed_on"] for row in self.rows]


def names_of_columns(indicator: Indicator, columns: Iterable[str]) -> list[str]:
    """What stands above them: the indicator itself where it is not broken down."""
    whole = _("The whole") if indicator.breakdown else _("Value")
    return [column or whole for column in columns]
