"""The way of a file through the pages: sent, said what it holds, checked, stored, taken back."""

import csv
import io
import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlmodel import col, select

from app.clock import utc_now
from app.database.audit import AuditEntry
from app.database.engine import Database
from app.exchange.limits import LARGEST_FILE
from app.exchange.models import Import
from app.indicators.models import Indicator, Observation, PeriodLock
from app.indicators.observation_schemas import ObservationCreate
from app.indicators.recording import edit_observation
from tests.exchange.files import ALLEYS
from tests.support.world import World, come_in

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
PAGE = "/initiatives/good-neighbours/import"
DAY = "2024-07-31"
USES = {"use-0": "part", "use-1": "new", "use-2": "new", "use-3": "new", "observed_on": DAY}


def send(client: TestClient, content: bytes = ALLEYS, name: str = "alleys.csv") -> Response:
    return client.post(PAGE, files={"file": (name, content, "text/csv")})


def hidden(page: Response, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    assert found is not None
    return found[1]


def say(client: TestClient, **changed: str) -> Response:
    page = client.get(f"{PAGE}/columns")
    typed = USES | {re.sub(r"_(\d+)$", r"-\1", name): text for name, text in changed.items()}
    return client.post(f"{PAGE}/columns", data=typed | {"_file": hidden(page, "_file")})


def promise(client: TestClient) -> dict[str, str]:
    """What the button below the dry run sends."""
    page = client.get(f"{PAGE}/check")
    return {name: hidden(page, name) for name in ("_file", "_promised")}


def imported(client: TestClient, content: bytes = ALLEYS) -> Response:
    send(client, content)
    say(client)
    return client.post(f"{PAGE}/store", data=promise(client))


def values(database: Database) -> list[Observation]:
    with database.reading() as session:
        live = select(Observation).where(col(Observation.archived_at).is_(None))
        return list(session.exec(live.order_by(col(Observation.id))))


def indicators(database: Database) -> list[Indicator]:
    with database.reading() as session:
        live = select(Indicator).where(col(Indicator.archived_at).is_(None))
        return list(session.exec(live.order_by(col(Indicator.id))))


def imports(database: Database) -> list[Import]:
    with database.reading() as session:
        return list(session.exec(select(Import)))


def test_a_file_goes_through_the_pages_into_the_log(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.ada)
    assert send(client).headers["location"] == f"{PAGE}/columns"
    assert say(client, source="field work").headers["location"] == f"{PAGE}/check"
    assert not values(database)
    answer = client.post(f"{PAGE}/store", data=promise(client))
    assert client.get(answer.headers["location"]).status_code == 200
    assert [row.name for row in indicators(database)] == ["length_m", "area_m2", "mean ACI"]
    assert len(values(database)) == 6
    first = values(database)[0]
    assert (first.category, first.value, first.source) == ("RPP_H_1", Decimal("116.3"), "field work")
    assert first.created_by_id == world.ada.key


def test_what_is_stored_is_in_the_audit_log_as_the_person(
    client: TestClient, database: Database, world: World
) -> None:
    imported(come_in(client, world.ada))
    with database.reading() as session:
        entries = session.exec(select(AuditEntry).where(col(AuditEntry.person_id) == world.ada.key)).all()
    tables = [entry.table_name for entry in entries]
    assert (tables.count("observation"), tables.count("indicator")) == (6, 3)


def test_a_form_sent_twice_stores_once_and_answers_alike(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.ada)
    send(client)
    say(client)
    sent = promise(client)
    answers = {client.post(f"{PAGE}/store", data=sent).headers["location"] for _ in range(3)}
    assert len(answers) == 1
    assert len(values(database)) == 6


def test_the_file_is_gone_when_its_values_are_stored(
    client: TestClient, database: Database, world: World
) -> None:
    imported(come_in(client, world.ada))
    assert [(row.content, row.typed) for row in imports(database)] == [(b"", {})]


def test_if_the_log_has_changed_meanwhile_nothing_is_stored_and_it_is_said(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.ada)
    imported(client, b"place,length\nA,1\n")
    send(client, b"place,length\nB,2\nC,3\n")
    of_it = f"indicator-{indicators(database)[0].key}"
    say(client, use_1=of_it, use_2="", use_3="")
    sent = promise(client)
    with database.writing() as session:
        session.add(
            PeriodLock(
                initiative_id=world.initiative.key, starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31)
            )
        )
    answer = client.post(f"{PAGE}/store", data=sent)
    assert answer.status_code == 409
    assert "Nothing is stored" in answer.text
    assert "locked" in answer.text
    assert len(values(database)) == 1


@on_sqlite
def test_a_second_import_of_the_same_file_finds_everything_there(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.ada)
    imported(client)
    send(client)
    there = {
        f"use_{index}": f"indicator-{row.key}" for index, row in enumerate(indicators(database), start=1)
    }
    say(client, **there)
    page = client.get(f"{PAGE}/check")
    assert "Nothing in this file can be stored" in page.text
    assert "_promised" not in page.text


