"""Words are cut or broken to fit, and never wider than their room."""

from hypothesis import given
from hypothesis import strategies as st

from app.charts.words import shorten, text_width, wrap

text = st.text(st.characters(codec="latin-1", categories=("L", "Nd", "Zs")), max_size=60)


def test_words_that_fit_are_left_alone() -> None:
    assert shorten("Design", 100, 13) == "Design"


def test_words_that_do_not_fit_end_in_an_ellipsis() -> None:
    assert shorten("Mise en œuvre, premier cycle", 80, 13).endswith("…")


def test_no_room_leaves_no_words() -> None:
    assert not shorten("Design", 3, 13)


@given(text, st.floats(0, 200))
def test_shortened_words_fit(words: str, room: float) -> None:
    assert text_width(shorten(words, room, 13), 13) <= room


@given(text, st.floats(10, 200))
def test_wrapped_lines_fit(words: str, room: float) -> None:
    assert all(text_width(line, 13) <= room for line in wrap(words, room, 13))


def test_wrapping_breaks_between_words() -> None:
    assert wrap("coûts en espèces et avantages", 110, 13) == ("coûts en espèces", "et avantages")
