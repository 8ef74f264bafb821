"""The application with a provider in its settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.accounts.models import Person
from app.database.engine import Database
from app.settings import Settings
from tests.conftest import settings_for
from tests.support.openid_provider import OpenIDProvider, openid_provider
from tests.support.people import make_person


@pytest.fixture(scope="session")
def provider() -> Iterator[OpenIDProvider]:
    with openid_provider() as provider:
        yield provider


@pytest.fixture
def settings(database_url: str, tmp_path: Path, provider: OpenIDProvider) -> Settings:
    return provider.settings_for(settings_for(database_url, tmp_path))


@pytest.fixture
def ada(database: Database) -> Person:
    """She has no password: she came by invitation."""
    with database.writing() as session:
        return make_person(session)
