"""The log on a phone in a corridor: how many taps an activity takes; by keys, without script."""

import re
from itertools import count

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SignIn
from tests.support.pages import assert_accessible, assert_nothing_overflows

INITIATIVE = "/initiatives/montreal-green-alleys"
MOST_TAPS = 8
numbers = count(1)

on_a_phone = pytest.mark.parametrize("width", [360])

NAME_IN_FOCUS = "document.activeElement.name || document.activeElement.innerText"
"""Asked of the document: `:focus` does not find a date field whose calendar button is in focus."""

IS_COVERED = """
() => {
    const field = document.activeElement;
    const bar = document.querySelector(".within-reach").getBoundingClientRect();
    const seen = (field.closest(".chips label") || field).getBoundingClientRect();
    return !field.closest(".within-reach") && seen.bottom > bar.top && seen.top < bar.bottom;
}
"""

TO_THE_END = "scrollTo(0, document.documentElement.scrollHeight)"
"""There the button that stays within reach of a thumb covers half of nothing."""


class Thumb:
    """Counts the taps; typing is done by what is tapped last."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, target: Locator) -> None:
        target.click()
        self.taps += 1

    def choose(self, name: str, value: str) -> None:
        self.tap(self.page.locator(f"label:has([name={name}][value={value}])"))

    def write(self, name: str, text: str) -> None:
        self.tap(self.page.locator(f"[name={name}]"))
        self.page.keyboard.type(text)

    def open_form(self) -> None:
        self.tap(log_link(self.page))
        await_form(self.page)


def log_link(page: Page) -> Locator:
    page.goto(INITIATIVE)
    return page.get_by_role("link", name="Log", exact=True)


def await_form(page: Page) -> None:
    """The form is loaded, and keys go where they are meant to."""
    page.wait_for_url(re.compile(r"/log(\?like=\d+)?$"))
    expect(page.locator("[name=title]")).to_be_focused()


def assert_saved(page: Page, title: str) -> None:
    page.wait_for_url(re.compile(r"/activities/\d+$"))
    expect(page.locator("[role=status]").first).to_be_visible()
    expect(page.locator("main").get_by_text(title).first).to_be_visible()
    assert "12 citizens, 24 h" in page.locator("main").inner_text()


@on_a_phone
@pytest.mark.parametrize("javascript", [True, False])
def test_a_typical_activity_takes_eight_taps_and_one_typed_line(page: Page, sign_in_as: SignIn) -> None:
    """From the initiative's page on. Date and phase are known; all four numbers are tapped one by one."""
    sign_in_as("staff@demo.example")
    thumb, title = Thumb(page), f"Watered the beds {next(numbers)}"
    thumb.open_form()
    page.keyboard.type(title)
    thumb.choose("citizen_role", "co_led")
    thumb.choose("decision", "jointly")
    for name, number in (
        ("citizens", "12"),
        ("citizen_hours", "24"),
        ("professionals", "2"),
        ("professional_hours", "4"),
    ):
        thumb.write(name, number)
    thumb.tap(page.get_by_role("button", name="Save"))
    assert_saved(page, title)
    assert thumb.taps <= MOST_TAPS


@on_a_phone
def test_another_like_it_takes_half_as_many(page: Page, sign_in_as: SignIn) -> None:
    """The button, both numbers and Save."""
    sign_in_as("citizen@demo.example")
    page.goto(f"{INITIATIVE}/journal?kind=activity")
    page.locator(".journal .what a").first.click()
    thumb, title = Thumb(page), f"Watered the beds again {next(numbers)}"
    thumb.tap(page.get_by_role("link", name="Log another like this"))
    await_form(page)
    page.keyboard.type(title)
    thumb.write("citizens", "12")
    thumb.write("citizen_hours", "24")
    thumb.tap(page.get_by_role("button", name="Save"))
    assert_saved(page, title)
    assert thumb.taps <= MOST_TAPS / 2


@on_a_phone
def test_an_activity_is_logged_by_keys_alone_and_nothing_in_focus_is_covered(
    page: Page, sign_in_as: SignIn
) -> None:
    sign_in_as("staff@demo.example")
    log_link(page).press("Enter")
    await_form(page)
    keys, title = page.keyboard, f"Held a meeting {next(numbers)}"
    keys.type(title)
    wanted = {"citizens": "12", "citizen_hours": "24"}
    chosen = {"citizen_role": 2, "decision": 3}
    name = ""
    while name != "Save":
        keys.press("Tab")
        name = page.evaluate(NAME_IN_FOCUS)
        assert not page.evaluate(IS_COVERED), name
        if name in wanted:
            keys.type(wanted[name])
        if name in chosen:
            keys.press("Space")
            for _step in range(chosen[name] - 1):
                keys.press("ArrowRight")
    keys.press("Enter")
    assert_saved(page, title)


@on_a_phone
def test_after_a_refusal_the_focus_is_on_what_to_put_right(page: Page, sign_in_as: SignIn) -> None:
    sign_in_as("staff@demo.example")
    Thumb(page).open_form()
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state()
    focused = page.locator(":focus")
    assert focused.get_attribute("role") == "alert"
    assert "3 things to put right" in focused.inner_text()
    assert page.locator("[autofocus]").count() == 0
    assert_accessible(page)


@on_a_phone
@pytest.mark.parametrize("javascript", [True, False])
def test_the_line_is_ready_to_be_typed_into_in_a_new_entry_only(page: Page, sign_in_as: SignIn) -> None:
    """With its name, its kind and the initiative in sight; somebody who changes an entry reads it first."""
    sign_in_as("staff@demo.example")
    Thumb(page).open_form()
    assert page.evaluate(NAME_IN_FOCUS) == "title"
    assert page.evaluate("scrollY") == 0
    page.goto(f"{INITIATIVE}/journal?kind=activity")
    page.locator(".journal .what a").first.click()
    page.get_by_role("link", name="Change this entry").click()
    page.wait_for_url(re.compile(r"/edit$"))
    assert page.locator("[autofocus]").count() == 0


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("locale", ["en-GB", "fr-CA"])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_form_journal_and_entry_are_for_everybody(page: Page, sign_in_as: SignIn) -> None:
    sign_in_as("staff@demo.example")
    for place in ("/log", "/log/observation", "/journal", "/journal?kind=cost&q=x", "/journal?kind=party"):
        page.goto(f"{INITIATIVE}{place}")
        page.evaluate(TO_THE_END)
        assert_accessible(page)
        assert_nothing_overflows(page)
    page.goto(f"{INITIATIVE}/journal?kind=activity")
    page.locator(".journal .what a").first.click()
    assert_accessible(page)
    assert_nothing_overflows(page)
