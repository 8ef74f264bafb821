"""Numbers as people type them in either language."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n.formats import format_number
from app.i18n.locale import LOCALES, speaking
from app.i18n.parsing import plain_number


@pytest.mark.parametrize(
    ("locale", "typed", "number"),
    [
        ("en-GB", "1,234.5", "1234.5"),
        ("en-GB", "12,5", "12.5"),
        ("en-GB", "1,234", "1234"),
        ("en-GB", "1,234,567", "1234567"),
        ("fr-CA", "1 234,5", "1234.5"),
        ("fr-CA", "1\u00a0234,5", "1234.5"),
        ("fr-CA", "1,234", "1.234"),
        ("fr-FR", "-3,2", "-3.2"),
        ("en-GB", "twelve", "twelve"),
        ("en-GB", "1.234,5", "1.234,5"),
    ],
)
def test_a_number_is_read_as_the_readers_language_writes_it(locale: str, typed: str, number: str) -> None:
    with speaking(locale):
        assert plain_number(typed) == number


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2), st.sampled_from(LOCALES))
def test_what_we_print_can_be_typed_back(number: Decimal, locale: str) -> None:
    with speaking(locale):
        assert Decimal(plain_number(format_number(number, 2))) == number
