"""What a person says the columns hold, as a plan that values can be read by, or what is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.exchange.days import DayOrder, day_order
from app.exchange.limits import MOST_VALUES
from app.exchange.missing import is_missing
from app.exchange.numbers import DecimalSign, decimal_sign
from app.exchange.reading import Table
from app.exchange.series import IndicatorTyped, Series, new_indicator
from app.exchange.uses import OF_INDICATOR, USES, Use
from app.fields import PastDay, Source, Strict
from app.i18n import N_, _
from app.indicators.models import Indicator
from app.refusals import Invalid
from app.vocabulary import IndicatorLevel
from app.web.addresses import number_in
from app.web.forms import Form

DETAILS = (Use.N, Use.SD, Use.NOTE, Use.SOURCE)
"""What can be said of one value: only where there is one column of values."""

NOTHING = N_("Say of at least one column that it holds values.")
TWICE = N_("Another column is said to hold this already.")
OF_WHICH = N_("With several columns of values, nobody knows of which this is. Leave it out.")
NO_PARTS = N_("This indicator is not broken down into parts, so a column of parts cannot be read with it.")
NO_DAY = N_("Choose the column that holds the date, or enter one date for all rows.")
TWO_DAYS = N_("A column holds the date. Leave this empty, or leave that column out.")
WHICH_ORDER = N_("These dates can be read in two ways. Say which number is the month.")
WHICH_SIGN = N_("These numbers can be read in two ways. Say which sign stands before the decimals.")
TOO_MANY = N_("These are {count} values; at most {most} can be imported at once. Split the file.")


class Around(Strict):
    """What is said once for the whole file; empty means: as the file shows."""

    observed_on: PastDay | None = None
    day_order: DayOrder | None = None
    decimal_sign: DecimalSign | None = None
    level: IndicatorLevel = IndicatorLevel.OUTCOME
    source: Source = ""


@dataclass(frozen=True)
class Plan:
    """Columns by their place in the table. `day` holds for all rows where no column does."""

    series: tuple[Series, ...]
    columns: Mapping[Use, int]
    day: date | None
    day_order: DayOrder
    decimal_sign: DecimalSign
    source: str


@dataclass(frozen=True)
class Known:
    """What an initiative has: indicators by id; and whether this person may define others."""

    indicators: Mapping[int, Indicator]
    may_define: bool


def plan(form: Form, table: Table, known: Known) -> Plan:
    """Raises Invalid with everything that is wrong, a message a field."""
    reader = _Reader(form, table, known)
    around = reader.around()
    series = tuple(reader.series(around.level))
    made = Plan(
        series=series,
        columns=reader.columns,
        day=around.observed_on,
        day_order=around.day_order or reader.day_order(),
        decimal_sign=around.decimal_sign or reader.decimal_sign(series),
        source=around.source,
    )
    reader.check_whole(made)
    if reader.errors:
        raise Invalid(reader.errors)
    return made


class _Reader:
    """One form being read; `errors` collects what is wrong, so that all of it is said at once."""

    def __init__(self, form: Form, table: Table, known: Known) -> None:
        self.form, self.table, self.known = form, table, known
        self.errors: dict[str, str] = {}
        self.names = [indicator.name for indicator in known.indicators.values()]
        self.uses = [form[f"use-{index}"] for index in range(len(table.columns))]
        self.columns = {
            use: self.uses.index(use) for use in (Use.DAY, Use.PART, *DETAILS) if use in self.uses
        }

    def around(self) -> Around:
        try:
            return self.form.read(Around)
        except Invalid as invalid:
            self.errors |= invalid.errors
            return Around()

    def series(self, level: IndicatorLevel) -> Iterator[Series]:
        for index, use in enumerate(self.uses):
            if use == Use.NEW and self.known.may_define:
                yield from self._of_new(index, level)
            elif use.startswith(OF_INDICATOR):
                yield from self._of_existing(index, use)
            elif use not in USES or use == Use.NEW:
                self._refuse(index, N_("Choose one."))

    def day_order(self) -> DayOrder:
        found = day_order(self._filled(self.columns[Use.DAY])) if Use.DAY in self.columns else None
        if Use.DAY in self.columns and found is None:
            self.errors.setdefault("day_order", _(WHICH_ORDER))
        return found or DayOrder.DAY_FIRST

    def decimal_sign(self, series: tuple[Series, ...]) -> DecimalSign:
        columns = [one.column for one in series] + [
            self.columns[use] for use in (Use.SD,) if use in self.columns
        ]
        found = decimal_sign(text for index in columns for text in self._filled(index))
        if found is None:
            self.errors.setdefault("decimal_sign", _(WHICH_SIGN))
        return found or DecimalSign.POINT

    def check_whole(self, made: Plan) -> None:
        self._check_columns(made)
        self._check_details(made)
        if made.day is None and Use.DAY not in self.columns:
            self.errors.setdefault("observed_on", _(NO_DAY))
        if made.day is not None and Use.DAY in self.columns:
            self.errors.setdefault("observed_on", _(TWO_DAYS))
        count = sum(1 for one in made.series for _text in self._filled(one.column))
        if count > MOST_VALUES:
            self.errors.setdefault("columns", _(TOO_MANY).format(count=count, most=MOST_VALUES))

    def _check_columns(self, made: Plan) -> None:
        if not made.series and not self.errors:
            self.errors["columns"] = _(NOTHING)
        for index, use in enumerate(self.uses):
            if use not in {Use.LEAVE_OUT, Use.NEW} and self.uses.index(use) < index:
                self._refuse(index, TWICE)

    def _check_details(self, made: Plan) -> None:
        for use in DETAILS:
            if use in self.columns and len(made.series) > 1:
                self._refuse(self.columns[use], OF_WHICH)
        for one in made.series:
            if Use.PART in self.columns and not one.has_parts:
                self._refuse(one.column, NO_PARTS)

    def _of_existing(self, index: int, use: str) -> Iterator[Series]:
        indicator = self.known.indicators.get(number_in(use.removeprefix(OF_INDICATOR)) or 0)
        if indicator is None:
            self._refuse(index, N_("Choose one."))
        else:
            yield Series(index, indicator, None)

    def _of_new(self, index: int, level: IndicatorLevel) -> Iterator[Series]:
        part = self.columns.get(Use.PART)
        breakdown = "" if part is None else self.table.columns[part]
        typed = IndicatorTyped.of(self.form, index, self.table.columns[index])
        try:
            new = new_indicator(typed, level, breakdown, list(self._filled(index)), self.names)
        except Invalid as invalid:
            for field, message in invalid.errors.items():
                self._refuse(index, message, f"{field}-{index}" if field in typed.fields else "")
        else:
            self.names.append(new.name)
            yield Series(index, None, new)

    def _filled(self, index: int) -> Iterator[str]:
        return (text for text in self.table.column(index) if not is_missing(text))

    def _refuse(self, index: int, message: str, field: str = "") -> None:
        """Beside the column's own field, and by its name in the list on top."""
        said = _("{column}: {message}").format(column=self.table.columns[index], message=_(message))
        self.errors.setdefault(field or f"use-{index}", said)
