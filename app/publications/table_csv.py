"""The outcomes of a publication as CSV, one row an indicator. Header and codes are English everywhere."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.publications.content import Content
from app.web.csv import csv_lines

COLUMNS = ("indicator", "latest_value", "observed_on", "n", "progress", "mean", "lower_limit", "upper_limit")


def outcomes_csv(content: Content) -> Iterator[str]:
    """From the kept content alone: masked as it is there."""
    return csv_lines(COLUMNS, (_cells(one) for one in content.found["evaluation"]["outcomes"]))


def _cells(outcome: Mapping[str, Any]) -> list[str]:
    latest, limits = outcome["latest"] or {}, outcome["limits"] or {}
    found = (
        outcome["name"],
        *(latest.get(name) for name in ("value", "observed_on", "n")),
        outcome["progress"]["value"],
        *(limits.get(name) for name in ("mean", "lower", "upper")),
    )
    return ["" if value is None else str(value) for value in found]
