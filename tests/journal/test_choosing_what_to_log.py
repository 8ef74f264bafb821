"""One page from which everything is logged: a link a kind, each to a form that is there."""

import re

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from tests.indicators.series import define
from tests.support.world import World, come_in


def links(client: TestClient, world: World) -> dict[str, str]:
    """Word → address."""
    form = client.get(f"/initiatives/{world.initiative.slug}/log").text
    nav = form.split('<nav class="kinds"')[1].split("</nav>")[0]
    return {word: address for address, word in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', nav)}


def test_every_kind_leads_to_its_own_form(client: TestClient, world: World) -> None:
    found = links(come_in(client, world.ben), world)
    assert list(found) == [
        *("Activity", "Cost", "Benefit", "Observation", "Proposal", "Obstacle", "Incident", "Story")
    ]
    assert not [word for word, address in found.items() if client.get(address).status_code != 200]


def test_the_kind_that_is_shown_is_marked(client: TestClient, world: World) -> None:
    form = come_in(client, world.ben).get(f"/initiatives/{world.initiative.slug}/log").text
    assert '/log" aria-current="page">Activity</a>' in form


def test_a_value_is_logged_on_its_indicator_and_the_only_one_is_not_asked_for(
    client: TestClient, world: World, database: Database
) -> None:
    address = f"/initiatives/{world.initiative.slug}/log/observation"
    come_in(client, world.ben)
    assert "Staff of the lead organization say what is." in client.get(address).text
    with database.writing() as session:
        only = define(session, world.initiative)
    indicators = f"/initiatives/{world.initiative.slug}/indicators"
    assert client.get(address).headers["location"] == f"{indicators}/{only.key}/observations/new"
    with database.writing() as session:
        second = define(session, world.initiative, name="Visits")
    shown = client.get(address).text
    assert f"{indicators}/{only.key}/observations/new" in shown
    assert f"{indicators}/{second.key}/observations/new" in shown


@pytest.mark.parametrize(("person", "status"), [("ben", 200), ("cleo", 403), ("dan", 404), ("mallory", 404)])
def test_only_those_who_may_log_are_asked_what_happened(
    client: TestClient, world: World, person: str, status: int
) -> None:
    come_in(client, getattr(world, person))
    for rest in ("", "/observation"):
        assert client.get(f"/initiatives/{world.initiative.slug}/log{rest}").status_code == status


def test_a_cost_like_another_has_its_own_day_and_amount(
    client: TestClient, world: World, database: Database
) -> None:
    costs = f"/initiatives/{world.initiative.slug}/costs"
    entered = {"spent_on": "2025-04-12", "amount": "731.50", "currency": "GBP", "stage": "running"}
    made = come_in(client, world.ada).post(costs, data=entered | {"nature": "cash", "note": "Bus fares"})
    number = made.headers["location"].rpartition("/")[2]
    form = client.get(f"{costs}/new?like={number}").text
    assert 'value="Bus fares"' in form
    assert 'name="stage" value="running" checked' in form
    assert "731" not in form
    assert "2025-04-12" not in form
    assert client.get(f"{costs}/new?like=999").status_code == 404
