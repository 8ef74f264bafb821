"""The rows of a file, read by a plan: the values they give, and remarks on what they do not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pydantic import ValidationError

from app.exchange import remarks
from app.exchange.cells import Reading, Refused, people_in, spread_in, value_in
from app.exchange.days import day, looks_like_a_day
from app.exchange.missing import is_missing
from app.exchange.numbers import is_number, plain
from app.exchange.plans import Plan
from app.exchange.reading import Row, Table
from app.exchange.remarks import Kind, Remark
from app.exchange.series import Series
from app.exchange.uses import Use
from app.i18n import _
from app.indicators.observation_schemas import ObservationCreate
from app.web.messages import message

Place = tuple[int, date, str]
"""Column of the series, day and part: where there is one value at most."""

DATE_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that can be stored, and where it stands in the file."""

    series: Series
    line: int
    found: str
    new: ObservationCreate
    is_rounded: bool

    @property
    def place(self) -> Place:
        return self.series.column, self.new.observed_on, self.new.category


@dataclass(frozen=True)
class Locked:
    """A period that takes no value, and whose lock it is in the reader's language."""

    starts_on: date
    ends_on: date
    why: str


@dataclass(frozen=True)
class Log:
    """What is there already: values by their place, and the periods that are locked."""

    values: Mapping[Place, Decimal]
    locked: Sequence[Locked]
    today: date


@dataclass
class Run:
    """One file being read by a plan; `remarks` collects what is not taken."""

    table: Table
    plan: Plan
    log: Log
    remarks: list[Remark] = field(default_factory=list)

    def candidates(self) -> Iterator[Candidate]:
        may_be_day = {one.column: _are_days_strange(self.table, one.column) for one in self.plan.series}
        for row in self.table.rows:
            filled = [one for one in self.plan.series if not is_missing(row.cells[one.column])]
            self._note_missing(row)
            try:
                observed_on = self._day_of(row)
            except _RowRefused as refused:
                if filled:
                    self._refuse(row, refused.column, refused.found, str(refused), values=len(filled))
                continue
            for one in filled:
                yield from self._candidate(row, one, observed_on, may_be_day=may_be_day[one.column])

    def _note_missing(self, row: Row) -> None:
        for one in self.plan.series:
            if is_missing(row.cells[one.column]):
                self._note(Kind.MISSING, row, one.column, row.cells[one.column], _(remarks.MISSING))

    def _day_of(self, row: Row) -> date:
        """Raises what is wrong with the row as a whole."""
        if row.overflow:
            raise _RowRefused(_(remarks.OVERFLOW), None, row.overflow[0])
        index = self.plan.columns.get(Use.DAY)
        if index is None:
            assert self.plan.day is not None
            return self._checked(self.plan.day, None, "")
        if is_missing(row.cells[index]):
            raise _RowRefused(_(remarks.NO_DAY), index, row.cells[index])
        found = day(row.cells[index], self.plan.day_order)
        if found is None:
            raise _RowRefused(_(remarks.UNREADABLE_DAY), index, row.cells[index])
        return self._checked(found, index, row.cells[index])

    def _checked(self, observed_on: date, index: int | None, found: str) -> date:
        if observed_on > self.log.today:
            raise _RowRefused(_(remarks.FUTURE), index, found)
        if not 1900 <= observed_on.year <= 2200:
            raise _RowRefused(_(remarks.YEAR), index, found)
        for lock in self.log.locked:
            if lock.starts_on <= observed_on <= lock.ends_on:
                raise _RowRefused(lock.why, index, found or observed_on.isoformat())
        return observed_on

    def _candidate(
        self, row: Row, one: Series, observed_on: date, *, may_be_day: bool
    ) -> Iterator[Candidate]:
        index = one.column
        try:
            reading = value_in(row.cells[index], one, self.plan.decimal_sign, may_be_day=may_be_day)
            index = self.plan.columns.get(Use.N, index)
            n = people_in(self._cell(row, Use.N), self.plan.decimal_sign)
            index = self.plan.columns.get(Use.SD, one.column)
            sd = spread_in(self._cell(row, Use.SD), self.plan.decimal_sign)
            new = self._observation(row, reading, observed_on, n, sd)
        except Refused as refused:
            self._refuse(row, index, row.cells[index], str(refused))
        except ValidationError as error:
            self._refuse(row, one.column, row.cells[one.column], message(error.errors()[0]))
        else:
            yield Candidate(one, row.line, row.cells[one.column], new, reading.is_rounded)

    def _observation(
        self, row: Row, reading: Reading, observed_on: date, n: int | None, sd: Decimal | None
    ) -> ObservationCreate:
        return ObservationCreate(
            observed_on=observed_on,
            value=reading.value,
            n=n,
            sd=sd,
            category=" ".join(self._cell(row, Use.PART).split()),
            note=self._cell(row, Use.NOTE),
            source=self._cell(row, Use.SOURCE) or self.plan.source,
        )

    def _cell(self, row: Row, use: Use) -> str:
        index = self.plan.columns.get(use)
        return "" if index is None else row.cells[index]

    def _refuse(self, row: Row, index: int | None, found: str, why: str, values: int = 1) -> None:
        self._note(Kind.REFUSED, row, index, found, why, values)

    def _note(self, kind: Kind, row: Row, index: int | None, found: str, why: str, values: int = 1) -> None:
        column = "" if index is None else self.table.columns[index]
        self.remarks.append(Remark(kind, row.line, column, found, why, values))


class _RowRefused(Exception):
    def __init__(self, why: str, column: int | None, found: str) -> None:
        super().__init__(why)
        self.column = column
        self.found = found


def _are_days_strange(table: Table, index: int) -> bool:
    """Whether no other number of the column is as long as a date written in digits."""
    lengths = (len(plain(text).split(".")[0]) for text in table.column(index) if _is_plain_number(text))
    return all(length < DATE_DIGITS for length in lengths)


def _is_plain_number(text: str) -> bool:
    return is_number(text) and not looks_like_a_day(text)
