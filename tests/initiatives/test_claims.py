"""Claims: who is said to lead a phase. A new claim keeps the old."""

from datetime import date, timedelta

from fastapi.testclient import TestClient

from app.clock import today
from app.database.engine import Database
from app.initiatives.queries import claims_of
from app.vocabulary import Lead
from tests.support.world import World, come_in


def page(world: World) -> str:
    return f"/initiatives/{world.initiative.slug}/phases/{world.design.key}/claims"


def api(world: World) -> str:
    return f"/api/v1/phases/{world.design.key}/claims"


def leads(database: Database, world: World) -> list[Lead]:
    with database.reading() as session:
        return [claim.lead for claim in claims_of(session, world.initiative.key)]


def test_a_citizen_may_claim_and_the_earlier_claim_stays(
    client: TestClient, world: World, database: Database
) -> None:
    come_in(client, world.ben)
    client.post(page(world), data={"lead": "citizens", "claimed_on": "2024-01-05", "claimed_by": "mentors"})
    client.post(page(world), data={"lead": "together", "claimed_on": "2024-03-01"})
    assert leads(database, world) == [Lead.TOGETHER, Lead.CITIZENS]
    shown = client.get(f"/initiatives/{world.initiative.slug}/phases").text
    assert "One claim before" in shown
    assert "claimed by mentors, 5 Jan 2024" in shown


def test_a_claim_of_tomorrow_is_refused_and_nothing_is_stored(
    client: TestClient, world: World, database: Database
) -> None:
    tomorrow = (today() + timedelta(days=1)).isoformat()
    typed = {"lead": "citizens", "claimed_on": tomorrow, "claimed_by": "mentors"}
    answer = come_in(client, world.ada).post(page(world), data=typed)
    assert answer.status_code == 422
    assert 'id="claimed_on-error"' in answer.text
    assert "mentors" in answer.text
    assert leads(database, world) == []


def test_an_evaluator_reads_claims_but_makes_none(client: TestClient, world: World) -> None:
    come_in(client, world.cleo)
    assert client.get(f"{page(world)}/new").status_code == 403
    assert client.get(api(world)).status_code == 200
    assert client.post(api(world), json={"lead": "citizens", "claimed_on": "2024-01-05"}).status_code == 403


def test_the_api_claims_lists_corrects_and_archives(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    claim = client.post(api(world), json={"lead": "citizens", "claimed_on": "2024-01-05"}).json()
    assert claim["claimed_on"] == date(2024, 1, 5).isoformat()
    item = f"/api/v1/claims/{claim['id']}"
    assert client.patch(item, json={"claimed_by": "the core group"}).json()["claimed_by"] == "the core group"
    assert [known["id"] for known in client.get(api(world)).json()["items"]] == [claim["id"]]
    assert client.delete(item).status_code == 204
    assert client.get(item).status_code == 404


def test_to_an_outsider_claims_do_not_exist(client: TestClient, world: World, database: Database) -> None:
    come_in(client, world.mallory)
    assert client.post(page(world), data={"lead": "citizens", "claimed_on": "2024-01-05"}).status_code == 404
    assert client.post(api(world), json={"lead": "citizens", "claimed_on": "2024-01-05"}).status_code == 404
    assert leads(database, world) == []
