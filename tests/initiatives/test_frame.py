"""The frame around every page of an initiative."""

import pytest
from fastapi.testclient import TestClient

from tests.support.world import World, come_in


def test_somebody_who_may_not_log_sees_no_log_button(client: TestClient, world: World) -> None:
    page = f"/initiatives/{world.initiative.slug}/phases"
    assert "/log" in come_in(client, world.ben).get(page).text
    assert "/log" not in come_in(client, world.cleo).get(page).text


def test_no_initiative_takes_the_address_of_the_form_for_new_ones(client: TestClient, world: World) -> None:
    new = {"organization_id": world.organization.key, "name": "New", "slug": "new", "country": "GB"}
    new |= {"sector": "ageing", "initiation": "citizen_driven", "currency": "GBP", "aim": "quality"}
    answer = come_in(client, world.ada).post("/api/v1/initiatives", json=new | {"starts_on": "2024-01-01"})
    assert [error["field"] for error in answer.json()["errors"]] == ["slug"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("tab", ["phases", "costs", "indicators", "evaluation", "partners", "aims"])
def test_the_tab_of_the_page_shown_is_the_current_one(client: TestClient, world: World, tab: str) -> None:
    page = f"/initiatives/{world.initiative.slug}/{tab}"
    assert f'href="{page}" aria-current="page"' in come_in(client, world.ben).get(page).text
