"""The declared aim: a new one holds from its day, and the one before it stays in history."""

from fastapi.testclient import TestClient

from app.database.engine import Database
from app.initiatives.queries import aims_of
from app.vocabulary import Aim
from tests.support.world import World, come_in


def page(world: World) -> str:
    return f"/initiatives/{world.initiative.slug}/aims"


def aims(database: Database, world: World) -> list[Aim]:
    with database.reading() as session:
        return [declared.aim for declared in aims_of(session, world.initiative.key)]


def test_a_changed_aim_keeps_the_one_before_it(client: TestClient, world: World, database: Database) -> None:
    typed = {"aim": "democracy", "declared_on": "2024-09-01", "chosen_by": "the assembly"}
    assert come_in(client, world.ada).post(page(world), data=typed).status_code == 303
    assert aims(database, world) == [Aim.DEMOCRACY, Aim.QUALITY]
    shown = client.get(page(world)).text
    assert "aim since 2024: <b>More democracy</b>, chosen by the assembly" in shown
    assert "from 1 Jan 2024, chosen by the core group" in shown


def test_an_aim_without_a_choice_is_shown_again(client: TestClient, world: World, database: Database) -> None:
    answer = come_in(client, world.ada).post(page(world), data={"aim": "", "chosen_by": "the assembly"})
    assert answer.status_code == 422
    assert 'id="aim-error"' in answer.text
    assert "the assembly" in answer.text
    assert aims(database, world) == [Aim.QUALITY]


def test_a_citizen_reads_aims_and_an_outsider_nothing(
    client: TestClient, world: World, database: Database
) -> None:
    typed = {"aim": "cost", "declared_on": "2024-09-01"}
    assert "Declare another aim" not in come_in(client, world.ben).get(page(world)).text
    assert client.post(page(world), data=typed).status_code == 403
    assert come_in(client, world.mallory).get(page(world)).status_code == 404
    assert client.post(page(world), data=typed).status_code == 404
    assert aims(database, world) == [Aim.QUALITY]


def test_the_api_declares_and_lists_aims(client: TestClient, world: World) -> None:
    path = f"/api/v1/initiatives/{world.initiative.key}/aims"
    come_in(client, world.ada)
    assert client.post(path, json={"aim": "cost", "declared_on": "2024-09-01"}).status_code == 201
    assert [declared["aim"] for declared in client.get(path).json()["items"]] == ["quality", "cost"]
