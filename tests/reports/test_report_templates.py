"""Choices of sections that an organization keeps, offered where it leads or funds."""

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.database.engine import Database
from app.organizations.models import Organization
from app.reports.schemas import ReportTemplateCreate
from app.reports.service import keep_template
from app.vocabulary import ReportSection
from tests.evaluations.test_seeing_an_evaluation import seen
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
REPORT = "/initiatives/good-neighbours/report"
Typed = dict[str, str | list[str]]
TYPED: Typed = {"name": "For the board", "sections": ["", "money", "summary"]}


def page(organization: Organization) -> str:
    return f"/organizations/{organization.slug}/report-templates"


def by_id(organization: Organization) -> str:
    return f"/api/v1/organizations/{organization.key}/report-templates"


def keep(client: TestClient, world: World, typed: Typed | None = None) -> Response:
    return come_in(client, world.eve).post(page(world.organization), data=typed or TYPED)


def only(client: TestClient, world: World) -> dict[str, object]:
    (template,) = client.get(by_id(world.organization)).json()
    kept: dict[str, object] = template
    return kept


def test_sections_are_kept_in_the_order_of_reports(client: TestClient, world: World) -> None:
    answer = keep(client, world)
    assert answer.headers["location"] == page(world.organization)
    assert only(client, world)["sections"] == ["summary", "money"]
    assert "For the board Summary · Costs and benefits" in seen(client, page(world.organization))


@SQLITE
@pytest.mark.parametrize("lacking", ["name", "sections"])
def test_a_template_has_a_name_and_a_section(client: TestClient, world: World, lacking: str) -> None:
    answer = keep(client, world, TYPED | {lacking: ""})
    assert answer.status_code == 422
    assert f'id="{lacking}-error"' in answer.text
    assert client.get(by_id(world.organization)).json() == []


@SQLITE
def test_a_form_sent_twice_keeps_one_template(client: TestClient, world: World) -> None:
    for _time in range(2):
        assert keep(client, world, TYPED | {"_key": "once"}).status_code == 303
    assert only(client, world)["name"] == "For the board"


def test_the_report_offers_what_those_who_lead_and_fund_want(
    database: Database, client: TestClient, world: World
) -> None:
    with database.writing() as session:
        for whose in (world.organization, world.funder, world.elsewhere):
            new = ReportTemplateCreate(name=f"Wanted by {whose.slug}", sections=[ReportSection.CELL])
            keep_template(session, whose, new)
    told = seen(come_in(client, world.cleo), REPORT)
    assert "Wanted by northside-homes · Northside Homes" in told
    assert "Wanted by lottery-fund · Lottery Fund" in told
    assert "Wanted by orchard-trust" not in told


@SQLITE
def test_a_chosen_template_is_marked_and_makes_the_report(client: TestClient, world: World) -> None:
    keep(client, world)
    chosen = client.get(f"{REPORT}?sections=summary&sections=money").text
    assert 'report?sections=summary&amp;sections=money" aria-current="true"><span>For the board' in chosen


def test_two_administrators_cannot_overwrite_each_other_unseen(client: TestClient, world: World) -> None:
    keep(client, world)
    edit = f"{page(world.organization)}/{only(client, world)['id']}/edit"
    assert client.post(edit, data=TYPED | {"name": "First", "_version": "1"}).status_code == 303
    late = client.post(edit, data=TYPED | {"name": "Second", "_version": "1"})
    assert late.status_code == 409
    assert only(client, world)["name"] == "First"


def test_an_archived_template_is_offered_no_more_until_it_is_brought_back(
    client: TestClient, world: World
) -> None:
    keep(client, world)
    own = f"{page(world.organization)}/{only(client, world)['id']}"
    for _time in range(2):
        assert client.post(f"{own}/archive").status_code == 303
    assert "Archived report templates For the board" in seen(client, page(world.organization))
    assert "For the board" not in seen(client, REPORT)
    assert client.get(f"{own}/edit").status_code == 404
    for _time in range(2):
        assert client.post(f"{own}/restore").status_code == 303
    assert "Archived report templates" not in seen(client, page(world.organization))
    assert "For the board" in seen(client, REPORT)


@SQLITE
def test_what_somebody_else_changed_meanwhile_is_not_archived_unseen(
    client: TestClient, world: World
) -> None:
    keep(client, world)
    own = f"{page(world.organization)}/{only(client, world)['id']}"
    client.post(f"{own}/edit", data=TYPED | {"name": "First", "_version": "1"})
    late = client.post(f"{own}/archive", data={"_version": "1"})
    assert late.status_code == 409
    assert "Somebody else" in late.text
    assert only(client, world)["name"] == "First"


@SQLITE
def test_a_template_of_others_is_absent(database: Database, client: TestClient, world: World) -> None:
    with database.writing() as session:
        new = ReportTemplateCreate(name="Theirs", sections=[ReportSection.CELL])
        row_id = keep_template(session, world.elsewhere, new).key
    come_in(client, world.eve)
    own = f"{page(world.organization)}/{row_id}"
    assert client.get(f"{own}/edit").status_code == 404
    assert client.post(f"{own}/archive").status_code == 404


@SQLITE
def test_the_history_of_the_organization_tells_who_kept_it(client: TestClient, world: World) -> None:
    keep(client, world)
    assert "For the board" in seen(client, f"/organizations/{world.organization.slug}/history")


@SQLITE
def test_programs_keep_change_and_archive_templates(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    made = client.post(by_id(world.organization), json={"name": "Short", "sections": ["cell"]})
    assert made.status_code == 201
    own = f"/api/v1/report-templates/{made.json()['id']}"
    changed = client.patch(own, json={"sections": ["missing", "cell"]}, headers={"If-Match": '"1"'})
    assert changed.json()["sections"] == ["cell", "missing"]
    assert client.get(own).json()["name"] == "Short"
    assert client.delete(own).status_code == 204
    assert client.get(own).status_code == 404
