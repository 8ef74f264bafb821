"""Draft, submitted, returned for a reason, approved: who does what, and what counts meanwhile."""

from datetime import date
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.database.engine import Database
from app.indicators.models import Indicator, Observation
from app.indicators.records import observation_records
from app.vocabulary import ObservationStatus
from tests.indicators.series import define, each_month, observe
from tests.support.world import World, come_in

HOME = "/initiatives/good-neighbours"
REVIEW = f"{HOME}/observations/review"
TYPED = {"observed_on": "2024-02-01", "value": "6.2"}


@pytest.fixture
def indicator(database: Database, world: World) -> Indicator:
    with database.writing() as session:
        return define(session, world.initiative)


@pytest.fixture
def value(database: Database, indicator: Indicator) -> Observation:
    with database.writing() as session:
        return observe(session, indicator, "6.0")


def stored(database: Database) -> list[Observation]:
    with database.reading() as session:
        return list(session.exec(select(Observation).order_by("id")))


def counted(database: Database, indicator: Indicator) -> int:
    with database.reading() as session:
        return len(observation_records(session, [indicator.key], date.max)[indicator.key])


def statuses(database: Database) -> list[ObservationStatus]:
    return [row.status for row in stored(database)]


def seen(*rows: Observation) -> list[str]:
    return [f"{row.key}.{row.version}" for row in rows]


