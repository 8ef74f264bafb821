"""Views of members, counted without a name, and shown only so that no single one can be told."""

from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.clock import today
from app.database.audit import AuditEntry
from app.database.engine import Database
from app.database.idempotency import IdempotencyKey
from app.ratings.models import RatedToday
from app.ratings.view_answers import views_of
from app.vocabulary import Side
from tests.ratings.ratings import SEEN, give_views, stored
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def page(world: World) -> str:
    return f"/initiatives/{world.initiative.slug}/phases/{world.design.key}/views"


def api(world: World) -> str:
    return f"/api/v1/phases/{world.design.key}/views"


class TestOnThePage:
    def test_a_view_is_kept_without_the_name_of_whoever_gave_it(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        come_in(client, world.ben)
        answer = client.post(page(world), data={"side": "citizens", "rating": "2"})
        assert answer.headers["location"] == f"/initiatives/{world.initiative.slug}/phases"
        (view,) = stored(database)
        assert (view.side, view.rating, view.created_by_id) == (Side.CITIZENS, 2, None)
        with database.reading() as session:
            entries = session.exec(select(AuditEntry).where(AuditEntry.table_name == "view")).all()
            (kept,) = session.exec(select(RatedToday)).all()
            assert session.exec(select(IdempotencyKey)).all() == []
        assert [entry.person_id for entry in entries] == [None]
        assert kept.answerer_hash != str(world.ben.key)

    def test_one_a_day_counts_for_each_side_and_phase(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        come_in(client, world.ben)
        for side, rating in (("citizens", "2"), ("citizens", "5"), ("professionals", "4")):
            client.post(page(world), data={"side": side, "rating": rating})
        assert [(view.side, view.rating) for view in stored(database)] == [
            (Side.CITIZENS, 2),
            (Side.PROFESSIONALS, 4),
        ]

    @SQLITE
    @pytest.mark.parametrize(("who", "side"), [("ben", "citizens"), ("ada", "professionals")])
    def test_the_side_is_proposed_by_the_role(
        self, client: TestClient, world: World, who: str, side: str
    ) -> None:
        shown = come_in(client, getattr(world, who)).get(f"{page(world)}/new").text
        assert f'name="side" value="{side}" checked' in shown

    @SQLITE
    @pytest.mark.parametrize("field", ["side", "rating"])
    def test_what_is_missing_is_said_by_the_field(
        self, client: TestClient, world: World, database: Database, field: str
    ) -> None:
        typed = {"side": "citizens", "rating": "2"} | {field: ""}
        answer = come_in(client, world.ada).post(page(world), data=typed)
        assert answer.status_code == 422
        assert f'id="{field}-error"' in answer.text
        assert stored(database) == []

    @SQLITE
    @pytest.mark.parametrize(("who", "status"), [("cleo", 403), ("dan", 404), ("mallory", 404)])
    def test_who_does_not_log_gives_none(
        self, client: TestClient, world: World, database: Database, who: str, status: int
    ) -> None:
        come_in(client, getattr(world, who))
        assert client.get(f"{page(world)}/new").status_code == status
        assert client.post(page(world), data={"side": "citizens", "rating": "2"}).status_code == status
        assert stored(database) == []


class TestByProgram:
    def test_counts_come_from_five_on_and_never_rows(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        with database.writing() as session:
            give_views(session, world.design, Side.CITIZENS, [4, 4, 5, 3])
            give_views(session, world.design, Side.PROFESSIONALS, [2, 2, 3, 1, 2])
        come_in(client, world.ben)
        given = client.post(api(world), json={"side": "citizens", "rating": 4})
        assert given.status_code == 201
        assert client.get(api(world)).json() == {
            "phase_id": world.design.key,
            "as_of": today().isoformat(),
            "citizens": {"n": 5, "median": "4", "distribution": [0, 0, 1, 3, 1]},
            "professionals": {"n": 5, "median": "2", "distribution": [1, 3, 1, 0, 0]},
            "gap": "2",
        }

    @SQLITE
    def test_four_and_nobody_look_alike(self, client: TestClient, world: World, database: Database) -> None:
        with database.writing() as session:
            give_views(session, world.design, Side.CITIZENS, [4] * 4)
        found = come_in(client, world.cleo).get(api(world)).json()
        assert (
            found["citizens"] == found["professionals"] == {"n": "<5", "median": None, "distribution": None}
        )
        assert found["gap"] is None

    def test_a_second_view_the_same_day_is_refused(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        come_in(client, world.ada)
        body = {"side": "professionals", "rating": 3}
        assert client.post(api(world), json=body, headers={"Idempotency-Key": "k"}).status_code == 201
        again = client.post(api(world), json=body, headers={"Idempotency-Key": "k"})
        assert (again.status_code, again.json()["errors"][0]["field"]) == (422, "rating")
        assert len(stored(database)) == 1

    @SQLITE
    @pytest.mark.parametrize("rating", [0, 6, "x", 2.5, True, None])
    def test_what_is_no_answer_is_said_by_the_field(
        self, client: TestClient, world: World, database: Database, rating: object
    ) -> None:
        answer = come_in(client, world.ada).post(api(world), json={"side": "citizens", "rating": rating})
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "rating")
        assert stored(database) == []

    @SQLITE
    @pytest.mark.parametrize(
        ("who", "read", "give"), [("cleo", 200, 403), ("dan", 404, 404), ("mallory", 404, 404)]
    )
    def test_rights_are_those_of_the_log(
        self, client: TestClient, world: World, who: str, read: int, give: int
    ) -> None:
        come_in(client, getattr(world, who))
        assert client.get(api(world)).status_code == read
        assert client.post(api(world), json={"side": "citizens", "rating": 3}).status_code == give


class TestNoTwoDaysTellASingleAnswer:
    """Whoever subtracts one day from another learns what five people said together, never what one did."""

    def shown_on(self, database: Database, world: World, day: date) -> tuple[int | str, list[int] | None]:
        with database.reading() as session:
            found = views_of(session, world.design, day).citizens
        return found.n, found.distribution

    def test_the_sixth_answer_waits_for_the_tenth(self, database: Database, world: World) -> None:
        ratings = [4, 4, 4, 4, 4, 1, 2, 1, 2, 5]
        for number, rating in enumerate(ratings):
            with database.writing() as session:
                give_views(session, world.design, Side.CITIZENS, [rating], SEEN + timedelta(days=number))
        seen = [self.shown_on(database, world, SEEN + timedelta(days=number)) for number in range(10)]
        assert seen == [
            *[("<5", None)] * 4,
            *[(5, [0, 0, 0, 5, 0])] * 5,
            (10, [2, 2, 0, 5, 1]),
        ]

    def test_each_side_and_phase_waits_for_itself(self, database: Database, world: World) -> None:
        with database.writing() as session:
            give_views(session, world.design, Side.CITIZENS, [4] * 3)
            give_views(session, world.design, Side.PROFESSIONALS, [4] * 3)
            give_views(session, world.delivery, Side.CITIZENS, [4] * 3)
        assert {view.batch for view in stored(database)} == {None}

    def test_any_two_days_differ_by_nobody_or_by_five(self, database: Database, world: World) -> None:
        for number in range(23):
            with database.writing() as session:
                give_views(
                    session, world.design, Side.CITIZENS, [1 + number % 5], SEEN + timedelta(days=number)
                )
        counts = [self.shown_on(database, world, SEEN + timedelta(days=number))[0] for number in range(23)]
        assert sorted({int(count) for count in counts if isinstance(count, int)}) == [5, 10, 15, 20]
