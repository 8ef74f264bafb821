"""The way to a provider on another site and back, under our content security policy and with real cookies."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from playwright.sync_api import BrowserContext, Page, expect

from app.main import create_app
from app.settings import Settings
from tests.support.databases import SqliteCopies
from tests.support.live_server import served
from tests.support.openid_provider import OpenIDProvider, openid_provider
from tests.support.pages import assert_accessible, assert_nothing_overflows
from tests.support.people import make_person

with_and_without_script = pytest.mark.parametrize("javascript", [True, False])


@pytest.fixture(scope="module")
def provider() -> Iterator[OpenIDProvider]:
    with openid_provider() as provider:
        yield provider


@pytest.fixture(scope="module")
def live_application(
    provider: OpenIDProvider, sqlite_copies: SqliteCopies, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FastAPI]:
    """Ada alone is here."""
    folder = tmp_path_factory.mktemp("openid")
    url = sqlite_copies.fresh(folder)

    def application_at(address: str) -> FastAPI:
        settings = Settings(_env_file=None, database_url=url, data_dir=folder, base_url=address)
        return create_app(provider.settings_for(settings))

    with served(application_at) as application:
        with application.state.database.writing() as session:
            make_person(session)
        yield application


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The provider's own page asks a stranger for its style; nothing leaves this machine."""
    context.route("https://**", lambda route: route.abort())
    return context.new_page()


def sign_in_there(page: Page, subject: str) -> None:
    page.locator("[name=sub]").first.fill(subject)
    page.get_by_role("button", name="Authorize").click()


@with_and_without_script
@pytest.mark.parametrize("width", [360])
def test_a_person_goes_to_the_provider_and_comes_back_signed_in(
    page: Page, provider: OpenIDProvider, javascript: bool
) -> None:
    provider.knows("ada", email="ada@demo.example", email_verified=True)
    page.goto("/sign-in?next=/account")
    assert_nothing_overflows(page)
    page.get_by_role("link", name="Sign in with City Hall").click()
    sign_in_there(page, "ada")
    page.wait_for_url("**/account")
    expect(page.get_by_text("ada@demo.example").first).to_be_visible()
    assert_nothing_overflows(page)
    if javascript:
        assert_accessible(page)


@pytest.mark.parametrize("width", [360])
def test_a_person_unknown_here_reads_what_to_do(page: Page, provider: OpenIDProvider) -> None:
    provider.knows("zoe", email="zoe@demo.example", email_verified=True)
    page.goto("/sign-in")
    page.get_by_role("link", name="Sign in with City Hall").click()
    sign_in_there(page, "zoe")
    expect(page.get_by_text("invitation")).to_be_visible()
    assert_accessible(page)
    assert_nothing_overflows(page)
