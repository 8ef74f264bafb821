"""Nothing typed is lost: a closed tab, no connection, a double tap, an ended session, two people at once."""

from itertools import count

import pytest
from fastapi import FastAPI
from playwright.sync_api import BrowserContext, Page, expect
from sqlmodel import col, func, select

from app.activities.models import Activity
from tests.browser.conftest import SignIn
from tests.support.pages import assert_accessible, assert_nothing_overflows

STAFF = "staff@demo.example"
INITIATIVE = "/initiatives/montreal-green-alleys"
LOG = f"{INITIATIVE}/log"
SHEET = f"{INITIATIVE}/activities/series"
DRAFTS = "() => Object.keys(localStorage).filter(name => name.startsWith('tandem:')).length"
numbers = count(1)

on_a_phone = pytest.mark.parametrize("width", [360])


@pytest.fixture
def title() -> str:
    return f"Painted the benches {next(numbers)}"


def fill_in(page: Page, title: str) -> None:
    page.goto(LOG)
    page.locator("[name=title]").fill(title)
    page.locator("label:has([name=citizen_role][value=co_led])").click()
    page.locator("label:has([name=decision][value=jointly])").click()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save").click()


def kept(page: Page) -> str:
    return page.locator("#drafts").inner_text()


def assert_for_everybody(page: Page) -> None:
    """At its end, where the button that stays within reach of a thumb covers half of nothing."""
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    assert_accessible(page)
    assert_nothing_overflows(page)


def rows(application: FastAPI, title: str) -> int:
    with application.state.database.reading() as session:
        found: int = session.exec(
            select(func.count()).select_from(Activity).where(col(Activity.title) == title)
        ).one()
    return found


@on_a_phone
def test_half_an_entry_comes_back_after_the_tab_was_closed(
    page: Page, context: BrowserContext, sign_in_as: SignIn, title: str
) -> None:
    sign_in_as(STAFF)
    fill_in(page, title)
    context.set_offline(True)
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(LOG)
    assert again.locator("[name=title]").input_value() == title
    assert again.locator("[name=decision][value=jointly]").is_checked()
    assert "We kept what you typed at" in kept(again)
    assert_for_everybody(again)
    again.get_by_role("link", name="Start empty").click()
    expect(again.locator("[name=title]")).to_have_value("")
    assert "We kept" not in kept(again)


def test_what_is_sent_without_a_connection_waits_and_is_stored_once(
    page: Page, context: BrowserContext, sign_in_as: SignIn, live_application: FastAPI, title: str
) -> None:
    sign_in_as(STAFF)
    other = context.new_page()
    other.goto(INITIATIVE)
    fill_in(page, title)
    context.set_offline(True)
    save(page)
    page.get_by_text("Waiting for a connection: 1.").wait_for()
    assert page.locator("[name=title]").input_value() == ""
    assert rows(live_application, title) == 0
    context.set_offline(False)
    for tab in (page, other):
        expect(tab.get_by_text("Waiting for a connection")).to_have_count(0)
    assert page.evaluate(DRAFTS) == 0
    assert f"Sent: {title}" in kept(page) + kept(other)
    assert rows(live_application, title) == 1


def test_what_waits_in_a_closed_tab_is_sent_by_the_next_page(
    page: Page, context: BrowserContext, sign_in_as: SignIn, live_application: FastAPI, title: str
) -> None:
    sign_in_as(STAFF)
    fill_in(page, title)
    context.set_offline(True)
    save(page)
    page.get_by_text("Waiting for a connection: 1.").wait_for()
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto("/help")
    again.get_by_text(f"Sent: {title}").wait_for()
    assert rows(live_application, title) == 1


def test_what_the_server_does_not_take_comes_back_to_be_mended(
    page: Page, context: BrowserContext, sign_in_as: SignIn, live_application: FastAPI, title: str
) -> None:
    sign_in_as(STAFF)
    page.goto(LOG)
    page.locator("[name=title]").fill(title)
    context.set_offline(True)
    save(page)
    page.get_by_text("Waiting for a connection: 1.").wait_for()
    context.set_offline(False)
    page.get_by_text(f"Not taken yet: {title}").wait_for()
    page.get_by_role("link", name="Open it and put it right").click()
    expect(page.locator("[name=title]")).to_have_value(title)
    page.locator("label:has([name=citizen_role][value=co_led])").click()
    page.locator("label:has([name=decision][value=jointly])").click()
    save(page)
    page.wait_for_url("**/activities/*")
    assert rows(live_application, title) == 1
    assert page.evaluate(DRAFTS) == 0


def test_a_double_tap_makes_one_row(
    page: Page, sign_in_as: SignIn, live_application: FastAPI, title: str
) -> None:
    sign_in_as(STAFF)
    fill_in(page, title)
    page.get_by_role("button", name="Save").dblclick()
    page.wait_for_url("**/activities/*")
    assert rows(live_application, title) == 1
    assert page.evaluate(DRAFTS) == 0


def test_signing_out_takes_the_drafts_away(page: Page, sign_in_as: SignIn, title: str) -> None:
    sign_in_as(STAFF)
    fill_in(page, title)
    page.goto("/account")
    assert page.evaluate(DRAFTS) == 1
    page.get_by_role("button", name="Sign out", exact=True).first.click()
    page.wait_for_url("**/")
    assert page.evaluate(DRAFTS) == 0


