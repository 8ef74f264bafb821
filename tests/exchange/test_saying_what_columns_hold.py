"""What columns seem to hold, and what is wrong with what a person says they do."""

import pytest

from app.exchange.limits import MOST_VALUES
from app.exchange.numbers import DecimalSign
from app.exchange.plans import Plan, plan
from app.exchange.reading import read_table
from app.exchange.uses import Use
from app.indicators.models import Indicator
from app.refusals import Invalid
from app.vocabulary import Direction
from tests.exchange.files import ALLEYS, form_of, guesses, indicator, known

LONG = b"date;part;value;n;sd;note;source\n2024-01-31;North;4,5;12;1,1;;survey\n"
DAY = "2024-01-31"


def errors_of(content: bytes, *has: Indicator, may_define: bool = True, **typed: str) -> dict[str, str]:
    table, there = read_table(content), known(*has, may_define=may_define)
    with pytest.raises(Invalid) as refused:
        plan(form_of(table, there, **typed), table, there)
    return refused.value.errors


def plan_of(content: bytes, *has: Indicator, **typed: str) -> Plan:
    table, there = read_table(content), known(*has)
    return plan(form_of(table, there, **typed), table, there)


def test_a_table_of_places_has_one_column_of_parts_and_new_indicators() -> None:
    assert guesses(read_table(ALLEYS), known()) == ["part", "new", "new", "new"]


def test_a_column_called_like_an_indicator_holds_its_values() -> None:
    assert guesses(read_table(ALLEYS), known(indicator(7, "Area M2")))[2] == "indicator-7"


def test_whoever_may_not_define_indicators_is_not_offered_new_ones() -> None:
    assert "new" not in guesses(read_table(ALLEYS), known(may_define=False))


def test_a_line_for_each_value_is_of_the_indicator_one_came_from() -> None:
    found = guesses(read_table(LONG), known(indicator(3)), wanted=3)
    assert found == ["day", "part", "indicator-3", "n", "sd", "note", "source"]


def test_a_plan_names_the_parts_of_new_indicators_by_their_column() -> None:
    made = plan_of(ALLEYS, observed_on=DAY)
    assert {one.about.breakdown for one in made.series} == {"RuelleID"}
    assert made.series[0].about.direction is Direction.NEUTRAL


def test_a_plan_takes_the_name_and_unit_that_are_typed() -> None:
    made = plan_of(ALLEYS, observed_on=DAY, name_1="Length of the alley", unit_1="m")
    assert (made.series[0].about.name, made.series[0].about.unit) == ("Length of the alley", "m")


def test_a_decimal_comma_is_recognised() -> None:
    assert plan_of(LONG).decimal_sign is DecimalSign.COMMA


def test_without_a_column_of_dates_one_date_is_asked_for() -> None:
    assert "observed_on" in errors_of(ALLEYS)


def test_a_date_beside_a_column_of_dates_is_refused() -> None:
    assert "observed_on" in errors_of(LONG, observed_on=DAY)


def test_a_file_without_values_is_refused() -> None:
    assert list(errors_of(b"a,b\nx,y\n", observed_on=DAY)) == ["columns"]


def test_numbers_that_can_be_read_in_two_ways_are_asked_about() -> None:
    assert list(errors_of(b'p,v\nA,"1,234"\n', observed_on=DAY)) == ["decimal_sign"]


def test_dates_that_can_be_read_in_two_ways_are_asked_about() -> None:
    content = b"date,v\n03/04/2024,1\n"
    assert list(errors_of(content)) == ["day_order"]
    assert plan_of(content, day_order="month-first").columns[Use.DAY] == 0


def test_two_columns_cannot_hold_the_same_indicator() -> None:
    assert list(
        errors_of(b"a,b\n1,2\n", indicator(3), observed_on=DAY, use_0="indicator-3", use_1="indicator-3")
    ) == ["use-1"]


def test_people_behind_one_of_several_values_are_of_nobody_knows_which() -> None:
    assert list(errors_of(b"a,b,n\n1,2,3\n", observed_on=DAY, use_2="n")) == ["use-2"]


def test_parts_of_an_indicator_without_parts_are_refused() -> None:
    assert list(errors_of(b"p,length\nA,2\n", indicator(3, "Length"), observed_on=DAY)) == ["use-1"]


def test_a_new_indicator_called_like_one_that_is_there_is_refused() -> None:
    assert list(errors_of(b"length\n2\n", indicator(3, "Length"), observed_on=DAY, use_0="new")) == ["name-0"]


def test_two_new_indicators_cannot_have_one_name() -> None:
    assert list(errors_of(b"a,b\n1,2\n", observed_on=DAY, name_1="A")) == ["name-1"]


@pytest.mark.parametrize("use", ["indicator-9", "indicator-x", "nonsense", ""])
def test_a_use_that_is_none_is_refused(use: str) -> None:
    assert "use-0" in errors_of(b"a\n1\n", observed_on=DAY, use_0=use)


def test_who_may_not_define_cannot_ask_for_a_new_indicator_all_the_same() -> None:
    assert "use-0" in errors_of(b"a\n1\n", may_define=False, observed_on=DAY, use_0="new")


def test_more_values_than_one_import_may_store_are_refused() -> None:
    rows = b"1,2,3\n" * (MOST_VALUES // 3 + 1)
    assert list(errors_of(b"a,b,c\n" + rows, observed_on=DAY)) == ["columns"]
