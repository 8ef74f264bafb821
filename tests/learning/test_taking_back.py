"""A story is told with consent, and its words are gone once the consent is withdrawn."""

import json

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from app.database.audit import AuditEntry
from app.database.engine import Database
from app.learning.models import Story
from app.learning.queries import stories_that_may_leave
from app.vocabulary import Consent
from tests.learning.entries import PAGE, make_story
from tests.support.world import World, come_in

WORDS = "I know my neighbours again"


@pytest.fixture
def story(database: Database, world: World) -> Story:
    with database.writing() as session:
        return make_story(session, world)


def now(database: Database, story: Story) -> Story:
    with database.reading() as session:
        return session.get_one(Story, story.key)


def history(database: Database) -> str:
    with database.reading() as session:
        rows = session.execute(sa.select(AuditEntry.before, AuditEntry.after))  # type: ignore[call-overload]
        return json.dumps([list(row) for row in rows])


def test_withdrawn_words_are_gone_and_the_rest_is_kept(
    client: TestClient, database: Database, world: World, story: Story
) -> None:
    address = f"{PAGE}/stories/{story.key}"
    assert WORDS in come_in(client, world.ben).get(f"{address}/withdraw").text
    assert client.post(f"{address}/withdraw", data={"_version": "1"}).status_code == 303
    shown = client.get(address).text
    assert WORDS not in shown
    assert "The words were taken back" in shown
    assert (now(database, story).text, now(database, story).consent) == ("", Consent.WITHDRAWN)


def test_the_history_never_held_the_words(
    client: TestClient, database: Database, world: World, story: Story
) -> None:
    come_in(client, world.ada)
    client.patch(f"/api/v1/stories/{story.key}", json={"text": "I know them all"})
    client.patch(f"/api/v1/stories/{story.key}", json={"consent": "withdrawn"})
    told = history(database)
    assert '"consent": "withdrawn"' in told
    assert "I know" not in told


def test_the_database_holds_no_words_without_consent(database: Database, world: World, story: Story) -> None:
    with pytest.raises(sa.exc.IntegrityError), database.writing() as session:
        session.execute(sa.update(Story).values(consent=Consent.WITHDRAWN))


def test_consent_given_again_needs_the_words_again(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        withdrawn = make_story(session, world, consent="withdrawn")
    address = f"/api/v1/stories/{withdrawn.key}"
    answer = come_in(client, world.ada).patch(address, json={"consent": "public"})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["text"]


def test_a_story_bears_on_an_indicator_of_its_own_initiative_only(
    client: TestClient, world: World, story: Story
) -> None:
    answer = come_in(client, world.ada).patch(f"/api/v1/stories/{story.key}", json={"indicator_id": 999})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["indicator_id"]


def test_only_what_may_be_published_leaves_the_initiative(database: Database, world: World) -> None:
    with database.writing() as session:
        made = {consent: make_story(session, world, consent=consent) for consent in Consent}
    with database.reading() as session:
        leaving = stories_that_may_leave(session, world.initiative.key, made[Consent.INSIDE].told_on, 10)
    assert {story.consent for story in leaving} == {Consent.PUBLIC, Consent.NOT_NEEDED}


def test_nobody_without_the_right_takes_words_back(
    client: TestClient, database: Database, world: World, story: Story
) -> None:
    for person, status in ((world.cleo, 403), (world.dan, 404), (world.mallory, 404)):
        come_in(client, person)
        assert client.post(f"{PAGE}/stories/{story.key}/withdraw").status_code == status
    assert now(database, story).text == WORDS
