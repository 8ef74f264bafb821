"""What is otherwise now than when it was published, told in sentences."""

import pytest

from app.publications.changes import changes


@pytest.mark.parametrize(
    ("before", "now", "sentence"),
    [
        ({"entries": [1, 2]}, {"entries": [1, 2, 3]}, "1 entry more"),
        ({"entries": [1, 2]}, {"entries": [2, 3, 4]}, "2 entries more, 1 entry fewer"),
        ({"still_open": 1}, {"still_open": 2}, "1 then, 2 now"),
        ({}, {"still_open": 2}, "New: 2"),
        ({"still_open": 2}, {}, "No longer there; it was 2"),
    ],
)
def test_lists_are_told_by_how_many_came_and_went_and_numbers_by_what_they_were(
    before: dict[str, object], now: dict[str, object], sentence: str
) -> None:
    (change,) = changes({"learning": before}, {"learning": now})
    assert change.sentence == sentence


def test_an_empty_document_beside_an_empty_one_says_nothing() -> None:
    assert changes({}, {}) == []