def test_a_draft_counts_nowhere_and_is_for_those_who_may_log(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    page = f"{HOME}/indicators/{indicator.key}"
    come_in(client, world.ben).post(f"{page}/observations", data=TYPED | {"status": "draft"})
    row = stored(database)[0]
    assert row.status is ObservationStatus.DRAFT
    assert counted(database, indicator) == 0
    assert "Draft: counts nowhere yet." in client.get(page).text
    listed = f"/api/v1/indicators/{indicator.key}/observations"
    assert len(client.get(listed).json()["items"]) == 1
    come_in(client, world.cleo)
    assert f"observation-{row.key}" not in client.get(page).text
    assert client.get(f"{HOME}/observations/{row.key}").status_code == 404
    assert client.get(f"/api/v1/observations/{row.key}").status_code == 404
    assert client.get(listed).json()["items"] == []


def test_a_draft_becomes_submitted_and_not_the_other_way_round(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    page = f"{HOME}/indicators/{indicator.key}"
    come_in(client, world.ben).post(f"{page}/observations", data=TYPED | {"status": "draft"})
    row = stored(database)[0]
    edit = f"{HOME}/observations/{row.key}/edit"
    assert "Save as a draft" in client.get(edit).text
    client.post(edit, data=TYPED | {"status": "submitted", "_version": "1"})
    assert statuses(database) == [ObservationStatus.SUBMITTED]
    assert "Save as a draft" not in client.get(edit).text
    again = client.post(edit, data=TYPED | {"status": "draft", "_version": "2"})
    assert again.status_code == 422
    assert statuses(database) == [ObservationStatus.SUBMITTED]


def test_several_values_are_approved_at_once(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        rows = each_month(session, indicator, ["6.0", "6.1", "6.2"])
    come_in(client, world.cleo)
    client.post(REVIEW, data={"observation": seen(*rows[:2])})
    approved, submitted = ObservationStatus.APPROVED, ObservationStatus.SUBMITTED
    assert statuses(database) == [approved, approved, submitted]
    assert stored(database)[0].reviewed_by_id == world.cleo.key
    page = client.get(REVIEW).text
    assert "Approved: 2 values." in page
    assert f'value="{rows[2].key}.1"' in page
    assert f'value="{rows[0].key}.1"' not in page


def test_all_that_the_page_of_an_indicator_shows_is_approved_there(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        rows = each_month(session, indicator, ["6.0", "6.1"])
    page = f"{HOME}/indicators/{indicator.key}"
    assert "Approve the 2 that wait" in come_in(client, world.cleo).get(page).text
    sent = {"shown": seen(*rows), "_act": "all", "indicator_id": str(indicator.key)}
    assert client.post(REVIEW, data=sent).headers["location"] == f"{page}#values"
    assert set(statuses(database)) == {ObservationStatus.APPROVED}


def test_what_changed_since_the_page_was_read_is_not_approved(
    client: TestClient, database: Database, world: World, value: Observation
) -> None:
    come_in(client, world.ben).post(f"{HOME}/observations/{value.key}/edit", data=TYPED | {"_version": "1"})
    come_in(client, world.cleo).post(REVIEW, data={"observation": seen(value)})
    assert statuses(database) == [ObservationStatus.SUBMITTED]
    assert "1 value is left as it is" in client.get(REVIEW).text


def test_nothing_ticked_and_nonsense_ticked_approve_nothing(
    client: TestClient, database: Database, world: World, value: Observation
) -> None:
    come_in(client, world.cleo)
    assert "Tick one value or more." in client.post(REVIEW).text
    hostile = ["", ".", "x.1", f"{value.key}", f"{value.key}.9999999999999999999", "-1.1", "999999.1"]
    assert client.post(REVIEW, data={"observation": hostile}).status_code == 303
    assert statuses(database) == [ObservationStatus.SUBMITTED]


def test_a_value_is_returned_for_a_reason_and_submitted_again_once_it_is_changed(
    client: TestClient, database: Database, world: World, indicator: Indicator, value: Observation
) -> None:
    address = f"{HOME}/observations/{value.key}/return"
    come_in(client, world.cleo)
    assert client.post(address, data={"returned_because": " ", "_version": "1"}).status_code == 422
    client.post(address, data={"returned_because": "Is this a mean?", "_version": "1"})
    row = stored(database)[0]
    assert (row.status, row.reviewed_by_id) == (ObservationStatus.RETURNED, world.cleo.key)
    assert counted(database, indicator) == 0
    edit = f"{HOME}/observations/{value.key}/edit"
    come_in(client, world.ben)
    for page in (edit, f"{HOME}/indicators/{indicator.key}"):
        assert "Is this a mean?" in client.get(page).text
        assert "Returned by Cleo" in client.get(page).text
    client.post(edit, data=TYPED | {"_version": str(row.version)})
    row = stored(database)[0]
    assert (row.status, row.returned_because) == (ObservationStatus.SUBMITTED, "")
    assert (row.reviewed_by_id, row.reviewed_at) == (None, None)


def test_a_changed_value_loses_its_approval_and_an_unchanged_one_keeps_it(
    client: TestClient, database: Database, world: World, value: Observation
) -> None:
    address = f"/api/v1/observations/{value.key}"
    come_in(client, world.cleo)
    assert client.post(f"{address}/approve").json()["status"] == "approved"
    come_in(client, world.ben)
    assert client.patch(address, json={"value": "6.0"}).json()["status"] == "approved"
    assert client.patch(address, json={"value": "6.1"}).json()["status"] == "submitted"
    assert stored(database)[0].reviewed_by_id is None


def test_the_api_takes_drafts_filters_by_status_and_reviews(
    client: TestClient, world: World, indicator: Indicator
) -> None:
    collection = f"/api/v1/indicators/{indicator.key}/observations"
    come_in(client, world.ada)
    draft = client.post(collection, json=TYPED | {"status": "draft"}).json()
    assert client.patch(f"/api/v1/observations/{draft['id']}", json={"n": 3}).json()["status"] == "draft"
    assert client.post(collection, json=TYPED | {"status": "approved"}).status_code == 422
    other = client.post(collection, json=TYPED | {"observed_on": "2024-03-01"}).json()
    listed = client.get(collection, params={"status": "draft"}).json()["items"]
    assert [item["id"] for item in listed] == [draft["id"]]
    come_in(client, world.cleo)
    refused = client.post(f"/api/v1/observations/{draft['id']}/approve")
    assert refused.json()["errors"][0]["field"] == "status"
    assert client.post(f"/api/v1/observations/{other['id']}/return", json={}).status_code == 422
    why = {"returned_because": "Which week?"}
    returned = client.post(f"/api/v1/observations/{other['id']}/return", json=why).json()
    assert (returned["status"], returned["returned_because"]) == ("returned", "Which week?")


@pytest.mark.parametrize(("name", "status"), [("ada", 403), ("ben", 403), ("dan", 404), ("mallory", 404)])
def test_only_evaluators_review(
    client: TestClient, database: Database, world: World, value: Observation, name: str, status: int
) -> None:
    come_in(client, getattr(world, name))
    assert client.get(REVIEW).status_code == status
    assert client.post(REVIEW, data={"observation": seen(value)}).status_code == status
    back = client.post(f"{HOME}/observations/{value.key}/return", data={"returned_because": "No"})
    assert back.status_code == status
    assert client.post(f"/api/v1/observations/{value.key}/approve").status_code == status
    assert statuses(database) == [ObservationStatus.SUBMITTED]


def test_values_of_another_initiative_are_not_approved_from_here(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        elsewhere = observe(session, define(session, world.other_initiative), "6.0")
    come_in(client, world.cleo).post(REVIEW, data={"observation": seen(elsewhere)})
    assert statuses(database) == [ObservationStatus.SUBMITTED]
    assert Decimal("6.0") == stored(database)[0].value


def test_the_list_to_review_is_read_page_by_page(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        each_month(session, indicator, ["6"] * 30)
        other = define(session, world.initiative, name="Sleep")
        each_month(session, other, ["6"] * 30)
    first = come_in(client, world.cleo).get(REVIEW).text
    cursor = first.split("?cursor=")[1].split('"')[0]
    rest = client.get(REVIEW, params={"cursor": cursor}).text
    assert (first.count('type="checkbox"'), rest.count('type="checkbox"')) == (50, 10)
