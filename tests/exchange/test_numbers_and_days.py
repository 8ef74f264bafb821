"""Numbers, days and missing values as files write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.days import DayOrder, day, day_order, looks_like_a_day
from app.exchange.missing import is_missing
from app.exchange.numbers import DecimalSign, decimal_sign, number, stored

POINT, COMMA = DecimalSign


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("1,234.5", POINT, "1234.5"),
        ("1 234,5", COMMA, "1234.5"),
        ("1\u202f234,5", COMMA, "1234.5"),
        ("1.234.567", COMMA, "1234567"),
        ("1’234.5", POINT, "1234.5"),
        ("\u22124", POINT, "-4"),
        (".5", POINT, "0.5"),
        ("1.5e3", POINT, "1500"),
        ('="0123"', POINT, "123"),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str, sign: DecimalSign, value: str) -> None:
    assert number(text, sign) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["12 34", "1,2,3", "1.2.3", "=1+1", "12kg", "#DIV/0!", "Infinity", "0x10", "٣", "1e999", "--1", ""],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text, POINT) is None


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["1", "2"], POINT),
        (["1.5", "1,234"], POINT),
        (["1,5", "1.234"], COMMA),
        (["1,234"], None),
        (["0,123"], COMMA),
        (["1.5", "1,5"], None),
    ],
)
def test_the_decimal_sign_is_what_the_numbers_show(texts: list[str], sign: DecimalSign | None) -> None:
    assert decimal_sign(texts) == sign


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3))
def test_a_number_written_in_either_way_is_read_back(value: Decimal) -> None:
    english = f"{value:,}"
    french = english.replace(",", " ").replace(".", ",")
    assert number(english, POINT) == number(french, COMMA) == value


@settings(max_examples=50)
@given(st.text(max_size=12))
def test_no_text_breaks_the_reading(text: str) -> None:
    for sign in DecimalSign:
        found = number(text, sign)
        assert found is None or found.is_finite()
    assert day(text) is None or day(text, DayOrder.DAY_FIRST) is not None
    is_missing(text)


def test_more_places_than_are_stored_are_rounded() -> None:
    assert stored(Decimal("0.0359070295")) == Decimal("0.035907")


@pytest.mark.parametrize(
    "text",
    [
        "2018-04-12",
        "2018/4/12",
        "20180412",
        "2018-04-12T10:30:00Z",
        "2018-04-12 00:00:00",
        "12.04.2018",
        "12 April 2018",
        "12-Apr-2018",
        "12 avr. 2018",
        "April 12, 2018",
    ],
)
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    assert day(text) == date(2018, 4, 12)


@pytest.mark.parametrize(
    "text", ["31/02/2018", "12/04/18", "2018", "2018-04", "0", "99999999", "12 foo 2018"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day(text, DayOrder.DAY_FIRST) is None


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["12/04/2018", "13/04/2018"], DayOrder.DAY_FIRST),
        (["04/12/2018", "04/13/2018"], DayOrder.MONTH_FIRST),
        (["12/04/2018"], None),
        (["13/04/2018", "04/13/2018"], None),
        (["2018-04-12"], DayOrder.DAY_FIRST),
        (["04/04/2018"], DayOrder.DAY_FIRST),
    ],
)
def test_the_order_is_taken_only_where_the_whole_column_shows_it(
    texts: list[str], order: DayOrder | None
) -> None:
    assert day_order(texts) == order


@pytest.mark.parametrize("text", ["", " ", "NA", "n/a", "-", "–", ".", "********", "#N/A", "null"])
def test_words_and_signs_for_nothing_are_missing(text: str) -> None:
    assert is_missing(text)


@pytest.mark.parametrize("text", ["0", "-1", "none of them", "0.0", "N"])
def test_nothing_else_is_missing(text: str) -> None:
    assert not is_missing(text)


def test_eight_digits_look_like_a_day_only_if_they_are_one() -> None:
    assert looks_like_a_day("20190202")
    assert not looks_like_a_day("20191302")
