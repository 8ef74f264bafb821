"""The log on a phone in a corridor: how many taps an activity takes; by keys, without script."""

import re
from itertools import count

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import SignIn
from tests.support.pages import assert_accessible, assert_nothing_overflows

INITIATIVE = "/initiatives/montreal-green-alleys"
MOST_TAPS = 8
numbers = count(1)

on_a_phone = pytest.mark.parametrize("width", [360])

IS_COVERED = """
field => {
    const bar = document.querySelector(".within-reach").getBoundingClientRect();
    const seen = (field.closest(".chips label") || field).getBoundingClientRect();
    return !field.closest(".within-reach") && seen.bottom > bar.top && seen.top < bar.bottom;
}
"""


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


def open_form(page: Page) -> None:
    page.goto(INITIATIVE)
    page.get_by_role("link", name="Log", exact=True).click()
    page.wait_for_url(re.compile(r"/log$"))


def assert_saved(page: Page, title: str) -> None:
    page.wait_for_url(re.compile(r"/activities/\d+$"))
    assert page.locator("[role=status]").first.is_visible()
    assert page.locator("main").get_by_text(title).first.is_visible()
    assert "12 citizens, 24 h" in page.locator("main").inner_text()


@on_a_phone
@pytest.mark.parametrize("javascript", [True, False])
def test_a_typical_activity_takes_eight_taps_and_one_typed_line(page: Page, sign_in_as: SignIn) -> None:
    """Date and phase are known; all four numbers are given, each tapped by itself."""
    sign_in_as("staff@demo.example")
    open_form(page)
    thumb, title = Thumb(page), f"Watered the beds {next(numbers)}"
    thumb.write("title", title)
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
    """The button, the line, the first number and Save; the keyboard's own Next goes from number to number."""
    sign_in_as("citizen@demo.example")
    page.goto(f"{INITIATIVE}/journal?kind=activity")
    page.locator(".journal .what a").first.click()
    thumb, title = Thumb(page), f"Watered the beds again {next(numbers)}"
    thumb.tap(page.get_by_role("link", name="Log another like this"))
    page.wait_for_url(re.compile(r"/log\?like=\d+$"))
    thumb.write("title", title)
    thumb.write("citizens", "12")
    page.keyboard.press("Tab")
    page.keyboard.type("24")
    thumb.tap(page.get_by_role("button", name="Save"))
    assert_saved(page, title)
    assert thumb.taps <= MOST_TAPS / 2


@on_a_phone
def test_an_activity_is_logged_by_keys_alone_and_nothing_in_focus_is_covered(
    page: Page, sign_in_as: SignIn
) -> None:
    sign_in_as("staff@demo.example")
    open_form(page)
    keys = page.keyboard
    page.locator("[name=phase_id]:checked").focus()
    wanted = {"title": f"Held a meeting {next(numbers)}", "citizens": "12", "citizen_hours": "24"}
    chosen = {"citizen_role": 2, "decision": 3}
    name = ""
    while name != "Save":
        keys.press("Tab")
        focused = page.locator(":focus")
        name = focused.get_attribute("name") or focused.inner_text()
        assert not focused.evaluate(IS_COVERED), name
        if name in wanted:
            keys.type(wanted[name])
        if name in chosen:
            keys.press("Space")
            for _step in range(chosen[name] - 1):
                keys.press("ArrowRight")
    keys.press("Enter")
    assert_saved(page, wanted["title"])


@on_a_phone
def test_after_a_refusal_the_focus_is_on_what_to_put_right(page: Page, sign_in_as: SignIn) -> None:
    sign_in_as("staff@demo.example")
    open_form(page)
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state()
    focused = page.locator(":focus")
    assert focused.get_attribute("role") == "alert"
    assert "3 things to put right" in focused.inner_text()
    assert_accessible(page)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("locale", ["en-GB", "fr-CA"])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_form_journal_and_entry_are_for_everybody(page: Page, sign_in_as: SignIn) -> None:
    sign_in_as("staff@demo.example")
    for place in ("/log", "/log/observation", "/journal", "/journal?kind=cost&q=x", "/journal?kind=party"):
        page.goto(f"{INITIATIVE}{place}")
        assert_accessible(page)
        assert_nothing_overflows(page)
    page.goto(f"{INITIATIVE}/journal?kind=activity")
    page.locator(".journal .what a").first.click()
    assert_accessible(page)
    assert_nothing_overflows(page)
