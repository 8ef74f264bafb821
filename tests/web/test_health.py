"""Whether the house stands, told to whoever watches over it."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings


def test_a_migrated_database_is_ready(client: TestClient) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200


@pytest.mark.parametrize("url", ["postgresql://nobody@127.0.0.1:1/gone", "sqlite:////nowhere/gone.sqlite3"])
def test_without_its_database_the_process_is_alive_but_not_ready(tmp_path: Path, url: str) -> None:
    settings = Settings(database_url=url, data_dir=tmp_path, base_url="http://testserver")
    with TestClient(create_app(settings)) as client:
        assert client.get("/healthz").status_code == 200
        assert client.get("/readyz").status_code == 503


def test_an_unmigrated_database_is_not_ready(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, base_url="http://testserver")
    with TestClient(create_app(settings)) as client:
        assert client.get("/readyz").status_code == 503
