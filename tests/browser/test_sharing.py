"""One initiative shared in a browser: people and organizations are invited, take part, and leave again."""

import re
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SignIn
from tests.support.visitor import Visitor

numbers = count(1)
LEAD = "/organizations/don-valley-homes"
INITIATIVE = "/initiatives/sheffield-peer-mentoring"

with_and_without_script = pytest.mark.parametrize("javascript", [True, False])
in_both_languages = pytest.mark.parametrize("locale", ["en-GB", "fr-CA"])


def link_shown(visitor: Visitor) -> str:
    """What is to be handed on; it is shown once."""
    visitor.check()
    return visitor.page.locator("main code").first.inner_text()


def invite(visitor: Visitor, email: str) -> str:
    visitor.look_at(f"{LEAD}/invitations/new")
    visitor.fill(email=email, role="staff")
    visitor.send()
    return link_shown(visitor)


def accept_as_newcomer(visitor: Visitor, link: str, name: str) -> None:
    visitor.page.context.clear_cookies()
    visitor.look_at(link)
    visitor.fill(name=name, password="seven brass kettles")
    visitor.page.locator("form[action$='/account'] button[type=submit]").click()
    visitor.page.wait_for_url(re.compile(LEAD))
    visitor.check()
    expect(visitor.page.get_by_text(name).first).to_be_visible()


def invite_partner(visitor: Visitor) -> str:
    visitor.look_at(f"{INITIATIVE}/partner-invitations/new")
    visitor.fill(name="Glenmore Rural Transport", role="delivery")
    visitor.send()
    return link_shown(visitor)


def accept_as_partner(visitor: Visitor, link: str) -> None:
    visitor.look_at(link)
    visitor.page.locator("form:not([action$='/refusal']):has([name=organization_id]) button").click()
    visitor.page.wait_for_url(re.compile(INITIATIVE))
    visitor.check()


def log_activity(visitor: Visitor, title: str) -> None:
    visitor.look_at(f"{INITIATIVE}/log")
    visitor.fill(happened_on="2024-05-04", title=title, citizen_role="co_led", decision="jointly")
    visitor.page.locator("[name=phase_id]").first.check()
    visitor.send_and_expect(f"{INITIATIVE}/activities")
    expect(visitor.page.get_by_text(title).first).to_be_visible()


def make_rating_link(visitor: Visitor) -> str:
    visitor.look_at(f"{INITIATIVE}/ratings/new")
    phase = visitor.page.locator("[name=phase_id] option:not([value=''])").first.get_attribute("value")
    visitor.fill(phase_id=phase or "", side="citizens", name=f"Workshop {next(numbers)}")
    visitor.send()
    visitor.page.wait_for_url(re.compile(r"/ratings/\d+$"))
    visitor.check()
    expect(visitor.page.locator("svg.qr")).to_be_visible()
    return visitor.page.locator(".address a").inner_text()


def rate(visitor: Visitor, address: str) -> None:
    """With nothing but the address: no account, no name."""
    visitor.page.context.clear_cookies()
    visitor.look_at(address)
    visitor.fill(rating="4")
    visitor.page.locator("form:has([name=rating]) button[type=submit]").click()
    visitor.page.wait_for_url(re.compile("/thanks$"))
    visitor.check()


def revoke_newest_link(visitor: Visitor) -> None:
    visitor.look_at(f"{INITIATIVE}/ratings")
    visitor.page.locator("form[action$='/revoke'] button").first.click()
    visitor.page.wait_for_load_state()
    expect(visitor.page.locator("[role=status]").first).to_be_visible()


def end_partnership(visitor: Visitor) -> None:
    visitor.look_at(f"{INITIATIVE}/partners")
    partner = visitor.page.locator("main li", has_text="Glenmore").first
    partner.locator("a[href$='/edit']").click()
    visitor.page.locator("form[action$='/ending'] button").click()
    visitor.page.wait_for_load_state()
    expect(visitor.page.locator("[role=status]").first).to_be_visible()


def leads_nowhere(visitor: Visitor, address: str) -> bool:
    answer = visitor.page.goto(address)
    return answer is not None and answer.status == 404


@pytest.mark.parametrize("width", [360])
@in_both_languages
@with_and_without_script
def test_an_initiative_is_shared_and_its_links_are_taken_back(visitor: Visitor, sign_in_as: SignIn) -> None:
    number = next(numbers)
    sign_in_as("admin@demo.example")
    accept_as_newcomer(visitor, invite(visitor, f"nora{number}@people.example"), f"Nora {number}")
    partner_link = invite_partner(visitor)
    sign_in_as("outsider@demo.example")
    assert leads_nowhere(visitor, INITIATIVE)
    accept_as_partner(visitor, partner_link)
    log_activity(visitor, f"Drove the mentors {number}")
    rating_address = make_rating_link(visitor)
    rate(visitor, rating_address)
    sign_in_as("outsider@demo.example")
    revoke_newest_link(visitor)
    assert leads_nowhere(visitor, rating_address)
    sign_in_as("admin@demo.example")
    end_partnership(visitor)
    sign_in_as("outsider@demo.example")
    assert leads_nowhere(visitor, INITIATIVE)
