"""What the journal is narrowed to, by page and by JSON, and what it refuses by the field."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from app.costs.models import Cost
from app.costs.schemas import CostCreate
from app.costs.service import record_cost
from app.database.audit import act_as
from app.database.engine import Database
from app.vocabulary import CostNature, CostStage, Currency
from tests.indicators.series import define, observe
from tests.support.entries import make_activity
from tests.support.world import World, come_in

EVALUATION, PLAN = "Évaluation with the neighbours", "Drew a plan"
SOIL, LONELINESS = "Soil for the neighbours", "Loneliness"


def make_cost(session: Session, world: World, note: str, spent_on: date) -> Cost:
    new = CostCreate(
        spent_on=spent_on,
        amount=Decimal("12.50"),
        currency=Currency.GBP,
        stage=CostStage.RUNNING,
        nature=CostNature.CASH,
        note=note,
    )
    return record_cost(session, world.initiative, new)


@pytest.fixture
def log(world: World, database: Database) -> None:
    with database.writing() as session:
        act_as(session, world.ada.key)
        make_activity(
            session, world, date(2025, 1, 10), title="Évaluation with the neighbours", note="50% came"
        )
        make_activity(session, world, date(2025, 2, 10), title=PLAN, phase_id=world.design.key)
    with database.writing() as session:
        act_as(session, world.ben.key)
        make_cost(session, world, "Soil for the neighbours", date(2025, 3, 10))
        observe(
            session, define(session, world.initiative), "5.5", date(2025, 4, 10), note="By the neighbours"
        )


QUESTIONS = [
    ("", [LONELINESS, SOIL, PLAN, EVALUATION]),
    ("kind=activity", [PLAN, EVALUATION]),
    ("kind=cost&kind=observation", [LONELINESS, SOIL]),
    ("kind=story", []),
    ("from=2025-02-10&to=2025-03-10", [SOIL, PLAN]),
    ("to=2025-01-09", []),
    ("q=neighbours", [LONELINESS, SOIL, EVALUATION]),
    ("q=NEIGHBOURS+soil", [SOIL]),
    ("q=évaluation", [EVALUATION]),
    ("q=ÉVALUATION", [EVALUATION]),
    ("q=50%25", [EVALUATION]),
    ("q=5_%25", []),
    ("q=loneliness", [LONELINESS]),
    ("kind=activity&q=neighbours&from=2025-01-01", [EVALUATION]),
]


def asked_by_json(client: TestClient, world: World, question: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/v1/initiatives/{world.initiative.key}/journal?{question}")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def titles_on_page(client: TestClient, world: World, question: str) -> list[str]:
    answer = client.get(f"/initiatives/{world.initiative.slug}/journal?{question}")
    assert answer.status_code == 200
    return re.findall(r'<div class="what"><a [^>]*>([^<]*)</a>', answer.text)


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize(("question", "titles"), QUESTIONS)
def test_page_and_json_find_the_same(
    client: TestClient, world: World, question: str, titles: list[str]
) -> None:
    come_in(client, world.cleo)
    assert titles_on_page(client, world, question) == titles
    assert [entry["title"] for entry in asked_by_json(client, world, question)] == titles


@pytest.mark.usefixtures("log")
def test_entries_are_chosen_by_phase_and_by_who_entered_them(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    for question, titles in (
        (f"phase_id={world.design.key}", [PLAN]),
        (f"phase_id={world.other_phase.key}", []),
        (f"person_id={world.ada.key}", [PLAN, EVALUATION]),
        (f"person_id={world.ben.key}&kind=cost", [SOIL]),
        (f"kind=observation&phase_id={world.design.key}", []),
    ):
        assert titles_on_page(client, world, question) == titles, question
        assert [entry["title"] for entry in asked_by_json(client, world, question)] == titles, question


@pytest.mark.usefixtures("log")
def test_json_gives_each_kind_its_own_figures_exactly(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    observation, cost, plan, _evaluation = asked_by_json(client, world, "")
    assert (cost["kind"], cost["day"], cost["person_id"]) == ("cost", "2025-03-10", world.ben.key)
    assert cost["figures"]["amount"] == "12.50"
    assert (observation["figures"]["value"], observation["phase_id"]) == ("5.500000", None)
    assert plan["figures"]["citizen_role"] == "co_led"
    assert "amount" not in plan["figures"]


@pytest.mark.usefixtures("log")
def test_json_goes_on_where_the_page_before_ended(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    place = f"/api/v1/initiatives/{world.initiative.key}/journal"
    first = client.get(place, params={"limit": 3}).json()
    rest = client.get(place, params={"limit": 3, "cursor": first["next"]}).json()
    assert [entry["title"] for entry in (*first["items"], *rest["items"])] == QUESTIONS[0][1]
    assert rest["next"] is None


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("kind=party", "kind"),
        ("kind=cost&kind=party", "kind"),
        ("phase_id=x", "phase_id"),
        ("phase_id=0", "phase_id"),
        ("person_id=99999999999", "person_id"),
        ("from=soon", "from"),
        ("to=2025-13-01", "to"),
        ("from=2025-02-01&to=2025-01-01", "to"),
        ("q=" + "x" * 200, "q"),
    ],
)
def test_a_filter_that_cannot_be_read_is_said_by_its_field(
    client: TestClient, world: World, question: str, field: str
) -> None:
    come_in(client, world.ada)
    page = client.get(f"/initiatives/{world.initiative.slug}/journal?{question}")
    assert page.status_code == 422
    assert f'id="{field}-error"' in page.text
    answer = client.get(f"/api/v1/initiatives/{world.initiative.key}/journal?{question}")
    assert answer.status_code == 422
    assert [error["field"].partition(".")[0] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize("cursor", ["x", "2025-01-01.3", "2025-01-01.3.party", ".cost", "2025-01-01.x.cost"])
def test_a_broken_place_is_refused(client: TestClient, world: World, cursor: str) -> None:
    come_in(client, world.ada)
    page = f"/initiatives/{world.initiative.slug}/journal?cursor={cursor}"
    assert client.get(page).status_code == 422
    json = f"/api/v1/initiatives/{world.initiative.key}/journal?cursor={cursor}"
    assert client.get(json).json()["errors"][0]["field"] == "cursor"


@pytest.mark.usefixtures("log")
def test_the_form_shows_what_was_asked(client: TestClient, world: World) -> None:
    question = f"kind=cost&q=soil&from=2025-01-01&person_id={world.ben.key}"
    shown = come_in(client, world.ada).get(f"/initiatives/{world.initiative.slug}/journal?{question}").text
    assert 'name="kind" value="cost" checked' in shown
    assert 'value="soil"' in shown
    assert f'<option value="{world.ben.key}" selected>Ben</option>' in shown
    assert "Only some entries are shown." in shown
