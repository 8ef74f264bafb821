"""How dates, money and shares read in the reader's language."""

from datetime import date
from decimal import Decimal

import pytest

from app.i18n.formats import format_date, format_day, format_money, format_percent
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


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        ("2218500.00", "CAD", "CA$2,218,500"),
        ("12.50", "GBP", "£12.50"),
        ("225900", "SEK", "SEK\u202f225,900"),
    ],
)
def test_money_shows_its_cents_where_it_has_some_and_a_space_after_a_code(
    amount: str, currency: str, said: str
) -> None:
    with speaking("en-GB"):
        assert format_money(Decimal(amount), currency) == said


def test_sums_and_computed_amounts_are_in_whole_units() -> None:
    with speaking("en-GB"):
        assert format_money(Decimal("28571.43"), "GBP", whole=True) == "£28,571"


@pytest.mark.parametrize(("locale", "said"), [("en-GB", "−89%"), ("fr-CA", "−89\u00a0%")])
def test_a_negative_share_has_a_minus_and_no_hyphen(locale: str, said: str) -> None:
    with speaking(locale):
        assert format_percent(Decimal("-0.89")) == said
