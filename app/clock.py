"""The only place that asks what time it is."""

from datetime import UTC, date, datetime


def utc_now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    """The day where the server stands."""
    return datetime.now().astimezone().date()
