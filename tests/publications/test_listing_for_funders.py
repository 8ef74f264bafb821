"""A funder finds what was published of what it funds, and nothing else."""

from fastapi.testclient import TestClient

from app.database.engine import Database
from tests.evaluations.test_seeing_an_evaluation import seen
from tests.publications.entries import PAGE, TYPED, make_publication
from tests.support.world import World, come_in


def test_a_funder_finds_what_was_published(client: TestClient, database: Database, world: World) -> None:
    address = f"/portfolios/{world.funder.slug}/publications"
    assert "Nothing is published yet." in seen(come_in(client, world.dan), address)
    with database.writing() as session:
        made = make_publication(session, world)
    page = come_in(client, world.dan).get(address).text
    assert f'href="/publications/{made.key}"' in page
    assert client.get(f"/publications/{made.key}").status_code == 200


def test_what_is_withdrawn_is_no_longer_listed(client: TestClient, database: Database, world: World) -> None:
    with database.writing() as session:
        made = make_publication(session, world)
    why = {"withdrawn_because": "A value was wrong.", "_version": "1"}
    come_in(client, world.cleo).post(f"{PAGE}/{made.key}/withdraw", data=why)
    page = seen(come_in(client, world.dan), f"/portfolios/{world.funder.slug}/publications")
    assert TYPED["title"] not in page


def test_another_organization_finds_nothing_of_it(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        make_publication(session, world, reach="public")
    page = seen(come_in(client, world.mallory), f"/portfolios/{world.elsewhere.slug}/publications")
    assert TYPED["title"] not in page
