"""The trend of an indicator in a browser: clean for axe, its chart described, its table complete."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import SignIn
from tests.support.pages import assert_accessible, assert_nothing_overflows

LIST = "/initiatives/montreal-green-alleys/indicators"
TREND = 'main a[href^="/initiatives/montreal-green-alleys/indicators/"]:not([href$="/new"]):has-text("Green")'


@pytest.fixture
def trend(page: Page, sign_in_as: SignIn) -> Page:
    sign_in_as("staff@demo.example")
    page.goto(LIST)
    page.locator(TREND).first.click()
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_clean_for_axe_and_fits_its_width(trend: Page, width: int) -> None:
    trend.set_viewport_size({"width": width, "height": 800})
    assert_accessible(trend)
    assert_nothing_overflows(trend)


def test_the_chart_has_a_name_and_says_what_may_be_concluded(trend: Page) -> None:
    name = trend.get_by_role("heading", level=1).inner_text()
    picture = trend.get_by_role("img", name=name).filter(visible=True)
    assert picture.count() == 1
    told = picture.locator("desc").text_content() or ""
    assert told.endswith("This shows order in time, not cause.")


def test_the_table_has_a_row_with_headers_for_every_value(trend: Page) -> None:
    table = trend.get_by_role("table", name="Values, the newest first")
    drawn = trend.locator("svg.wide circle.ink-fill, svg.wide path.ink-fill").count()
    rows = table.get_by_role("row").count() - 1
    assert rows >= drawn > 0
    assert table.get_by_role("rowheader").count() == rows
    assert table.get_by_role("columnheader", name="Signal and note").count() == 1
