"""English and French say the same things, all of them."""

from enum import StrEnum

import pytest

from app import vocabulary
from app.i18n.catalogue import CATALOGUES
from app.i18n.extract import LANGUAGES, problems
from app.i18n.labels import LABELS, labels
from app.i18n.locale import speaking

LISTS = [kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_stale(language: str) -> None:
    assert problems(language) == []


@pytest.mark.parametrize("words", [kind for kind in LISTS if kind is not StrEnum])
def test_every_stored_word_has_a_label(words: type[StrEnum]) -> None:
    assert set(LABELS[words]) == {word.value for word in words}


def test_labels_follow_the_reader() -> None:
    with speaking("fr-CA"):
        assert labels(vocabulary.Lead)["together"] == "Ensemble"


def test_french_colons_and_quotes_have_whole_spaces_that_do_not_break() -> None:
    """A narrow space belongs before ; ! and ? alone."""
    translated = (CATALOGUES / "fr" / "messages.po").read_text(encoding="utf-8")
    assert [pair for pair in ("\u202f:", "«\u202f", "\u202f»") if pair in translated] == []
