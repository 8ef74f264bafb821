"""What the command line does, as somebody types it."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlmodel import select
from typer.testing import CliRunner, Result

from app.accounts.digests import choose_digest
from app.accounts.models import ApiToken
from app.accounts.queries import person_by_email
from app.cli import cli, offer_set_up
from app.costs.rates import all_rates
from app.database.engine import Database
from app.main import open_database
from app.settings import Settings
from app.tables import metadata
from app.vocabulary import TokenScope
from tests.support.databases import rows
from tests.support.mail_server import mail_server
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


RATE = ("--currency", "CAD", "--name", "minimum wage of a province", "--source", "https://example.org/wage")


MEDIAN = ("--higher", "36.07", "--higher-name", "median", "--higher-source", "https://example.org/median")


def rates_of(somebody: Database) -> list[tuple[str, Decimal, Decimal | None]]:
    with somebody.reading() as session:
        return [(rate.name, rate.lower, rate.higher) for rate in all_rates(session) if rate.name == RATE[3]]


def test_an_hourly_rate_is_added_with_its_source_and_may_be_a_range(run: Run, somebody: Database) -> None:
    assert run("rate", "CA", "2025-05-01", "16.10", *RATE).output == "The rate is added.\n"
    run("rate", "CA", "2026-05-01", "16.60", *RATE, *MEDIAN)
    assert rates_of(somebody) == [
        (RATE[3], Decimal("16.60"), Decimal("36.07")),
        (RATE[3], Decimal("16.10"), None),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("CA", "2024-05-01", "15.75", *RATE), "has a rate from that day already"),
        (("CA", "2025-05-01", "much", *RATE), "lower: "),
        (("CA", "2025-05-01", "16", *RATE, "--higher", "15", *MEDIAN[2:]), "higher: "),
        (("CA", "2025-05-01", "16", *RATE, *MEDIAN[:4]), "higher_source: "),
        (("CA", "2025-05-01", "16", *RATE, *MEDIAN[2:]), "higher_name: "),
        (("CA", "soon", "16", *RATE), "starts_on: "),
        (("Canada", "2025-05-01", "16", *RATE), "country: "),
        (("CA", "2025-05-01", "16", *RATE[:-1], ""), "source: "),
    ],
)
def test_a_rate_that_cannot_be_taken_is_refused_by_its_name(
    run: Run, somebody: Database, words: tuple[str, ...], said: str
) -> None:
    answer = run("rate", *words)
    assert (answer.exit_code, said in answer.output) == (2, True), answer.output
    assert rates_of(somebody) == []


@pytest.fixture
def awaiting(run: Run, somebody: Database) -> Database:
    """The demonstration, whose staff asked to be sent what is due."""
    run("seed")
    with somebody.writing() as session:
        staff = person_by_email(session, "staff@demo.example")
        assert staff
        choose_digest(session, staff.key, wants=True)
    return somebody


def test_what_is_due_is_sent_once_to_those_who_asked(
    run: Run, awaiting: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server() as (mailbox, address):
        monkeypatch.setenv("TANDEM_SMTP_URL", address)
        monkeypatch.setenv("TANDEM_MAIL_FROM", "tandem@demo.example")
        assert run("digest").output == "1 letters sent, 0 not taken by the mail server\n"
        assert run("digest").output == "0 letters sent, 0 not taken by the mail server\n"
    assert [letter["To"] for letter in mailbox.letters] == ["staff@demo.example"]


def test_what_is_due_is_not_lost_where_no_letter_can_leave(
    run: Run, awaiting: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever watches the timer learns of it by the exit code."""
    answer = run("digest")
    assert (answer.exit_code, "TANDEM_SMTP_URL is not set" in answer.output) == (2, True)
    monkeypatch.setenv("TANDEM_SMTP_URL", "smtp://127.0.0.1:1")
    monkeypatch.setenv("TANDEM_MAIL_FROM", "tandem@demo.example")
    answer = run("digest")
    assert (answer.exit_code, "0 letters sent, 1 not taken" in answer.output) == (1, True)
