"""How both sides see who led, beside the claim and the log: on the page and in the document, counted."""

from datetime import date

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.evaluations.as_json import as_json
from app.evaluations.document import evaluate
from app.evaluations.models import InitiativeSummary
from app.vocabulary import Side
from tests.evaluations.test_seeing_an_evaluation import PAGE, seen
from tests.ratings.ratings import give_views
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
SPRING, AUTUMN = date(2024, 4, 1), date(2024, 10, 1)
UNSHOWN = {"n": "<5", "median": None, "missing": "Too few answers: 5 needed."}


@pytest.fixture
def viewed(database: Database, logged: World) -> World:
    """Design: a gap between the sides. Delivery: four citizens, too few to be shown."""
    with database.writing() as session:
        give_views(session, logged.design, Side.CITIZENS, [1, 2, 2, 3, 2], SPRING)
        give_views(session, logged.design, Side.PROFESSIONALS, [4, 4, 5, 3, 4], AUTUMN)
        give_views(session, logged.delivery, Side.CITIZENS, [5, 5, 5, 5], AUTUMN)
    return logged


def views_on(client: TestClient, world: World, day: str) -> list[dict[str, object]]:
    address = f"/api/v1/initiatives/{world.initiative.key}/evaluation?as_of={day}"
    return [phase["views"] for phase in client.get(address).json()["process"]["phases"]]


def test_the_document_has_both_sides_of_each_phase(client: TestClient, viewed: World) -> None:
    design, delivery = views_on(come_in(client, viewed.cleo), viewed, "2024-12-31")
    assert design == {
        "citizens": {"n": 5, "median": "2", "missing": None},
        "professionals": {"n": 5, "median": "4", "missing": None},
        "gap": "-2",
    }
    assert delivery == {"citizens": UNSHOWN, "professionals": UNSHOWN, "gap": None}


@SQLITE
def test_an_earlier_day_knows_only_what_was_shown_by_then(client: TestClient, viewed: World) -> None:
    come_in(client, viewed.cleo)
    (design,) = views_on(client, viewed, "2024-06-30")
    assert design["citizens"] == {"n": 5, "median": "2", "missing": None}
    assert design["professionals"] == UNSHOWN
    assert views_on(client, viewed, "2024-03-31")[0]["citizens"] == UNSHOWN


@SQLITE
def test_the_page_sets_the_sides_beside_each_other_and_names_the_gap(
    client: TestClient, viewed: World
) -> None:
    page = seen(come_in(client, viewed.cleo))
    assert "Citizens: 2 (n = 5) Professionals: 4 (n = 5)" in page
    assert "Citizens see less citizen lead than professionals do: 2 against 4." in page
    assert "Citizens: fewer than 5 Professionals: fewer than 5" in page
    assert "They carry no name, so there are no entries to open." in page


@SQLITE
def test_the_page_speaks_french_too(client: TestClient, viewed: World) -> None:
    come_in(client, viewed.cleo).cookies.set("locale", "fr-CA")
    assert "Les citoyens voient moins de pilotage citoyen que les professionnels" in seen(client)


@SQLITE
def test_a_page_of_an_earlier_day_counts_no_later_view(client: TestClient, viewed: World) -> None:
    page = seen(come_in(client, viewed.cleo), f"{PAGE}?as_of=2024-06-30")
    assert "Citizens: 2 (n = 5) Professionals: fewer than 5" in page


def test_readers_outside_see_a_side_from_ten_on(database: Database, viewed: World) -> None:
    with database.writing() as session:
        give_views(session, viewed.design, Side.CITIZENS, [2, 2, 2, 2, 2, 1, 1], AUTUMN)
    with database.reading() as session:
        found = as_json(evaluate(session, viewed.initiative, date(2024, 12, 31), least=10))
    design, _ = (phase["views"] for phase in found["process"]["phases"])
    assert design["citizens"] == {"n": 10, "median": "2", "missing": None}
    assert design["professionals"] == {"n": "<10", "median": None, "missing": "Too few answers: 10 needed."}


def test_what_a_portfolio_reads_holds_no_views(database: Database, viewed: World) -> None:
    with database.reading() as session:
        summary = session.get_one(InitiativeSummary, viewed.initiative.key)
    assert "views" not in str(summary.model_dump())
