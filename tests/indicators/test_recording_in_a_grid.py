"""Many values at once: periods down, parts across; right cells are stored, wrong ones come back as typed."""

import re
from datetime import date

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.clock import today
from app.database.engine import Database
from app.indicators.grid_periods import days_asked_for
from app.indicators.models import Indicator, Observation
from app.vocabulary import Frequency, ObservationStatus
from tests.indicators.series import define, observe
from tests.support.world import World, come_in

INDICATORS = "/initiatives/good-neighbours/indicators"


@pytest.fixture
def indicator(database: Database, world: World) -> Indicator:
    with database.writing() as session:
        return define(session, world.initiative, breakdown="Neighbourhood")


def page(indicator: Indicator) -> str:
    return f"{INDICATORS}/{indicator.key}/grid"


def sent(*rows: tuple[str, ...], columns: tuple[str, ...] = ("", "Firth Park")) -> dict[str, str]:
    """The form: each row is its date, then a value for each column."""
    typed = {f"category_{place}": name for place, name in enumerate(columns)}
    for number, (day, *values) in enumerate(rows, 1):
        typed[f"observed_on-{number}"] = day
        typed |= {f"value_{place}-{number}": value for place, value in enumerate(values)}
    return typed | {"_last": str(len(rows)), "_key": "march"}


def stored(database: Database) -> list[tuple[str, str, str]]:
    with database.reading() as session:
        rows = session.exec(select(Observation).order_by("observed_on", "category"))
        return [(row.observed_on.isoformat(), row.category, f"{row.value.normalize():f}") for row in rows]


