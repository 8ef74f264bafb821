"""Every number that an evaluation prints leads to its entries in at most two clicks."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from app.web.pagination import PAGE_SIZE
from tests.browser.conftest import SignIn

STORIES = [
    "sheffield-loneliness",
    "montreal-green-alleys",
    "restaurant-populaire-rosemont",
    "repairs-with-tenants",
]

# What is a digit and no figure of the log: names and headings; days; the form; small print, which states the
# rules with their thresholds; the numbers that name the nine cells; and pictures, which repeat what their
# tables tell. Views carry no name, so there are no entries to open: a link below leads to who was asked.
FIGURES = """
() => {
    const pictures = "svg, .nine, .views", words = "h1, h2, h3, h4, thead, caption, .note, .meta, .name";
    const none = `${pictures}, ${words}, .stamp, form, time`;
    const found = [];
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) {
        const here = text.parentElement;
        if (!/\\d/.test(text.textContent) || here.closest(none)) continue;
        const link = here.closest("a") ?? here.closest("li, p, td, tr, dd, figcaption")?.querySelector("a");
        found.push([text.textContent.trim(), link?.getAttribute("href") ?? ""]);
    }
    return found;
}
"""
IDS = re.compile(r"[?&]ids=([\d,]+)")


def figures(page: Page, slug: str) -> Iterator[tuple[str, str]]:
    page.goto(f"/initiatives/{slug}/evaluation")
    found: list[Any] = page.evaluate(FIGURES)
    assert len(found) > 30
    yield from (tuple(pair) for pair in found)


@pytest.mark.parametrize("slug", STORIES)
def test_every_number_opens_its_entries(page: Page, sign_in_as: SignIn, slug: str) -> None:
    sign_in_as("evaluator@demo.example")
    traced = list(figures(page, slug))
    assert [text for text, address in traced if not address] == []
    for address in sorted({address for _text, address in traced if address.startswith("/")}):
        answer = page.request.get(address)
        assert answer.status == 200, address
        if named := IDS.search(address):
            wanted = set(named[1].split(","))
            opened = wanted & set(re.findall(r"/(\d+)\"", answer.text()))
            assert len(opened) == min(len(wanted), PAGE_SIZE), address


def test_views_lead_to_who_was_asked(page: Page, sign_in_as: SignIn) -> None:
    sign_in_as("evaluator@demo.example")
    page.goto("/initiatives/sheffield-loneliness/evaluation")
    assert page.locator(".chart:has(.views) a[href$='/ratings']").count() == 1
