"""A form keeps what was typed, says what is wrong by the field, and reads numbers as people write them."""

from datetime import date
from decimal import Decimal

import pytest

from app.fields import Amount, Count, Line, PastDay, Strict, Title
from app.i18n.locale import speaking
from app.refusals import Invalid
from app.vocabulary import Lead
from app.web.forms import Form


class Entry(Strict):
    title: Title
    on: PastDay
    amount: Amount | None = None
    people: Count | None = None
    lead: Lead = Lead.NOBODY
    note: Line = ""
    support: list[str] = []
    sure: bool = False


def form(**typed: str | list[str]) -> Form:
    return Form({name: value if isinstance(value, list) else [value] for name, value in typed.items()})


def test_what_was_typed_becomes_the_schemas_values() -> None:
    entry = form(
        title=" Walk ", on="2018-04-12", amount="1,200.50", people="12", support=["a", "b"], sure="yes"
    ).read(Entry)
    assert entry == Entry(
        title="Walk",
        on=date(2018, 4, 12),
        amount=Decimal("1200.50"),
        people=12,
        support=["a", "b"],
        sure=True,
    )


def test_a_decimal_comma_is_read_in_french() -> None:
    with speaking("fr-CA"):
        assert form(title="x", on="2018-04-12", amount="1 200,5").read(Entry).amount == Decimal("1200.5")


def test_an_empty_field_that_may_be_empty_is_none_and_not_zero() -> None:
    assert form(title="x", on="2018-04-12", amount="", people=" ").read(Entry).people is None


def test_a_field_that_was_shown_and_left_empty_is_set_so_that_an_edit_takes_its_value_away() -> None:
    entry = form(title="x", on="2018-04-12", amount="", support="", sure="").read(Entry)
    assert (
        entry.model_dump(exclude_unset=True).items() >= {"amount": None, "support": [], "sure": False}.items()
    )
    assert "people" not in entry.model_fields_set


def test_what_was_ticked_is_read_without_the_mark_that_the_boxes_were_shown() -> None:
    entry = form(title="x", on="2018-04-12", support=["a", "b", ""], sure=["yes", ""]).read(Entry)
    assert (entry.support, entry.sure) == (["a", "b"], True)


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"title": ""}, "title", "Fill this in."),
        ({"title": "x" * 161}, "title", "Use at most 160 characters."),
        ({"on": ""}, "on", "Fill this in."),
        ({"on": "12/04/18"}, "on", "Enter a date, such as 2018-04-12."),
        ({"on": "2999-01-01"}, "on", "Enter a year between 1900 and 2200."),
        ({"on": "2199-01-01"}, "on", "Enter a date that is not after today."),
        ({"amount": "much"}, "amount", "Enter a number."),
        ({"amount": "-1"}, "amount", "Enter 0 or more."),
        ({"amount": "1.005"}, "amount", "Use at most 2 decimal places."),
        ({"amount": "nan"}, "amount", "Enter a number."),
        ({"people": "1.5"}, "people", "Enter a whole number."),
        ({"lead": "me"}, "lead", "Choose one."),
    ],
)
def test_each_wrong_field_is_told_why(typed: dict[str, str], field: str, message: str) -> None:
    whole = {"title": "x", "on": "2018-04-12"} | typed
    with pytest.raises(Invalid) as refusal:
        form(**whole).read(Entry)
    assert refusal.value.errors == {field: message}


def test_a_form_shows_a_stored_row_as_one_would_type_it() -> None:
    shown = Form.showing(
        {"amount": Decimal("1200.50"), "on": date(2018, 4, 12), "sure": True, "note": "", "people": None}
    )
    assert (shown["amount"], shown["on"], shown["sure"], shown["note"], shown["people"]) == (
        "1200.5",
        "2018-04-12",
        "yes",
        "",
        "",
    )
