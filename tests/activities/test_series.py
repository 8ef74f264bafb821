"""Logging several at once: rows that are right become entries, the others come back with what is wrong."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from app.activities.models import Activity
from app.activities.queries import Wanted, activities_of
from app.activities.series_sheet import MOST_ROWS
from app.clock import today
from app.database.engine import Database
from app.initiatives.service import archive_phase
from app.vocabulary import Side
from tests.support.entries import make_activity
from tests.support.world import World, come_in

Cells = dict[str, str]


def page(world: World, query: str = "") -> str:
    return f"/initiatives/{world.initiative.slug}/activities/series{query}"


def sent(world: World, *rows: Cells, **changed: Any) -> dict[str, Any]:
    """The form with these rows, numbered from 1."""
    shared = {
        "_key": "one-form",
        "phase_id": str(world.delivery.key),
        "title": "Workshop",
        "citizen_role": "co_led",
        "decision": "jointly",
        "level": "group",
        "support": ["training", ""],
    }
    cells = {f"{column}-{number}": text for number, row in enumerate(rows, 1) for column, text in row.items()}
    return shared | cells | changed


def on(day: str, **cells: str) -> Cells:
    return {"happened_on": day, **cells}


def stored(database: Database, world: World) -> list[Activity]:
    """The oldest first."""
    with database.reading() as session:
        return list(activities_of(session, world.initiative.key, Wanted(), None, 500).items)[::-1]


def days(database: Database, world: World) -> list[str]:
    return [entry.happened_on.isoformat() for entry in stored(database, world)]


def value(text: str, name: str) -> str:
    field = re.search(rf'<input[^>]* name="{name}" value="([^"]*)"', text)
    assert field is not None, f"no field {name}"
    return field[1]


def test_every_filled_row_becomes_an_entry_and_empty_ones_are_left_out(
    client: TestClient, world: World, database: Database
) -> None:
    rows = (
        on("2025-03-01", citizens="12", citizen_hours="24.5"),
        on("", note=" "),
        on("2025-03-08", title="Visit"),
    )
    answer = come_in(client, world.ben).post(page(world), data=sent(world, *rows))
    assert answer.status_code == 303
    assert "2 entries are in the log" in client.get(answer.headers["location"]).text
    first, second = stored(database, world)
    assert (first.title, first.citizens, first.citizen_hours) == ("Workshop", 12, Decimal("24.5"))
    assert (second.title, second.citizens, second.support) == ("Visit", None, ["training"])
    assert {first.entered_by_side, second.entered_by_side} == {Side.CITIZENS}


def test_right_rows_are_saved_and_wrong_ones_come_back_as_typed(
    client: TestClient, world: World, database: Database
) -> None:
    rows = (on("2025-03-01"), on("2025-03-08", citizens="many", note="Kept as typed"), on("2025-03-15"))
    answer = come_in(client, world.ada).post(page(world), data=sent(world, *rows))
    assert answer.status_code == 422
    assert days(database, world) == ["2025-03-01", "2025-03-15"]
    assert "2 entries are saved" in answer.text
    assert 'id="citizens-2-error"' in answer.text
    assert "Row 2, Citizens: Enter a whole number." in answer.text
    assert (value(answer.text, "citizens-2"), value(answer.text, "note-2")) == ("many", "Kept as typed")
    assert 'name="happened_on-1"' not in answer.text
    assert 'name="happened_on-3"' not in answer.text


def test_a_row_put_right_is_added_to_those_saved_before(
    client: TestClient, world: World, database: Database
) -> None:
    come_in(client, world.ada).post(page(world), data=sent(world, on("2025-03-01"), on("never")))
    right = sent(world) | {"_last": "2", "happened_on-2": "2025-03-08"}
    assert client.post(page(world), data=right).status_code == 303
    assert days(database, world) == ["2025-03-01", "2025-03-08"]


def test_a_sheet_sent_twice_makes_each_entry_once(
    client: TestClient, world: World, database: Database
) -> None:
    typed = sent(world, on("2025-03-01"), on("2025-03-08"), on("never"))
    come_in(client, world.ada)
    answers = [client.post(page(world), data=typed) for _time in range(2)]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert len(stored(database, world)) == 2


def test_a_saved_row_sent_again_with_other_words_is_asked_about(
    client: TestClient, world: World, database: Database
) -> None:
    come_in(client, world.ada).post(page(world), data=sent(world, on("2025-03-01")))
    answer = client.post(page(world), data=sent(world, on("2025-03-02")))
    assert answer.status_code == 422
    assert "This row was sent before, with other words." in answer.text
    assert days(database, world) == ["2025-03-01"]
    again = sent(world) | {"_last": value(answer.text, "_last"), "happened_on-2": "2025-03-02"}
    assert client.post(page(world), data=again).status_code == 303
    assert days(database, world) == ["2025-03-01", "2025-03-02"]


def test_new_rows_never_get_the_number_of_a_saved_one(client: TestClient, world: World) -> None:
    answer = come_in(client, world.ada).post(page(world), data=sent(world, on("never"), on("2025-03-08")))
    kept = sent(world, on("never")) | {"_last": value(answer.text, "_last"), "_act": "more"}
    more = client.post(page(world), data=kept).text
    assert 'name="title-3"' in more
    assert 'name="title-2"' not in more


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"phase_id": ""}, "phase_id"),
        ({"title": " "}, "title"),
        ({"citizen_role": ""}, "citizen_role"),
        ({"decision": "me"}, "decision"),
    ],
)
def test_what_all_rows_share_is_refused_once_and_nothing_is_saved(
    client: TestClient, world: World, database: Database, changed: Cells, field: str
) -> None:
    rows = (on("2025-03-01", note="First"), on("2025-03-08", note="Second"))
    answer = come_in(client, world.ada).post(page(world), data=sent(world, *rows, **changed))
    assert answer.status_code == 422
    assert answer.text.count(f'href="#{field}"') == 1
    assert (value(answer.text, "note-1"), value(answer.text, "note-2")) == ("First", "Second")
    assert stored(database, world) == []


def test_a_row_with_a_title_of_its_own_needs_no_shared_one(
    client: TestClient, world: World, database: Database
) -> None:
    typed = sent(world, on("2025-03-01", title="Visit"), title="")
    assert come_in(client, world.ada).post(page(world), data=typed).status_code == 303
    assert [entry.title for entry in stored(database, world)] == ["Visit"]


def test_an_archived_phase_is_refused_and_the_rows_are_kept(
    client: TestClient, world: World, database: Database
) -> None:
    with database.writing() as session:
        archive_phase(session, session.merge(world.design), None)
    typed = sent(world, on("2025-03-01", note="Kept"), phase_id=str(world.design.key))
    answer = come_in(client, world.ada).post(page(world), data=typed)
    assert answer.status_code == 422
    assert "Choose a phase of this initiative." in answer.text
    assert value(answer.text, "note-1") == "Kept"
    assert stored(database, world) == []


def test_a_phase_of_another_initiative_is_refused(
    client: TestClient, world: World, database: Database
) -> None:
    typed = sent(world, on("2025-03-01"), phase_id=str(world.other_phase.key))
    assert come_in(client, world.ada).post(page(world), data=typed).status_code == 422
    assert stored(database, world) == []


def test_an_empty_sheet_says_that_nothing_is_filled_in(client: TestClient, world: World) -> None:
    answer = come_in(client, world.ada).post(page(world), data=sent(world, on("")))
    assert answer.status_code == 422
    assert "Fill in one row or more." in answer.text


def test_an_entry_logged_meanwhile_changes_nothing(
    client: TestClient, world: World, database: Database
) -> None:
    assert come_in(client, world.ada).get(page(world)).status_code == 200
    with database.writing() as session:
        make_activity(session, world, date(2025, 3, 1))
    client.post(page(world), data=sent(world, on("2025-03-08")))
    assert days(database, world) == ["2025-03-01", "2025-03-08"]


def test_french_hours_and_days_are_read_as_they_are_written(
    client: TestClient, world: World, database: Database
) -> None:
    come_in(client, world.ada).headers["Accept-Language"] = "fr-FR"
    rows = (on("05/03/2025", citizen_hours="1 024,5"), on("25.03.2025"))
    assert client.post(page(world), data=sent(world, *rows)).status_code == 303
    assert days(database, world) == ["2025-03-05", "2025-03-25"]
    assert stored(database, world)[0].citizen_hours == Decimal("1024.5")


@pytest.mark.parametrize("locale", ["fr-CA", "en-CA"])
def test_where_both_orders_are_in_use_a_day_is_asked_about(
    client: TestClient, world: World, database: Database, locale: str
) -> None:
    come_in(client, world.ada).headers["Accept-Language"] = locale
    answer = client.post(page(world), data=sent(world, on("05/03/2025"), on("25/03/2025")))
    assert days(database, world) == ["2025-03-25"]
    assert "2025-03-05" in answer.text
    assert "2025-05-03" in answer.text
    assert value(answer.text, "happened_on-1") == "05/03/2025"


def test_200_rows_cost_as_many_statements_each_as_ten(
    client: TestClient, world: World, database: Database
) -> None:
    come_in(client, world.ada)
    first = today() - timedelta(days=MOST_ROWS)
    rows = [on((first + timedelta(days=number)).isoformat()) for number in range(MOST_ROWS)]
    one = written(database, lambda: client.post(page(world), data=sent(world, rows[0], _key="a")))
    ten = written(database, lambda: client.post(page(world), data=sent(world, *rows[:10], _key="b")))
    full = written(database, lambda: client.post(page(world), data=sent(world, *rows, _key="c")))
    assert len(stored(database, world)) == 211
    assert full - one == 199 * (ten - one) // 9


def written(database: Database, act: Callable[[], object]) -> int:
    asked: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        asked.append(statement)

    event.listen(database.writer, "before_cursor_execute", note)
    act()
    event.remove(database.writer, "before_cursor_execute", note)
    return len(asked)


def test_201_rows_are_refused_by_a_sentence_and_kept(
    client: TestClient, world: World, database: Database
) -> None:
    rows = [on("2025-03-01", note=f"Row {number}") for number in range(MOST_ROWS + 1)]
    answer = come_in(client, world.ada).post(page(world), data=sent(world, *rows))
    assert answer.status_code == 422
    assert "These are 201 rows. Send at most 200 at a time." in answer.text
    assert value(answer.text, "note-201") == "Row 200"
    assert stored(database, world) == []


def test_the_log_form_leads_to_the_sheet(client: TestClient, world: World) -> None:
    form = come_in(client, world.ben).get(f"/initiatives/{world.initiative.slug}/log").text
    assert f'href="{page(world)}"' in form
    assert len(re.findall(r'name="happened_on-\d+"', client.get(page(world)).text)) == 8


def test_to_an_outsider_the_sheet_does_not_exist(
    client: TestClient, world: World, database: Database
) -> None:
    come_in(client, world.mallory)
    assert client.get(page(world)).status_code == 404
    assert client.post(page(world), data=sent(world, on("2025-03-01"))).status_code == 404
    assert stored(database, world) == []


def test_who_only_reads_may_not_log(client: TestClient, world: World, database: Database) -> None:
    come_in(client, world.cleo)
    assert client.get(page(world)).status_code == 403
    assert client.post(page(world), data=sent(world, on("2025-03-01"))).status_code == 403
    assert stored(database, world) == []
