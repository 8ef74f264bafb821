"""What every test may ask for: a fresh database of each kind, the settings that name it, the application."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import settings as hypothesis_settings
from sqlmodel import Session

from app.database.engine import Database
from app.database.migrate import upgrade
from app.main import create_app, open_database
from app.settings import Settings
from tests.support.databases import PostgresqlDatabase, SqliteCopies
from tests.support.kept_world import KeptWorlds
from tests.support.postgresql import postgresql_url
from tests.support.world import World

# The same examples on every machine, and no clock: a busy machine is not a fault.
hypothesis_settings.register_profile("tandem", deadline=None, derandomize=True)
hypothesis_settings.load_profile("tandem")


def settings_for(database_url: str, folder: Path) -> Settings:
    """Nothing is read from the developer's own `.env`."""
    return Settings(_env_file=None, database_url=database_url, data_dir=folder, base_url="http://testserver")


def migrate(database_url: str) -> None:
    upgrade(settings_for(database_url, Path("var")))


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields:
        monkeypatch.delenv(f"TANDEM_{field.upper()}", raising=False)


@pytest.fixture(scope="session")
def sqlite_copies(tmp_path_factory: pytest.TempPathFactory) -> SqliteCopies:
    return SqliteCopies(tmp_path_factory.mktemp("sqlite"), migrate)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgresqlDatabase]:
    with postgresql_url() as server:
        database = PostgresqlDatabase(server, migrate)
        yield database
        database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated, empty database. Every test that asks for one runs twice, once on each kind.

    For one kind only: `@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)`.
    """
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_copies").fresh(tmp_path)
    else:
        with request.getfixturevalue("postgresql").lent() as address:
            yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table, for tests of the migrations themselves."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.sqlite3'}"
    else:
        with request.getfixturevalue("postgresql").bare() as address:
            yield address


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return settings_for(database_url, tmp_path)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The application without a database of its own: building it takes longer than most tests."""
    application = create_app(settings_for("sqlite://", tmp_path_factory.mktemp("application")))
    application.state.database.close()
    return application


@pytest.fixture
def application(built_once: FastAPI, settings: Settings) -> Iterator[FastAPI]:
    """The application on this test's database."""
    built_once.state.settings = settings
    built_once.state.database = open_database(settings)
    yield built_once
    built_once.state.database.close()


@pytest.fixture
def database(application: FastAPI) -> Database:
    """The application's own: what a test stores is what a client sees."""
    opened: Database = application.state.database
    return opened


@pytest.fixture
def session(database: Database, request: pytest.FixtureRequest) -> Iterator[Session]:
    """For services and queries: flush as they do, and everything is undone at the end."""
    if "client" in request.fixturenames:
        pytest.fail(
            "A client would wait for this session for ever: prepare `with database.writing()` instead."
        )
    with Session(database.writer, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def client(application: FastAPI) -> Iterator[TestClient]:
    """Nobody signed in yet; answers are looked at one by one, so redirections are not followed."""
    with TestClient(application, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def kept_worlds(tmp_path_factory: pytest.TempPathFactory) -> KeptWorlds:
    return KeptWorlds(tmp_path_factory.mktemp("world"))


@pytest.fixture
def world(database: Database, kept_worlds: KeptWorlds) -> World:
    """The shared cast, stored."""
    return kept_worlds.put_into(database)
