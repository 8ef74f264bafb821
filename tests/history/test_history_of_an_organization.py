"""Its administrators read who joined, was invited or left, and nothing of what it co-produces."""

import pytest
from fastapi.testclient import TestClient

from app.clock import utc_now
from app.database.audit import act_as
from app.database.engine import Database
from app.organizations.models import Invitation
from app.vocabulary import MemberRole
from tests.support.world import World, come_in

HISTORY = "/organizations/northside-homes/history"


@pytest.mark.parametrize(
    ("name", "status"), [("eve", 200), ("ada", 403), ("cleo", 403), ("dan", 404), ("mallory", 404)]
)
def test_it_is_for_administrators(client: TestClient, world: World, name: str, status: int) -> None:
    come_in(client, getattr(world, name))
    assert client.get(HISTORY).status_code == status
    assert client.get(f"{HISTORY}.csv").status_code == status


def test_it_tells_of_members_and_invitations(client: TestClient, database: Database, world: World) -> None:
    invite(database, world)
    page = come_in(client, world.eve).get(HISTORY).text
    assert "new@club.example" in page
    assert "Ben" in page
    assert "Good neighbours" not in page
    assert "Lottery Fund" not in page


def test_the_token_of_an_invitation_is_nowhere(client: TestClient, database: Database, world: World) -> None:
    invite(database, world)
    come_in(client, world.eve)
    assert "eeee" not in client.get(HISTORY).text + client.get(f"{HISTORY}.csv").text


def invite(database: Database, world: World) -> None:
    with database.writing() as session:
        act_as(session, world.eve.key)
        session.add(
            Invitation(
                organization_id=world.organization.key,
                token_hash="e" * 64,
                email="new@club.example",
                role=MemberRole.STAFF,
                ends_at=utc_now(),
            )
        )
