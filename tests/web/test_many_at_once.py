"""More people than the server has threads, all sending a form in one moment."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest

from app.main import create_app
from app.settings import Settings
from tests.support.live_server import served

PEOPLE = 60
"""More than the forty threads that wait on the database: if each waited inside one, none could go on."""


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_sixty_forms_at_once_are_all_answered(database_url: str, tmp_path: Path) -> None:
    def application_at(address: str) -> object:
        return create_app(Settings(database_url=database_url, data_dir=tmp_path, base_url=address))

    with served(application_at) as application:  # type: ignore[arg-type]  # any ASGI application will do
        address = application.state.settings.base_url

        def send(_: int) -> int:
            return httpx2.post(f"{address}/sign-out", timeout=20).status_code

        with ThreadPoolExecutor(PEOPLE) as people:
            assert list(people.map(send, range(PEOPLE))) == [303] * PEOPLE
