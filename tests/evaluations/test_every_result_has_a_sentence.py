"""Every result of the mathematics explains itself in one plain sentence, in both languages."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import iter_modules

import pytest

import app.measurement
from app.i18n.locale import speaking
from app.measurement.axes import Reading
from app.measurement.cost import Rate
from app.measurement.counts import Answers, Failures, Gaps
from app.measurement.learning import Learning
from app.measurement.outcome import Outcome
from app.measurement.pairs import Group, Pair
from app.measurement.portfolio import Member
from app.measurement.process import Process
from app.measurement.proportions import Interval
from app.measurement.series import Measured
from tests.evaluations.told import Told
from tests.evaluations.told_of_citizen_time import CITIZEN_TIME
from tests.evaluations.told_of_learning import LEARNING
from tests.evaluations.told_of_money import MONEY
from tests.evaluations.told_of_people import COUNTS, PEOPLE, PORTFOLIO, PROCESS
from tests.evaluations.told_of_values import CHANGES, SERIES

ALL = (*PROCESS, *PEOPLE, *COUNTS, *PORTFOLIO, *SERIES, *CHANGES, *MONEY, *CITIZEN_TIME, *LEARNING)
WITHOUT_RESULTS = {"records", "thresholds"}
"""Modules of what the mathematics reads and of its limits, not of what it finds."""

EXEMPT: dict[type, str] = {
    Answers: "counts that a summary keeps, told in the sums of portfolios",
    Failures: "counts that a summary keeps, told in the sums of portfolios",
    Gaps: "counts that a summary keeps, told in the sums of portfolios",
    Group: "what an effect size reads",
    Interval: "two bounds, told with the estimate between them",
    Learning: "a collection, each part of which is told by itself",
    Measured: "one value of a series, told in its change or as its signal",
    Member: "what a portfolio reads",
    Outcome: "a collection, each part of which is told by itself",
    Pair: "what a paired change reads",
    Process: "a collection, each part of which is told by itself",
    Rate: "what a conversion reads, told in it with its day and source",
    Reading: "a step on the way to an axis, which is told",
}


def results() -> Iterator[type]:
    """The public dataclasses that the mathematics hands out."""
    for module in iter_modules(app.measurement.__path__):
        if module.name in WITHOUT_RESULTS:
            continue
        found = import_module(f"app.measurement.{module.name}")
        for name, value in vars(found).items():
            own = getattr(value, "__module__", "") == found.__name__
            if own and isinstance(value, type) and is_dataclass(value) and not name.startswith("_"):
                yield value


def named(one: Told) -> str:
    return type(one.result).__name__


@pytest.mark.parametrize("one", ALL, ids=named)
def test_a_result_is_told_in_english(one: Told) -> None:
    assert one.say() == one.english


@pytest.mark.parametrize("one", ALL, ids=named)
def test_a_result_is_told_in_french_too(one: Told) -> None:
    with speaking("fr-CA"):
        french = one.say()
    assert french != one.english
    assert not {"{", "}"} & set(french)


@pytest.mark.parametrize("one", ALL, ids=named)
def test_a_result_is_told_in_whole_sentences(one: Told) -> None:
    assert one.english[0].isupper() or one.english[0].isdigit() or one.english[0] == "£"
    assert one.english.endswith(".")


def test_no_result_goes_without_a_sentence() -> None:
    told = {type(one.result) for one in ALL}
    assert {kind.__name__ for kind in results()} - {kind.__name__ for kind in told | EXEMPT.keys()} == set()


def test_nothing_is_exempt_that_has_a_sentence_or_is_gone() -> None:
    assert not EXEMPT.keys() & {type(one.result) for one in ALL}
    assert EXEMPT.keys() <= set(results())
