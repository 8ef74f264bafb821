"""The frame around every page of an initiative."""

from fastapi.testclient import TestClient

from tests.support.world import World, come_in


def test_somebody_who_may_not_log_sees_no_log_button(client: TestClient, world: World) -> None:
    page = f"/initiatives/{world.initiative.slug}/phases"
    assert "/activities/new" in come_in(client, world.ben).get(page).text
    assert "/activities/new" not in come_in(client, world.cleo).get(page).text
