"""What the command line does, as somebody types it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import cli
from app.main import open_database
from app.settings import Settings
from app.tables import metadata
from tests.support.databases import rows
from tests.support.people import make_person

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TANDEM_DATA_DIR", str(tmp_path))
    return lambda *words: CliRunner().invoke(cli, words)


def test_planting_the_demo_twice_changes_nothing(run: Run, tmp_path: Path) -> None:
    assert run("migrate").exit_code == 0
    assert run("seed").exit_code == 0
    database = open_database(Settings(data_dir=tmp_path))
    planted = rows(database)
    assert planted["initiative"] >= 8
    assert run("seed").exit_code == 0
    assert rows(database) == planted
    assert set(planted) == set(metadata.tables)


def test_rebuilding_the_summaries_finds_nothing_to_change(run: Run) -> None:
    run("migrate")
    run("seed")
    assert run("refresh").output.startswith("0 ")


def test_a_token_is_made_for_somebody_who_is_here(run: Run) -> None:
    run("migrate")
    run("seed")
    assert run("token", "staff@demo.example").output.startswith("tandem_")


def test_a_token_for_somebody_unknown_is_refused_with_the_address(run: Run) -> None:
    run("migrate")
    answer = run("token", "nobody@demo.example")
    assert answer.exit_code == 2
    assert "nobody@demo.example" in answer.output


def test_an_unmigrated_database_is_named_and_not_a_traceback(run: Run) -> None:
    answer = run("seed")
    assert answer.exit_code == 2
    assert "tandem migrate" in answer.output


def test_a_setting_that_cannot_be_taken_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TANDEM_ENVIRONMENT", "holiday")
    answer = run("migrate")
    assert answer.exit_code == 2
    assert "TANDEM_ENVIRONMENT" in answer.output


def test_the_demo_leaves_a_database_with_other_work_alone(run: Run, tmp_path: Path) -> None:
    run("migrate")
    database = open_database(Settings(data_dir=tmp_path))
    with database.writing() as session:
        make_person(session)
    before = rows(database)
    assert run("demo").exit_code == 2
    assert rows(database) == before
