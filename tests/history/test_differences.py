"""What changed inside a text."""

from hypothesis import given
from hypothesis import strategies as st

from app.history.differences import LONGEST_UNCHANGED, Mark, Part, difference

WORDS = st.lists(st.sampled_from(["bench", "bin", "the", "a", "tea\n", "  "]), max_size=12).map(" ".join)


def test_a_changed_word_stands_between_what_stayed() -> None:
    assert difference("a bench by the stop", "a bin by the stop") == (
        Part("a ", Mark.KEPT),
        Part("bench ", Mark.REMOVED),
        Part("bin ", Mark.ADDED),
        Part("by the stop", Mark.KEPT),
    )


def test_a_text_written_anew_is_not_taken_apart() -> None:
    assert difference("a bench by the stop", "twelve mentors met on Tuesday") == ()


def test_a_long_stretch_that_stayed_shows_its_ends() -> None:
    stayed = " ".join(f"word{number}" for number in range(60))
    kept = difference(f"{stayed} old", f"{stayed} new")[0]
    assert kept.mark is Mark.KEPT
    assert kept.text.startswith("word0 word1")
    assert kept.text.endswith("word59 ")
    assert len(kept.text) < LONGEST_UNCHANGED


@given(WORDS, WORDS)
def test_nothing_that_changed_is_lost(before: str, after: str) -> None:
    parts = difference(before, after)
    if parts:
        assert "".join(part.text for part in parts if part.mark is not Mark.ADDED) == before
        assert "".join(part.text for part in parts if part.mark is not Mark.REMOVED) == after
