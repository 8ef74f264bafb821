"""The sheet for several entries in a browser: pasted, moved in by keys, and sent without script."""

from itertools import count

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.support.pages import assert_accessible, assert_nothing_overflows

INITIATIVE = "/initiatives/montreal-green-alleys"
SHEET = f"{INITIATIVE}/activities/series"
numbers = count(1)

PASTE = """
(field, text) => {
    const brought = new DataTransfer();
    brought.setData("text/plain", text);
    const asked = { clipboardData: brought, bubbles: true, cancelable: true };
    field.dispatchEvent(new ClipboardEvent("paste", asked));
}
"""


def paste(page: Page, name: str, text: str) -> None:
    page.locator(f"[name={name}]").evaluate(PASTE, text)


def value(page: Page, name: str) -> str:
    return page.locator(f"[name={name}]").input_value()


def focused(page: Page) -> str | None:
    return page.locator(":focus").get_attribute("name")


def share(page: Page, title: str) -> None:
    page.locator("[name=title]").fill(title)
    page.locator("[name=citizen_role]").select_option("co_led")
    page.locator("[name=decision]").select_option("jointly")


def test_a_paste_fills_cells_right_and_down_and_adds_rows(page: Page, sign_in_as: SignIn) -> None:
    sign_in_as("staff@demo.example")
    page.goto(SHEET)
    paste(page, "happened_on-7", "2025-03-01\tVisit\t12\r\n03/08/2025\t\t9\r\n2025-03-15\tWalk\t4\r\n")
    assert [value(page, f"citizens-{row}") for row in (7, 8, 9)] == ["12", "9", "4"]
    assert [value(page, f"happened_on-{row}") for row in (7, 8, 9)] == [
        "2025-03-01",
        "03/08/2025",
        "2025-03-15",
    ]
    assert page.locator("#told").inner_text() == "Rows filled from the clipboard: 3"
    assert_accessible(page)


@pytest.mark.parametrize("text", ["1\t2\t3", "1\n" * 201])
def test_a_paste_that_does_not_fit_fills_nothing_and_says_so(
    page: Page, sign_in_as: SignIn, text: str
) -> None:
    sign_in_as("staff@demo.example")
    page.goto(SHEET)
    paste(page, "other_hours-1", text)
    assert value(page, "other_hours-1") == ""
    assert "Nothing is pasted" in page.locator("#told").inner_text()


def test_keys_move_between_cells_and_never_out_of_a_word(page: Page, sign_in_as: SignIn) -> None:
    sign_in_as("staff@demo.example")
    page.goto(SHEET)
    page.locator("[name=citizens-1]").fill("12")
    for key, goal in (
        ("ArrowLeft", "citizens-1"),
        ("ArrowRight", "citizens-1"),
        ("ArrowRight", "professionals-1"),
        ("ArrowDown", "professionals-2"),
        ("Enter", "professionals-3"),
        ("ArrowUp", "professionals-2"),
        ("ArrowLeft", "citizens-2"),
        ("Tab", "professionals-2"),
    ):
        page.keyboard.press(key)
        assert focused(page) == goal, key
    page.locator("[name=note-8]").focus()
    page.keyboard.press("Enter")
    assert focused(page) == "note-9"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_month_is_filled_and_saved_with_and_without_script(page: Page, sign_in_as: SignIn) -> None:
    title = f"Gardening afternoon {next(numbers)}"
    sign_in_as("citizen@demo.example")
    page.goto(SHEET)
    share(page, title)
    page.locator("summary", has_text="Fill dates").click()
    page.locator("[name=starts_on]").fill("2025-03-01")
    page.locator("[name=ends_on]").fill("2025-04-30")
    page.get_by_role("button", name="Fill dates").click()
    page.locator("[name=happened_on-9]").wait_for()
    page.get_by_role("button", name="More rows").click()
    page.locator("[name=happened_on-17]").wait_for()
    assert value(page, "title") == title
    page.locator("[name=citizens-2]").fill("many")
    page.get_by_role("button", name="Save the rows").last.click()
    page.get_by_text("8 entries are saved").wait_for()
    page.locator("[name=citizens-2]").fill("9")
    page.get_by_role("button", name="Save the rows").last.click()
    page.wait_for_url("**/journal?kind=activity")
    expect(page.locator("[role=status]").first).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("locale", ["en-GB", "fr-CA"])
def test_the_sheet_and_the_phases_are_for_everybody(page: Page, sign_in_as: SignIn) -> None:
    sign_in_as("staff@demo.example")
    for place in (SHEET, f"{INITIATIVE}/phases"):
        page.goto(place)
        assert_accessible(page)
        assert_nothing_overflows(page)


@pytest.mark.parametrize("width", [360])
def test_on_a_phone_every_cell_can_be_hit_with_a_thumb(page: Page, sign_in_as: SignIn) -> None:
    sign_in_as("staff@demo.example")
    page.goto(SHEET)
    box = page.locator("[name=other_hours-3]").bounding_box()
    assert box is not None
    assert box["height"] >= 44
