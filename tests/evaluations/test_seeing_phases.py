"""The page of the phases: who led each by claim, log and both sides' views, and who said so when."""

import re
from datetime import date
from html import unescape

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.initiatives.schemas import ClaimCreate, PhaseCreate
from app.initiatives.service import add_phase, claim_lead
from app.vocabulary import Lead, PhaseKind, Side
from tests.ratings.ratings import give_views
from tests.support.entries import make_activity
from tests.support.statements import statements_for
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def address(world: World) -> str:
    return f"/initiatives/{world.initiative.slug}/phases"


def shown(client: TestClient, world: World) -> str:
    answer = client.get(address(world))
    assert answer.status_code == 200
    return unescape(answer.text)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def row(page: str, name: str) -> str:
    """The phase's row of the matrix, as it is marked up."""
    rows = re.findall(r'<tr role="row">.*?</tr>', page, re.DOTALL)
    return next(str(found) for found in rows if f'scope="row">{name}' in found)


@pytest.fixture
def told(database: Database, logged: World) -> World:
    """Design: two claims, the later one of the core group; five views of each side."""
    with database.writing() as session:
        for lead, who, day in (
            (Lead.PROFESSIONALS, "the council", date(2024, 1, 5)),
            (Lead.CITIZENS, "the core group", date(2024, 5, 6)),
        ):
            claim_lead(session, logged.design, ClaimCreate(lead=lead, claimed_by=who, claimed_on=day))
        give_views(session, logged.design, Side.CITIZENS, [1, 2, 2, 3, 2], date(2024, 4, 1))
        give_views(session, logged.design, Side.PROFESSIONALS, [4, 4, 5, 3, 4], date(2024, 4, 1))
    return logged


def test_a_phase_shows_its_claim_its_evidence_and_both_views_in_one_row(
    client: TestClient, told: World
) -> None:
    design = words(row(shown(come_in(client, told.ben), told), "Design"))
    assert "1 Jan 2024 to 30 Jun 2024" in design
    assert "nobody is named to answer for it" in design
    assert "by the core group, 6 May 2024" in design
    assert "median 2" in design
    assert "median 4" in design


@SQLITE
def test_what_the_matrix_says_is_what_the_evaluation_says(client: TestClient, told: World) -> None:
    """But for who claimed it, which only the page of the phases says."""
    page = shown(come_in(client, told.cleo), told)
    evaluation = unescape(client.get(address(told).replace("/phases", "/evaluation")).text)
    for name in ("Design", "Delivery"):
        cells = [re.findall(r"<td.*?</td>", row(text, name), re.DOTALL)[1:] for text in (page, evaluation)]
        assert cells[0] == cells[1]


@SQLITE
def test_what_a_phase_rests_on_opens_its_entries(client: TestClient, told: World) -> None:
    delivery = row(shown(come_in(client, told.cleo), told), "Delivery")
    opened = set(re.findall(r'class="number" href="([^"]+)"', delivery))
    assert opened == {
        f"/initiatives/{told.initiative.slug}/journal?kind=activity&phase_id={told.delivery.key}"
    }
    assert [client.get(each).status_code for each in opened] == [200]


@SQLITE
def test_every_claim_of_a_phase_is_told_the_newest_first(client: TestClient, told: World) -> None:
    page = shown(come_in(client, told.ben), told)
    history = words(page[page.index(f'id="phase-{told.design.key}"') :])
    assert history.index("claimed by the core group, 6 May 2024") < history.index(
        "claimed by the council, 5 Jan 2024"
    )


@SQLITE
def test_a_phase_that_has_not_begun_is_told_and_not_measured(
    client: TestClient, told: World, database: Database
) -> None:
    with database.writing() as session:
        add_phase(
            session, told.initiative, PhaseCreate(kind=PhaseKind.ASSESSMENT, starts_on=date(2150, 1, 1))
        )
    page = shown(come_in(client, told.ada), told)
    assert "not begun yet" in words(page)
    assert 'scope="row">Assessment' not in page


@SQLITE
@pytest.mark.parametrize(
    ("person", "offered", "kept_back"),
    [
        ("ada", ["/edit", "/claims/new", "/views/new", "/archive", "/edit#accountable"], []),
        ("ben", ["/claims/new", "/views/new"], ["/edit", "/archive", "/edit#accountable"]),
        ("cleo", [], ["/edit", "/claims/new", "/views/new", "/archive", "/edit#accountable"]),
    ],
)
def test_only_what_one_may_do_is_offered(
    client: TestClient, told: World, person: str, offered: list[str], kept_back: list[str]
) -> None:
    page = shown(come_in(client, getattr(told, person)), told)
    phase = f"{address(told)}/{told.design.key}"
    assert all(f'"{phase}{rest}"' in page for rest in offered)
    assert not any(f'"{phase}{rest}"' in page for rest in kept_back)


@SQLITE
def test_more_phases_entries_and_claims_cost_no_more_statements(
    client: TestClient, told: World, database: Database
) -> None:
    come_in(client, told.ada)
    few = statements_for(database, lambda: shown(client, told))
    with database.writing() as session:
        for year in range(2010, 2020):
            phase = add_phase(
                session, told.initiative, PhaseCreate(kind=PhaseKind.DELIVERY, starts_on=date(year, 1, 1))
            )
            claim_lead(session, phase, ClaimCreate(lead=Lead.TOGETHER, claimed_on=date(year, 2, 1)))
            make_activity(session, told, date(year, 3, 1), phase_id=phase.key)
    many = statements_for(database, lambda: shown(client, told))
    assert len(many) == len(few)


@SQLITE
def test_to_an_outsider_the_page_does_not_exist(client: TestClient, told: World) -> None:
    assert come_in(client, told.mallory).get(address(told)).status_code == 404
