"""The reader's choice first, then the browser's wish."""

import pytest

from app.i18n.locale import choose_locale


@pytest.mark.parametrize(
    ("chosen", "header", "locale"),
    [
        ("fr-FR", "en", "fr-FR"),
        (None, "fr-FR,fr;q=0.9,en;q=0.5", "fr-FR"),
        (None, "fr;q=0.5, en-CA;q=0.8", "en-CA"),
        (None, "fr-BE", "fr-CA"),
        (None, "de, fr;q=0.3", "fr-CA"),
        (None, "de", "en-GB"),
        (None, "", "en-GB"),
        ("xx", "fr;q=nonsense", "fr-CA"),
    ],
)
def test_the_choice_wins_then_the_most_wanted_language_we_have(
    chosen: str | None, header: str, locale: str
) -> None:
    assert choose_locale(chosen, header) == locale