def test_nobody_sees_the_draft_of_another_person(
    page: Page, context: BrowserContext, sign_in_as: SignIn, title: str
) -> None:
    sign_in_as(STAFF)
    fill_in(page, title)
    sign_in_as("citizen@demo.example")
    page.goto(LOG)
    assert page.locator("[name=title]").input_value() == ""
    assert "We kept" not in kept(page)


def test_a_session_that_ended_loses_no_word(
    page: Page, context: BrowserContext, sign_in_as: SignIn, title: str
) -> None:
    sign_in_as(STAFF)
    fill_in(page, title)
    context.clear_cookies()
    save(page)
    page.get_by_role("heading", name="You are signed out").wait_for()
    assert title in page.locator("main").inner_text()
    assert_accessible(page)
    assert page.get_by_role("link", name="Sign in again").get_attribute("href") == f"/sign-in?next={LOG}"
    sign_in_as(STAFF)
    page.goto(LOG)
    assert page.locator("[name=title]").input_value() == title


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("locale", ["en-GB", "fr-CA"])
def test_both_texts_stand_side_by_side_and_one_is_chosen(
    page: Page, context: BrowserContext, sign_in_as: SignIn, live_application: FastAPI, title: str
) -> None:
    sign_in_as(STAFF)
    page.goto(f"{INITIATIVE}/journal?kind=activity")
    page.locator(".journal .what a").first.click()
    page.wait_for_url("**/activities/*")
    edit = f"{page.url}/edit"
    page.goto(edit)
    other = context.new_page()
    other.goto(edit)
    other.locator("[name=title]").fill(title)
    other.locator("button[type=submit]").first.click()
    other.wait_for_url("**/activities/*")
    page.locator("[name=title]").fill("Mine")
    page.locator("form:has([name=title]) button[type=submit]").click()
    page.locator(".both").wait_for()
    assert page.locator("[name=title]").input_value() == "Mine"
    assert title in page.locator(".both").inner_text()
    assert_for_everybody(page)
    page.locator("[name='_take.title'][value=theirs]").check()
    page.locator("form:has([name=title]) button[type=submit]").first.click()
    page.wait_for_url("**/activities/*")
    assert title in page.locator("main").inner_text()


def fill_in_a_sheet(page: Page, title: str) -> None:
    page.goto(SHEET)
    page.locator("[name=title]").fill(title)
    page.locator("[name=citizen_role]").select_option("co_led")
    page.locator("[name=decision]").select_option("jointly")
    page.get_by_role("button", name="More rows").click()
    page.locator("[name=happened_on-2]").fill("2025-03-08")
    page.locator("[name=happened_on-9]").fill("2025-03-15")
    page.locator("[name=citizens-9]").fill("12")


@on_a_phone
def test_rows_of_a_sheet_come_back_after_the_tab_was_closed(
    page: Page, context: BrowserContext, sign_in_as: SignIn, live_application: FastAPI, title: str
) -> None:
    sign_in_as(STAFF)
    fill_in_a_sheet(page, title)
    context.set_offline(True)
    page.get_by_text("Fill dates").first.click()
    page.get_by_role("button", name="Fill dates").click()
    page.get_by_text("This needs a connection").wait_for()
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(SHEET)
    assert again.locator("[name=happened_on-9]").input_value() == "2025-03-15"
    assert again.locator("[name=citizens-9]").input_value() == "12"
    assert "We kept what you typed at" in kept(again)
    assert_for_everybody(again)
    again.get_by_role("button", name="Save the rows").last.click()
    again.wait_for_url("**/journal?kind=activity")
    assert rows(live_application, title) == 2
    assert again.evaluate(DRAFTS) == 0


def test_a_sheet_without_a_connection_waits_whole_and_is_stored_once(
    page: Page, context: BrowserContext, sign_in_as: SignIn, live_application: FastAPI, title: str
) -> None:
    sign_in_as(STAFF)
    fill_in_a_sheet(page, title)
    context.set_offline(True)
    page.get_by_role("button", name="Save the rows").last.click()
    page.get_by_text("Waiting for a connection: 1.").wait_for()
    context.set_offline(False)
    page.get_by_text(f"Sent: {title}").wait_for()
    assert rows(live_application, title) == 2


def test_rows_that_were_stored_do_not_come_back_with_the_draft(
    page: Page, context: BrowserContext, sign_in_as: SignIn, live_application: FastAPI, title: str
) -> None:
    sign_in_as(STAFF)
    fill_in_a_sheet(page, title)
    page.locator("[name=citizens-9]").fill("many")
    page.get_by_role("button", name="Save the rows").last.click()
    page.get_by_text("One entry is saved").wait_for()
    page.wait_for_load_state()
    page.close()
    again = context.new_page()
    again.goto(SHEET)
    assert again.locator("[name=citizens-9]").input_value() == "many"
    assert again.locator("[name=happened_on-2]").input_value() == ""
    again.locator("[name=citizens-9]").fill("12")
    again.get_by_role("button", name="Save the rows").last.click()
    again.wait_for_url("**/journal?kind=activity")
    assert rows(live_application, title) == 2
