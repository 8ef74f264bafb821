"""A result beside the sentence that it must be told in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from app.measurement.missing import Missing

Result = TypeVar("Result")


@dataclass(frozen=True)
class Told:
    """`say` makes the sentence when it is called, in the language that is spoken then."""

    result: object
    say: Callable[[], str]
    english: str


def told(result: Result, sentence: Callable[[Result], str], english: str) -> Told:
    return Told(result, lambda: sentence(result), english)


def known(result: Result | Missing) -> Result:
    """A result that is not missing."""
    assert not isinstance(result, Missing)
    return result
