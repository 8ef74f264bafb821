"""The report of an initiative as page, PDF and pictures: chosen sections, a period, few people masked."""

from datetime import date

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.evaluations.document import evaluate
from app.i18n.locale import speaking
from app.reports.blocks import Points, Report, Table
from app.reports.report import report_of
from app.vocabulary import ReportSection
from tests.evaluations.test_seeing_an_evaluation import seen
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
PAGE = "/initiatives/good-neighbours/report"


def made(database: Database, world: World, *sections: ReportSection, least: int = 10) -> Report:
    with database.reading() as session:
        evaluation = evaluate(session, world.initiative, date(2025, 12, 31), least)
        return report_of(session, world.initiative, evaluation, sections or tuple(ReportSection))


def test_every_section_tells_something(database: Database, logged: World) -> None:
    report = made(database, logged)
    assert [section.name for section in report.sections] == list(ReportSection)
    assert [section.name for section in report.sections if not section.blocks] == []


def test_every_row_of_a_table_is_as_long_as_its_head(database: Database, logged: World) -> None:
    blocks = [block for section in made(database, logged).sections for block in section.blocks]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(tables) >= 5
    assert all(len(row) == len(table.head) for table in tables for row in table.rows)


def test_only_the_chosen_sections_are_there(database: Database, logged: World) -> None:
    report = made(database, logged, ReportSection.CELL, ReportSection.MISSING)
    assert [section.name for section in report.sections] == ["cell", "missing"]


def test_one_log_is_reported_in_both_languages(database: Database, logged: World) -> None:
    english = made(database, logged)
    with speaking("fr-CA"):
        french = made(database, logged)
    assert english.language == "en-GB"
    assert french.language == "fr-CA"
    assert english.sections[0].heading != french.sections[0].heading
    assert [len(s.blocks) for s in english.sections] == [len(s.blocks) for s in french.sections]


def test_the_arithmetic_of_the_cell_is_the_one_of_the_page(database: Database, logged: World) -> None:
    (section,) = made(database, logged, ReportSection.CELL).sections
    steps = [item for block in section.blocks if isinstance(block, Points) for item in block.items]
    assert any("Citizens 310 of 400 h (78%)" in step for step in steps)


@SQLITE
def test_the_page_shows_the_report_and_its_picture(client: TestClient, logged: World) -> None:
    page = seen(come_in(client, logged.cleo), PAGE)
    assert "Evaluation as it stood on" in page
    assert "Citizens 310 of 400 h (78%)." in page
    picture = client.get(f"{PAGE}/figures/1.svg")
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/svg+xml")
    assert client.get(f"{PAGE}/figures/2.svg").status_code == 404


@SQLITE
def test_the_pdf_is_of_the_chosen_period_and_sections(client: TestClient, logged: World) -> None:
    come_in(client, logged.cleo)
    answer = client.get(f"{PAGE}.pdf?sections=cell&starts_on=2025-01-01&as_of=2025-12-31")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert "2025-12-31.pdf" in answer.headers["content-disposition"]


@SQLITE
@pytest.mark.parametrize(
    "asked", ["sections=everything", "as_of=soon", "starts_on=2026-01-01&as_of=2025-01-01"]
)
def test_what_cannot_be_asked_is_refused_above_the_whole_report(
    client: TestClient, logged: World, asked: str
) -> None:
    answer = come_in(client, logged.cleo).get(f"{PAGE}?{asked}")
    assert answer.status_code == 422
    assert "Evaluation as it stood on" in answer.text


@SQLITE
def test_outsiders_see_no_report(client: TestClient, logged: World) -> None:
    come_in(client, logged.mallory)
    for address in (PAGE, f"{PAGE}.pdf", f"{PAGE}/figures/1.svg"):
        assert client.get(address).status_code == 404
