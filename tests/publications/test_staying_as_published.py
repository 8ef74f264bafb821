"""What is published stays as it was, to the last byte, whatever happens later; and anybody can check it."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from app.activities.models import Activity
from app.database.editing import archive
from app.database.engine import Database
from app.publications.content import fingerprint_of
from app.publications.models import Publication, PublicationContent
from app.publications.verify import verdict_on
from tests.evaluations.entries import activity, cost
from tests.publications.entries import make_publication
from tests.support.world import World, come_in

EDITS = 1000
A_DAY = timedelta(days=1)


def kept(database: Database, made: Publication) -> bytes:
    with database.reading() as session:
        return session.get_one(PublicationContent, made.key).content


@pytest.fixture
def made(database: Database, world: World) -> Publication:
    with database.writing() as session:
        session.add_all(activity(world.delivery, date(2025, 3, 1) + day * A_DAY) for day in range(20))
    with database.writing() as session:
        return make_publication(session, world, reach="public")


def edits(session: Session, world: World) -> Iterator[None]:
    """Adds, changes and archives, in turn, before and after the day that was published."""
    entries = list(session.exec(select(Activity)))
    for number in range(EDITS):
        entry = entries[number % len(entries)]
        if number % 3 == 0:
            session.add(cost(world.initiative, date(2025, 1, 1) + number % 300 * A_DAY, f"{number + 1}"))
        elif number % 3 == 1:
            entry.citizen_hours = Decimal(number % 90)
        elif entry.archived_at is None:
            archive(session, entry)
        session.flush()
        yield


def test_a_thousand_later_edits_change_no_byte(
    client: TestClient, database: Database, world: World, made: Publication
) -> None:
    before, served = kept(database, made), client.get(f"/publications/{made.key}/content.json").content
    with database.writing() as session:
        assert sum(1 for _edit in edits(session, world)) == EDITS
    assert kept(database, made) == before == served
    assert client.get(f"/publications/{made.key}/content.json").content == before
    assert fingerprint_of(before) == made.fingerprint
    page = come_in(client, world.cleo).get(f"/initiatives/good-neighbours/publications/{made.key}/changes")
    assert "Nothing has changed" not in page.text


def test_its_fingerprint_is_verified_from_the_database_and_from_a_file(
    database: Database, made: Publication, tmp_path: Path
) -> None:
    file = tmp_path / "content.json"
    file.write_bytes(kept(database, made))
    for asked, against in ((str(made.key), ""), (str(file), ""), (str(file), made.fingerprint)):
        assert verdict_on(asked, against, lambda: database).holds
    file.write_bytes(file.read_bytes().replace(b"2025", b"2026", 1))
    for against in ("", made.fingerprint):
        assert not verdict_on(str(file), against, lambda: database).holds


@pytest.mark.parametrize(
    "change",
    [
        sa.update(PublicationContent).values(content=b"{}"),
        sa.delete(PublicationContent),
    ],
    ids=["update", "delete"],
)
def test_the_database_itself_refuses_to_change_it(
    database: Database, made: Publication, change: sa.Executable
) -> None:
    before = kept(database, made)
    with pytest.raises(sa.exc.DatabaseError, match="kept as it was"), database.writing() as session:
        session.execute(change)
    assert kept(database, made) == before