def test_taking_an_import_back_archives_what_it_brought(
    client: TestClient, database: Database, world: World
) -> None:
    imported(come_in(client, world.ada))
    number = imports(database)[0].key
    answers = [client.post(f"{PAGE}/undo", data={"number": str(number)}) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {303}
    assert not values(database)
    assert not indicators(database)
    assert "taken back" in client.get(f"{PAGE}/stored").text


@on_sqlite
def test_what_somebody_changed_since_stays_when_an_import_is_taken_back(
    client: TestClient, database: Database, world: World
) -> None:
    imported(come_in(client, world.ada))
    changed = ObservationCreate.model_validate({"observed_on": DAY, "value": 117, "category": "RPP_H_1"})
    with database.writing() as session:
        edit_observation(session, session.get_one(Observation, values(database)[0].key), changed, None)
    client.post(f"{PAGE}/undo", data={"number": str(imports(database)[0].key)})
    assert [row.value for row in values(database)] == [117]
    assert [row.name for row in indicators(database)] == ["length_m"]


@on_sqlite
def test_the_report_is_a_file_too(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    send(client)
    say(client)
    lines = list(csv.reader(io.StringIO(client.get(f"{PAGE}/check.csv").text)))
    assert lines[1][:4] == ["3", "area_m2", "20190202", "Refused"]
    assert len(lines) == 10


@on_sqlite
def test_a_long_report_is_paged(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    send(client, b"place,length\nA,1\n" + b"".join(b"P%d,NA\n" % number for number in range(120)))
    say(client, use_2="", use_3="")
    assert "121" not in client.get(f"{PAGE}/check").text.split("<tbody")[1]
    assert "P119" not in client.get(f"{PAGE}/check?page=3").text
    assert client.get(f"{PAGE}/check?page=3").text.count("<tr") == 21


@on_sqlite
def test_what_was_typed_comes_back_with_what_is_wrong(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.ada)
    send(client)
    answer = say(client, name_1="Length of the alley", observed_on="")
    assert answer.status_code == 422
    assert "Length of the alley" in answer.text
    assert not imports(database)[0].typed.get("use-0")


@on_sqlite
def test_citizens_import_into_indicators_that_are_there_and_define_none(
    client: TestClient, database: Database, world: World
) -> None:
    imported(come_in(client, world.ada), b"place,length\nA,1\n")
    come_in(client, world.ben)
    send(client, b"place,length\nB,2\n")
    assert 'value="new"' not in client.get(f"{PAGE}/columns").text
    assert say(client, use_2="", use_3="").status_code == 422
    say(client, use_1=f"indicator-{indicators(database)[0].key}")
    client.post(f"{PAGE}/store", data=promise(client))
    assert [row.category for row in values(database)] == ["A", "B"]


@on_sqlite
def test_a_file_is_its_owners_only(client: TestClient, database: Database, world: World) -> None:
    send(come_in(client, world.ada))
    come_in(client, world.ben)
    assert client.get(f"{PAGE}/columns").status_code == 303
    client.post(f"{PAGE}/discard")
    assert len(imports(database)) == 1
    imported(come_in(client, world.ada))
    come_in(client, world.ben)
    client.post(f"{PAGE}/undo", data={"number": str(imports(database)[0].key)})
    assert len(values(database)) == 6


@on_sqlite
def test_an_outsider_finds_nothing_and_her_bytes_are_not_read(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.mallory)
    assert client.get(PAGE).status_code == 404
    assert send(client).status_code == 404
    assert not imports(database)


@on_sqlite
def test_a_file_that_cannot_be_read_is_refused_beside_its_field(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.ada)
    for content in (b"", b"PK\x03\x04", b"a\0b", b"x" * (LARGEST_FILE + 1), b'a,b\n"1,2\n'):
        answer = send(client, content)
        assert answer.status_code == 422
        assert 'id="file-error"' in answer.text
    assert client.post(PAGE, data={}).status_code == 422
    assert not imports(database)


@on_sqlite
def test_hostile_texts_are_shown_as_texts(client: TestClient, world: World) -> None:
    come_in(client, world.ada)
    send(client, b'place,"<script>alert(1)</script>"\n"<img src=x>",1\n', "<b>.csv")
    page = client.get(f"{PAGE}/columns").text
    assert "<script>alert" not in page
    assert "<img" not in page


@on_sqlite
def test_a_new_file_takes_the_place_of_the_one_that_waits(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.ada)
    send(client)
    say(client)
    sent = promise(client)
    send(client, b"place,length\nA,1\n")
    assert len(imports(database)) == 1
    assert client.post(f"{PAGE}/store", data=sent).headers["location"] == PAGE
    assert not values(database)


@on_sqlite
def test_a_file_nobody_went_on_with_is_gone_after_a_day(
    client: TestClient, database: Database, world: World
) -> None:
    send(come_in(client, world.ada))
    with database.writing() as session:
        session.exec(select(Import)).one().created_at = utc_now() - timedelta(hours=25)
    assert client.get(f"{PAGE}/columns").headers["location"] == PAGE
    send(come_in(client, world.ben))
    assert [row.person_id for row in imports(database)] == [world.ben.key]


@on_sqlite
def test_a_file_can_be_taken_away(client: TestClient, database: Database, world: World) -> None:
    send(come_in(client, world.ada))
    client.post(f"{PAGE}/discard")
    assert not imports(database)


@on_sqlite
def test_the_way_can_be_gone_in_french(client: TestClient, database: Database, world: World) -> None:
    come_in(client, world.ada).headers["Accept-Language"] = "fr"
    assert client.get(PAGE).status_code == 200
    imported(client)
    assert client.get(f"{PAGE}/stored").status_code == 200
    assert len(values(database)) == 6
