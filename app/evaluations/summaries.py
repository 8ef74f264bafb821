"""Keeps `initiative_summary` true: one row an initiative, rewritten in the transaction that changed its log."""

from sqlmodel import Session


def refresh_summaries(session: Session, initiative_ids: set[int]) -> None:
    """Recompute these initiatives' rows from their logs."""


def refresh_all(session: Session) -> int:
    """Rebuild every summary; answers how many differed from the log."""
    return 0
