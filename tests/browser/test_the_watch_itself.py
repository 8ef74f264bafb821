"""The watch over every page would be worthless if it saw nothing: these pages are wrong on purpose."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.pages import Watch, assert_accessible, assert_nothing_overflows

Show = Callable[[str], Page]
ADDRESS = "http://127.0.0.1/"
POLICY = {"Content-Security-Policy": "default-src 'none'; script-src 'self'"}


@pytest.fixture
def wrong(browser: Browser) -> Iterator[tuple[Watch, Show]]:
    context = browser.new_context(viewport={"width": 360, "height": 600})
    watch = Watch(context)

    def show(html: str) -> Page:
        page = context.new_page()
        page.route(ADDRESS, lambda route: route.fulfill(body=html, content_type="text/html", headers=POLICY))
        page.route(f"{ADDRESS}missing.js", lambda route: route.fulfill(status=404))
        page.goto(ADDRESS)
        page.wait_for_load_state("networkidle")
        return page

    yield watch, show
    context.close()


@pytest.mark.parametrize(
    ("html", "noticed"),
    [
        ("<p style='color: red'>red</p>", "style-src"),
        ("<script>document.title = 'written'</script>", "script-src"),
        ("<script src='missing.js'></script>", "404 from GET"),
    ],
)
def test_a_fault_nobody_looks_for_is_noticed(wrong: tuple[Watch, Show], html: str, noticed: str) -> None:
    watch, show = wrong
    show(html)
    assert any(noticed in fault for fault in watch.faults), watch.faults


def test_a_field_without_a_label_is_not_accessible(wrong: tuple[Watch, Show]) -> None:
    _, show = wrong
    page = show("<html lang=en><title>Form</title><main><h1>Form</h1><input></main></html>")
    with pytest.raises(AssertionError, match="label: <input>"):
        assert_accessible(page)


def test_a_wide_table_on_a_phone_overflows(wrong: tuple[Watch, Show]) -> None:
    _, show = wrong
    with pytest.raises(AssertionError, match="px wide in a window of 360"):
        assert_nothing_overflows(show("<img width=1000 height=1 alt=''></body>"))
