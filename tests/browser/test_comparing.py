"""Two seeded cases set beside each other in a browser, with and without script."""

import re

import pytest

from tests.browser.conftest import SignIn
from tests.support.visitor import Visitor

SHEFFIELD, CRECHE = "sheffield-loneliness", "creche-parentale-les-petits-paves"
everywhere = pytest.mark.parametrize("width", [360, 1280])


@everywhere
@pytest.mark.parametrize("javascript", [True, False])
def test_from_an_evaluation_another_initiative_is_chosen_and_what_differs_is_named_first(
    visitor: Visitor, sign_in_as: SignIn
) -> None:
    sign_in_as("staff@demo.example")
    visitor.look_at(f"/initiatives/{SHEFFIELD}/evaluation")
    visitor.page.locator("main a[href^='/compare']").click()
    visitor.page.wait_for_url(re.compile("/compare"))
    visitor.check()
    visitor.fill(right=CRECHE)
    visitor.page.locator("main button[type=submit]").click()
    visitor.page.wait_for_url(re.compile(f"right={CRECHE}"))
    visitor.check()
    named = visitor.page.locator("main section").first.inner_text()
    assert all(country in named for country in ("United Kingdom", "France"))


@everywhere
@pytest.mark.parametrize("locale", ["en-GB", "fr-CA"])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_two_periods_of_one_initiative_stand_in_order_of_time(visitor: Visitor, sign_in_as: SignIn) -> None:
    sign_in_as("evaluator@demo.example")
    periods = "left_as_of=2016-12-31&right_starts_on=2017-01-01&right_as_of=2021-12-31"
    visitor.look_at(f"/compare?left={SHEFFIELD}&right={SHEFFIELD}&{periods}")
    assert visitor.page.locator("#sequence ~ .sum li").count() >= 3


def test_a_choice_that_is_missing_is_said_beside_it(visitor: Visitor, sign_in_as: SignIn) -> None:
    sign_in_as("staff@demo.example")
    answer = visitor.page.goto(f"/compare?left={SHEFFIELD}&right=")
    assert answer is not None
    assert answer.status == 422
    assert visitor.page.locator("[name=right]").get_attribute("aria-invalid") == "true"
    visitor.check()
