"""What the command line does, as somebody types it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlmodel import select
from typer.testing import CliRunner, Result

from app.accounts.models import ApiToken
from app.cli import cli, offer_set_up
from app.database.engine import Database
from app.main import open_database
from app.settings import Settings
from app.tables import metadata
from app.vocabulary import TokenScope
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


@pytest.fixture
def somebody(run: Run, tmp_path: Path) -> Iterator[Database]:
    """Ada is here, and nobody else."""
    run("migrate")
    database = open_database(Settings(data_dir=tmp_path))
    with database.writing() as session:
        make_person(session)
    yield database
    database.close()


def test_a_link_is_printed_for_somebody_who_is_here(run: Run, somebody: Database) -> None:
    assert run("link", "ada@demo.example").output.startswith("http://127.0.0.1:8000/password/")
    signing_in = run("link", "ada@demo.example", "--purpose", "sign_in").output
    assert signing_in.startswith("http://127.0.0.1:8000/sign-in/")
    assert run("link", "nobody@demo.example").exit_code == 2


def test_a_token_may_be_made_for_reading_only(run: Run, somebody: Database) -> None:
    run("token", "ada@demo.example", "--scope", "read")
    with somebody.reading() as session:
        assert session.exec(select(ApiToken.scope)).all() == [TokenScope.READ]


def test_a_start_without_people_prints_a_link_to_set_the_place_up(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("migrate")
    settings = Settings(data_dir=tmp_path)
    database = open_database(settings)
    offer_set_up(database, settings)
    assert "http://127.0.0.1:8000/set-up/" in capsys.readouterr().out
    with database.writing() as session:
        make_person(session)
    offer_set_up(database, settings)
    assert capsys.readouterr().out == ""
    database.close()


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


def test_an_invitation_is_made_for_an_organization(run: Run) -> None:
    run("migrate")
    run("seed")
    answer = run("invite", "zoe@demo.example", "--organization", "passerelle-fund", "--role", "viewer")
    assert "/invitations/" in answer.output


def test_an_invitation_names_what_is_wrong(run: Run) -> None:
    run("migrate")
    run("seed")
    known = ("--organization", "passerelle-fund")
    for words, said in (
        (("zoe@demo.example", "--organization", "nowhere"), "nowhere"),
        (("zoe", *known), "zoe"),
        (("funder@demo.example", *known), "belongs to the organization already"),
    ):
        answer = run("invite", *words)
        assert (answer.exit_code, said in answer.output) == (2, True)
