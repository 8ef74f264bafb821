"""What a visitor meets first."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.pages import assert_accessible, assert_nothing_overflows


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_the_first_page_is_accessible_and_fits_the_window(page: Page) -> None:
    page.goto("/")
    assert_accessible(page)
    assert_nothing_overflows(page)


@pytest.mark.parametrize("javascript", [False])
def test_the_first_page_needs_no_script(page: Page) -> None:
    page.goto("/")
    expect(page.locator("h1")).to_be_visible()
