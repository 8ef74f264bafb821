"""A real browser on a live server with the demonstration in it.

A test takes `page` and says how it is looked at by parametrising what `page` depends on:
`@pytest.mark.parametrize("width", [360, 1280])`, and so `javascript`, `color_scheme` and `locale`.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from app.accounts.queries import person_by_email
from app.accounts.service import sign_in
from app.main import create_app
from app.settings import Settings
from tests.support.browser import CHROMIUM, SETTING
from tests.support.databases import SqliteCopies
from tests.support.demo import fill
from tests.support.live_server import served
from tests.support.pages import Watch
from tests.support.visitor import Visitor

ColorScheme = Literal["light", "dark"]
SignIn = Callable[[str], None]

QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 10_000
HEIGHT = 800


@pytest.fixture(scope="session")
def demo_copies(tmp_path_factory: pytest.TempPathFactory) -> SqliteCopies:
    """The demonstration, entered once for all."""

    def migrate_and_fill(database_url: str) -> None:
        fill(Settings(_env_file=None, database_url=database_url, data_dir=tmp_path_factory.mktemp("demo")))

    return SqliteCopies(tmp_path_factory.mktemp("demo"), migrate_and_fill)


@pytest.fixture(scope="module")
def live_application(
    demo_copies: SqliteCopies, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FastAPI]:
    """Each module has the demonstration to itself, and may change it."""
    folder = tmp_path_factory.mktemp("live")
    database_url = demo_copies.fresh(folder)

    def application_at(address: str) -> FastAPI:
        return create_app(
            Settings(_env_file=None, database_url=database_url, data_dir=folder, base_url=address)
        )

    with served(application_at) as application:
        yield application


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One a module: while Playwright runs, no other test in this thread may use asyncio.run."""
    program = Path(os.environ.get(SETTING) or CHROMIUM)
    if not program.exists():
        pytest.fail(f"No browser at {program}: run `make setup-browser`, or set {SETTING}.")
    # Chromium's own sandbox refuses to work for root.
    arguments = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def width() -> int:
    return 1280


@pytest.fixture
def javascript() -> bool:
    return True


@pytest.fixture
def color_scheme() -> ColorScheme:
    return "light"


@pytest.fixture
def locale() -> str:
    return "en-GB"


@pytest.fixture
def context(
    browser: Browser,
    live_application: FastAPI,
    width: int,
    javascript: bool,
    color_scheme: ColorScheme,
    locale: str,
) -> Iterator[BrowserContext]:
    """A new visitor. Anything that goes wrong in a page unseen fails the test at its end."""
    context = browser.new_context(
        base_url=live_application.state.settings.base_url,
        viewport={"width": width, "height": HEIGHT},
        java_script_enabled=javascript,
        color_scheme=color_scheme,
        locale=locale,
    )
    context.set_default_timeout(PATIENCE_MS)
    watch = Watch(context)
    yield context
    context.close()
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def visitor(page: Page, javascript: bool) -> Visitor:
    return Visitor(page, javascript)


@pytest.fixture
def sign_in_as(context: BrowserContext, live_application: FastAPI) -> SignIn:
    """`sign_in_as("staff@demo.example")`: from then on the context's pages are that person's."""

    def signed_in(email: str) -> None:
        with live_application.state.database.writing() as session:
            person = person_by_email(session, email)
            assert person is not None, f"{email} is not one of the demonstration's people"
            token = sign_in(session, person)
        address = live_application.state.settings.base_url
        context.add_cookies([{"name": "sid", "value": token, "url": address}])

    return signed_in
