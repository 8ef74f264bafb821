"""What a service may answer instead of doing: said in the reader's language, known to every door."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel


class Refusal(Exception):
    """Nothing was stored, and the reason can be shown."""


class Invalid(Refusal):
    """Some fields cannot be taken as they are: field name → message."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(errors)
        self.errors = errors


class Absent(Refusal):
    """There is no such thing, or not for this person: the two must look alike."""


class Archived(Absent):
    """It was there, and this person may still see what is archived where it was."""

    def __init__(self, row: BaseModel) -> None:
        super().__init__(type(row).__name__)
        self.row = row


class Forbidden(Refusal):
    """The person may see it but not do this."""


class ReadOnly(Forbidden):
    """The program's token was made for reading."""


@dataclass(frozen=True)
class ChangesSince:
    """Who saved a row last, and when; `read` is each changed field as it was before, as JSON."""

    by: str
    at: datetime
    read: dict[str, Any]
    untold: frozenset[str] = frozenset()
    """Changed fields of which the log keeps nothing else."""


class Stale(Refusal):
    """Somebody changed the row after it was opened for editing. `row` is as it is stored now."""

    def __init__(self, row: BaseModel, since: ChangesSince | None = None) -> None:
        super().__init__(type(row).__name__)
        self.row = row
        self.since = since


class TooMany(Refusal):
    """Too many tries in a short time; later it may go."""


class KeyReused(Refusal):
    """An idempotency key came back with another content."""