def test_filled_cells_become_values_and_empty_ones_are_missing(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    form = sent(("2024-02-01", "6,2", ""), ("2024-03-01", "", "5.5"), ("2024-04-01", "", ""))
    answer = come_in(client, world.ben).post(page(indicator), data=form)
    assert answer.headers["location"] == f"{INDICATORS}/{indicator.key}#values"
    assert stored(database) == [("2024-02-01", "", "6.2"), ("2024-03-01", "Firth Park", "5.5")]
    assert "Saved. 2 values are in the log." in client.get(f"{INDICATORS}/{indicator.key}").text


def test_a_grid_sent_twice_makes_each_value_once(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    form = sent(("2024-02-01", "6.2", "6.1"))
    come_in(client, world.ben)
    assert [client.post(page(indicator), data=form).status_code for _time in range(2)] == [303, 303]
    assert len(stored(database)) == 2


def test_right_cells_are_stored_and_wrong_ones_come_back_with_their_message(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    form = sent(("2024-02-01", "6.2", "many"), ("2024-03-01", "99", "5"), ("tomorrow", "4", ""))
    answer = come_in(client, world.ben).post(page(indicator), data=form)
    assert answer.status_code == 422
    assert stored(database) == [("2024-02-01", "", "6.2"), ("2024-03-01", "Firth Park", "5")]
    assert 'id="value_1-1-error"' in answer.text
    assert 'value="many"' in answer.text
    assert "This lies outside what the indicator can measure." in answer.text
    assert 'id="observed_on-3-error"' in answer.text
    assert 'name="value_0-1"' not in answer.text
    assert "2 values are saved." in answer.text


def test_a_cell_put_right_is_added_to_those_stored_before(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    come_in(client, world.ben).post(page(indicator), data=sent(("2024-02-01", "6.2", "99")))
    form = sent(("2024-02-01", "", "5.9"))
    assert client.post(page(indicator), data=form).status_code == 303
    assert stored(database) == [("2024-02-01", "", "6.2"), ("2024-02-01", "Firth Park", "5.9")]


def test_a_value_that_is_there_is_never_overwritten(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        there = observe(session, indicator, "6.0", date(2024, 2, 1))
    answer = come_in(client, world.ben).post(page(indicator), data=sent(("2024-02-01", "4", "")))
    assert "There is a value for this date already." in answer.text
    assert stored(database) == [("2024-02-01", "", "6")]
    shown = client.get(page(indicator), params={"from": "2024-02-01"}).text
    assert re.search(r'<input type="text" readonly data-cell="value_0-1" value="6.0"', shown)
    assert f"/observations/{there.key}/edit" in shown


def test_a_grid_is_saved_as_drafts_with_the_people_behind_each(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    form = sent(("2024-02-01", "6.2")) | {
        "n_0-1": "41",
        "people": "yes",
        "status": "draft",
        "source": "Wave 1",
    }
    come_in(client, world.ben).post(page(indicator), data=form)
    with database.reading() as session:
        row = session.exec(select(Observation)).one()
    assert (row.n, row.status, row.source) == (41, ObservationStatus.DRAFT, "Wave 1")


def test_a_number_of_people_without_a_value_is_asked_about(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    form = sent(("2024-02-01", "")) | {"n_0-1": "41", "people": "yes"}
    assert "Fill this in." in come_in(client, world.ben).post(page(indicator), data=form).text
    assert stored(database) == []


def test_a_column_and_the_people_are_added_without_losing_what_is_typed(
    client: TestClient, world: World, indicator: Indicator
) -> None:
    form = sent(("2024-02-01", "6.2", "")) | {"new_category": "Woodhouse", "_act": "column"}
    shown = come_in(client, world.ben).post(page(indicator), data=form).text
    assert 'name="category_2" value="Woodhouse"' in shown
    assert 'name="value_2-1"' in shown
    assert 'value="6.2"' in shown
    people = client.post(page(indicator), data=sent(("2024-02-01", "6.2")) | {"_act": "people"}).text
    assert 'name="n_0-1"' in people
    assert 'value="6.2"' in people


def test_a_block_pasted_as_text_fills_rows_and_columns_by_its_heading(
    client: TestClient, world: World, indicator: Indicator
) -> None:
    block = "Date\tFirth Park\tWoodhouse\n2024-02-01\t5,5\t6\n2024-05-01\t\t7\n"
    form = sent(("2024-02-01", "", ""), ("2024-03-01", "", "")) | {"pasted": block, "_act": "paste"}
    shown = come_in(client, world.ben).post(page(indicator), data=form).text
    cells = dict(re.findall(r'name="((?:value_\d|observed_on)-\d)" value="([^"]+)"', shown))
    assert cells == {
        "observed_on-1": "2024-02-01",
        "value_1-1": "5,5",
        "value_2-1": "6",
        "observed_on-2": "2024-03-01",
        "observed_on-3": "2024-05-01",
        "value_2-3": "7",
    }


@pytest.mark.parametrize(
    "block",
    [
        "",
        "\n\t\n",
        "2024-02-01\t" + "1\t" * 200 + "1",
        "".join(f"{year}-02-01\t1\n" for year in range(1950, 2020)),
        "2024-02-01\t1\n2024-02-01\t2",
        '"' + "x" * 200_000,
        "Date\tx\n",
    ],
    ids=["nothing", "blank", "wide", "long", "twice", "quoted", "heading"],
)
def test_a_hostile_block_fills_nothing_and_is_kept(
    client: TestClient, database: Database, world: World, indicator: Indicator, block: str
) -> None:
    form = sent(("2024-02-01", "", "")) | {"pasted": block, "_act": "paste"}
    answer = come_in(client, world.ben).post(page(indicator), data=form)
    assert answer.status_code == 422
    assert 'id="pasted-error"' in answer.text
    assert stored(database) == []


@pytest.mark.parametrize(
    "cell", ["=1+1", "1e400", "NaN", "Infinity", "<b>6</b>", "6;6", "0x10", "\u0000", "9" * 5000]
)
def test_a_hostile_cell_is_no_number(
    client: TestClient, database: Database, world: World, indicator: Indicator, cell: str
) -> None:
    answer = come_in(client, world.ben).post(page(indicator), data=sent(("2024-02-01", cell)))
    assert answer.status_code == 422
    assert "<b>6</b>" not in answer.text
    assert stored(database) == []


def test_hostile_names_of_cells_store_nothing(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    form = {
        "value_99-1": "6",
        "value_0-0": "6",
        "observed_on-1": "2024-02-01",
        "category_0": "",
        "_last": "x",
    }
    answer = come_in(client, world.ben).post(page(indicator), data=form)
    assert "Fill in one cell or more." in answer.text
    assert stored(database) == []


def test_rows_begin_where_values_lack_and_keep_the_day_of_those_before() -> None:
    known = [date(2024, 1, 15), date(2024, 2, 15), date(2024, 5, 15)]
    found = days_asked_for(Frequency.MONTHLY, known, None, date(2024, 9, 20))
    assert [day.isoformat()[5:] for day in found] == [f"{month:02}-15" for month in range(3, 10)]


def test_a_complete_series_shows_its_newest_periods() -> None:
    known = [date(2023, month, 1) for month in range(1, 13)]
    found = days_asked_for(Frequency.MONTHLY, known, None, date(2023, 12, 31))
    assert found == [date(2023, month, 1) for month in range(7, 13)]


def test_without_values_the_newest_year_is_asked_for_and_nothing_now_and_then() -> None:
    found = days_asked_for(Frequency.MONTHLY, [], None, date(2024, 6, 3))
    assert (found[0], found[-1], len(found)) == (date(2023, 7, 1), date(2024, 6, 1), 12)
    assert days_asked_for(Frequency.IRREGULAR, [], None, date(2024, 6, 3)) == []


def test_the_grid_opens_with_the_parts_known_so_far(
    client: TestClient, database: Database, world: World, indicator: Indicator
) -> None:
    with database.writing() as session:
        observe(session, indicator, "6.0", today().replace(day=1), category="Woodhouse")
    shown = come_in(client, world.ben).get(page(indicator)).text
    assert 'name="category_1" value="Woodhouse"' in shown
    assert 'name="value_0-1"' in shown
    assert client.get(page(indicator), params={"from": "nonsense"}).status_code == 422


@pytest.mark.parametrize(("name", "status"), [("cleo", 403), ("dan", 404), ("mallory", 404)])
def test_only_those_who_may_log_fill_a_grid(
    client: TestClient, database: Database, world: World, indicator: Indicator, name: str, status: int
) -> None:
    come_in(client, getattr(world, name))
    assert client.get(page(indicator)).status_code == status
    assert client.post(page(indicator), data=sent(("2024-02-01", "6.2"))).status_code == status
    assert stored(database) == []
