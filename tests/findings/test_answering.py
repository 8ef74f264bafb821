"""The team answers a finding, and says when it followed the recommendation."""

from datetime import date

import pytest
from fastapi.testclient import TestClient

from app.clock import today
from app.database.engine import Database
from app.findings.models import Finding
from tests.findings.entries import PAGE, make_finding
from tests.support.world import World, come_in

ANSWER = {"response": "We pair newcomers from May on", "responded_on": "2025-04-01"}


def recommended(database: Database, world: World) -> Finding:
    with database.writing() as session:
        return make_finding(session, world, recommendation="Pair every newcomer")


def stored(database: Database, finding: Finding) -> Finding:
    with database.reading() as session:
        return session.get_one(Finding, finding.key)


def test_a_citizen_answers_for_the_team(client: TestClient, database: Database, world: World) -> None:
    finding = recommended(database, world)
    page = come_in(client, world.ben).get(f"{PAGE}/{finding.key}")
    assert "It is your move" in page.text
    client.post(f"{PAGE}/{finding.key}/response", data=ANSWER)
    now = stored(database, finding)
    assert (now.response, now.responded_on) == (ANSWER["response"], date(2025, 4, 1))
    assert ANSWER["response"] in client.get(f"{PAGE}/{finding.key}").text


def test_the_form_begins_with_today(client: TestClient, database: Database, world: World) -> None:
    finding = recommended(database, world)
    form = come_in(client, world.ada).get(f"{PAGE}/{finding.key}/response").text
    assert f'name="responded_on" value="{today()}"' in form


def test_what_was_followed_is_said_in_the_list(client: TestClient, database: Database, world: World) -> None:
    finding = recommended(database, world)
    come_in(client, world.ada).post(f"{PAGE}/{finding.key}/response", data=ANSWER | {"done_on": "2025-05-02"})
    assert "followed on 2 May 2025" in client.get(PAGE).text


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"response": ""}, "response"),
        ({"responded_on": ""}, "responded_on"),
        ({"responded_on": "2025-02-28"}, "responded_on"),
        ({"done_on": "2025-02-28"}, "done_on"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field(
    client: TestClient, database: Database, world: World, changed: dict[str, str], field: str
) -> None:
    finding = recommended(database, world)
    answer = come_in(client, world.ada).post(f"{PAGE}/{finding.key}/response", data=ANSWER | changed)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert stored(database, finding).response == ""


def test_nothing_recommended_is_never_followed(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        finding = make_finding(session, world)
    path = f"/api/v1/findings/{finding.key}/response"
    answer = come_in(client, world.ada).patch(path, json=ANSWER | {"done_on": "2025-05-02"})
    assert [error["field"] for error in answer.json()["errors"]] == ["done_on"]


def test_an_evaluator_does_not_answer_for_the_team(
    client: TestClient, database: Database, world: World
) -> None:
    finding = recommended(database, world)
    for person, status in ((world.cleo, 403), (world.dan, 404), (world.mallory, 404)):
        come_in(client, person)
        assert client.get(f"{PAGE}/{finding.key}/response").status_code == status
        assert client.post(f"{PAGE}/{finding.key}/response", data=ANSWER).status_code == status
        path = f"/api/v1/findings/{finding.key}/response"
        assert client.patch(path, json=ANSWER).status_code == status
    assert stored(database, finding).response == ""


def test_a_finding_of_another_initiative_is_absent(
    client: TestClient, database: Database, world: World
) -> None:
    finding = recommended(database, world)
    come_in(client, world.mallory)
    for page in ("", "/edit", "/response"):
        assert client.get(f"/initiatives/orchards-for-all/findings/{finding.key}{page}").status_code in {
            403,
            404,
        }
        assert client.get(f"{PAGE}/{finding.key}{page}").status_code == 404
