"""One initiative as a portfolio and a list show it: its summary read back into words, dates and decimals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.measurement.disclosure import Masked, Shown, mask_count
from app.measurement.missing import MissingReason
from app.measurement.thresholds import DEFAULT
from app.vocabulary import ClaimStatus, Direction, Lead, PhaseKind

NO_OUTCOME = "no_outcome"
"""Beside the reasons of measurement: nobody has named an outcome yet."""

Kept = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PhaseRead:
    """Who is said to lead one phase, and who did by the log; None is no claim, or not enough evidence."""

    id: int
    kind: PhaseKind
    name: str
    starts_on: date
    ends_on: date | None
    claimed: Lead | None
    evidenced: Lead | None
    status: ClaimStatus


@dataclass(frozen=True, slots=True)
class OutcomeRead:
    """`progress` is 1 at the target; where it is None, `missing` says why. No `n`: nobody counted."""

    name: str
    direction: Direction | None
    progress: Decimal | None
    missing: str | None
    latest: Decimal | None
    latest_on: date | None
    n: int | None


def phase_read(kept: Kept) -> PhaseRead:
    return PhaseRead(
        id=kept["id"],
        kind=PhaseKind(kept["kind"]),
        name=kept["name"],
        starts_on=date.fromisoformat(kept["starts_on"]),
        ends_on=_day(kept["ends_on"]),
        claimed=_lead(kept["claimed"]),
        evidenced=_lead(kept["evidenced"]),
        status=ClaimStatus(kept["status"]),
    )


def outcome_read(kept: Kept) -> OutcomeRead:
    """Masked where fewer than ten people stand behind it: a portfolio is read outside the organization."""
    if not kept:
        return _without_value("", None, NO_OUTCOME)
    direction = Direction(kept["direction"])
    if is_masked(kept):
        return _without_value(kept["name"], direction, MissingReason.MASKED)
    return OutcomeRead(
        name=kept["name"],
        direction=direction,
        progress=_decimal(kept["progress"]),
        missing=kept["missing"],
        latest=_decimal(kept["latest"]),
        latest_on=_day(kept["latest_on"]),
        n=kept["n"],
    )


def progress_shown(kept: Kept) -> Decimal | None:
    """The progress that may be shown, if any."""
    return None if not kept or is_masked(kept) else _decimal(kept["progress"])


def people_read(kept: Kept) -> Shown | None:
    """How often somebody took part; None where nobody wrote it down."""
    count = kept.get("attendances")
    return None if count is None else mask_count(count, DEFAULT.disclosure_outside)


def is_masked(kept: Kept) -> bool:
    n = kept.get("n")
    return n is not None and isinstance(mask_count(n, DEFAULT.disclosure_outside), Masked)


def _without_value(name: str, direction: Direction | None, missing: str) -> OutcomeRead:
    return OutcomeRead(name, direction, None, str(missing), None, None, None)


def _lead(text: str | None) -> Lead | None:
    return Lead(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
