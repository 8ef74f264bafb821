"""Somebody at a browser, who does what people do there."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.support.pages import assert_accessible, assert_nothing_overflows


@dataclass(frozen=True)
class Visitor:
    """Somebody at a browser, who looks at each page as carefully as their browser lets them."""

    page: Page
    has_script: bool

    def look_at(self, address: str) -> None:
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.status == 200, f"{address} answers {answer.status}"
        self.check()

    def check(self) -> None:
        """Without script axe cannot run, since it answers with a promise; the page is the same one."""
        if self.has_script:
            assert_accessible(self.page)
        assert_nothing_overflows(self.page)

    def fill(self, **fields: str) -> None:
        """Each field as a person would: typed, chosen from a list, or tapped."""
        for name, value in fields.items():
            field = self.page.locator(f"[name={name}]")
            if field.first.get_attribute("type") in {"radio", "checkbox"}:
                self.page.locator(f"[name={name}][value='{value}']").check()
            elif field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def send(self) -> None:
        self.page.locator("form:has([name=_key]) button[type=submit]").last.click()

    def send_and_expect(self, address: str) -> None:
        self.send()
        self.page.wait_for_url(re.compile(address))
        assert self.page.locator("[role=status]").first.is_visible()
        self.check()
