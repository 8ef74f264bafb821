"""Who reads what is published, and what a withdrawn publication still says."""

import pytest
from fastapi.testclient import TestClient

from app.database.engine import Database
from app.publications.content import fingerprint_of
from tests.publications.entries import PAGE, TYPED, make_publication
from tests.support.world import World, come_in

PARTS = ("", "/content.json", "/outcomes.csv", "/report.pdf", "/figures/1.svg")
WHY = "A value of June was wrong."


@pytest.mark.parametrize(
    ("reach", "outsider", "funder", "visitor"),
    [("funders", 404, 200, 404), ("link", 404, 200, 404), ("public", 200, 200, 200)],
)
def test_each_reach_lets_in_whom_it_names(
    client: TestClient,
    database: Database,
    world: World,
    reach: str,
    outsider: int,
    funder: int,
    visitor: int,
) -> None:
    with database.writing() as session:
        path = f"/publications/{make_publication(session, world, reach=reach).key}"
    assert {client.get(path + part).status_code for part in PARTS} == {visitor}
    assert {come_in(client, world.mallory).get(path + part).status_code for part in PARTS} == {outsider}
    assert {come_in(client, world.dan).get(path + part).status_code for part in PARTS} == {funder}
    assert {come_in(client, world.ben).get(path + part).status_code for part in PARTS} == {200}


def test_whoever_has_the_link_reads_it_without_an_account(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        token = make_publication(session, world, reach="link").token
    assert {client.get(f"/published/{token}{part}").status_code for part in PARTS} == {200}
    assert "noindex" in client.get(f"/published/{token}").headers["x-robots-tag"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_public_page_may_be_found_and_its_file_is_not_sent_twice(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        made = make_publication(session, world, reach="public")
    path = f"/publications/{made.key}"
    assert "x-robots-tag" not in client.get(path).headers
    first = client.get(f"{path}/content.json")
    assert fingerprint_of(first.content) == made.fingerprint
    again = client.get(f"{path}/content.json", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_withdrawn_one_says_outside_only_when_and_why(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        made = make_publication(session, world, reach="public")
    path, inside = f"/publications/{made.key}", f"{PAGE}/{made.key}"
    come_in(client, world.cleo).post(f"{inside}/withdraw", data={"withdrawn_because": WHY, "_version": "1"})
    assert WHY in client.get(path).text
    assert TYPED["narrative"] in client.get(path).text
    client.cookies.clear()
    for part in PARTS:
        answer = client.get(path + part)
        assert answer.status_code == 410
        assert WHY in answer.text
        assert TYPED["narrative"] not in answer.text


def test_it_is_not_withdrawn_without_a_reason(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        made = make_publication(session, world)
    answer = come_in(client, world.cleo).post(f"{PAGE}/{made.key}/withdraw", data={"withdrawn_because": " "})
    assert answer.status_code == 422


def test_the_narrative_is_told_to_be_in_another_language(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        made = make_publication(session, world, reach="public", language="fr")
    page = client.get(f"/publications/{made.key}", headers={"Accept-Language": "en"}).text
    assert "The narrative is written in French." in page
