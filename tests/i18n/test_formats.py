"""How dates read in the reader's language."""

from datetime import date

import pytest

from app.i18n.formats import format_date, format_day
from app.i18n.locale import speaking


@pytest.mark.parametrize("locale", ["fr-CA", "fr-FR"])
def test_the_first_of_a_month_is_premier_in_french(locale: str) -> None:
    with speaking(locale):
        assert format_date(date(2011, 4, 1)) == "1er avril 2011"
        assert format_day(date(2011, 1, 1)) == "1er janv. 2011"
        assert format_date(date(2011, 4, 11)) == "11 avril 2011"


def test_the_first_of_a_month_is_plain_in_english() -> None:
    with speaking("en-GB"):
        assert format_date(date(2011, 4, 1)) == "1 April 2011"
