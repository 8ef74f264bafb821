"""The values of one indicator as CSV, one row a value. Header and codes are English in every language.

A file leaves the organization more easily than a page: numbers of people, and values of parts, are held to
the threshold for outside.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from app.database.engine import Database
from app.indicators import sentences
from app.indicators.models import Observation
from app.indicators.observation_queries import observations_of
from app.indicators.observation_sentences import late
from app.measurement.control_chart import ControlPart, Limits, Signal
from app.measurement.disclosure import Masked, mask_count
from app.measurement.records import Point
from app.measurement.thresholds import DEFAULT
from app.trends.breakdown import hidden_values
from app.trends.document import Trend
from app.vocabulary import ObservationStatus
from app.web.csv import csv_lines
from app.web.pagination import After

BATCH = 500
"""Values read at once, each batch in a session of its own: a slow reader holds no transaction open."""

COLUMNS = (
    *("observed_on", "category", "value", "withheld", "n", "n_below", "sd", "status", "entered_late"),
    *("unit", "aggregation", "direction", "signal", "signal_side"),
    *("mean", "lower_limit", "upper_limit", "trial_limits"),
    *("baseline_value", "baseline_on", "target_value", "target_on", "note", "source", "illustrative"),
)
SIDES = {1: "high", -1: "low"}


@dataclass(frozen=True)
class ValueTable:
    """`statuses` are those that this reader sees on the page too."""

    database: Database
    trend: Trend
    statuses: Collection[ObservationStatus]

    def as_csv(self) -> Iterator[str]:
        """The newest first, as on the page."""
        return csv_lines(COLUMNS, (self._cells(row) for row in self._rows()))

    def _rows(self) -> Iterator[Observation]:
        after: After | None = _day_after(self.trend.as_of)
        while after:
            with self.database.reading() as session:
                page = observations_of(session, self.trend.row.key, after, BATCH, self.statuses)
            yield from page.items
            after = After.parse(page.next)

    def _cells(self, row: Observation) -> list[str]:
        indicator = self.trend.row
        withheld = self._is_withheld(row)
        return [
            *(row.observed_on.isoformat(), row.category),
            *("" if withheld else _plain(row.value), _yes(holds=withheld)),
            *_people(row.n),
            "" if withheld else _plain(row.sd),
            *(row.status, _yes(holds=bool(late(row)))),
            *(indicator.unit, indicator.aggregation, indicator.direction),
            *_signal(self._signals.get(row.key)),
            *_limits(self._parts.get(row.key)),
            *_point(self.trend.record.baseline),
            *_point(self.trend.record.target),
            *(row.note, row.source or indicator.source, _yes(holds=indicator.illustrative)),
        ]

    def _is_withheld(self, row: Observation) -> bool:
        few = bool(row.category) and isinstance(_shown(row.n), Masked)
        return few or row.key in self._hidden

    @cached_property
    def _hidden(self) -> frozenset[int]:
        return hidden_values(self.trend.values, DEFAULT.disclosure_outside)

    @cached_property
    def _signals(self) -> Mapping[int, Signal]:
        return sentences.signals(self.trend.row, self.trend.found)

    @cached_property
    def _parts(self) -> Mapping[int, ControlPart]:
        """By observation. What a period added has limits, the total that it was added to has none."""
        if sentences.is_cumulative(self.trend.row):
            return {}
        return {entry: part for part in self.trend.found.control_chart for entry in part.entries}


def _day_after(day: date) -> After:
    return After(day + timedelta(days=1), 0)


def _plain(number: Decimal | None) -> str:
    """As it is, without the zeros of its column and without a thousands sign."""
    return "" if number is None else f"{number.normalize():f}"


def _yes(*, holds: bool) -> str:
    return "yes" if holds else "no"


def _shown(n: int | None) -> int | Masked | None:
    return None if n is None else mask_count(n, DEFAULT.disclosure_outside)


def _people(n: int | None) -> tuple[str, str]:
    """The number, or below which it lies."""
    shown = _shown(n)
    if isinstance(shown, Masked):
        return "", str(shown.below)
    return "" if shown is None else str(shown), ""


def _signal(found: Signal | None) -> tuple[str, str]:
    return (found.kind, SIDES[found.side]) if found else ("", "")


def _limits(part: ControlPart | None) -> tuple[str, str, str, str]:
    """With six decimals at most: they are computed, not measured."""
    if part is None or not isinstance(part.limits, Limits):
        return "", "", "", ""
    found = part.limits
    mean, lower, upper = (_plain(round(level, 6)) for level in (found.mean, found.lower, found.upper))
    return mean, lower, upper, _yes(holds=found.trial)


def _point(point: Point | None) -> tuple[str, str]:
    return ("", "") if point is None else (_plain(point.value), point.on.isoformat() if point.on else "")
