"""Asking who led a phase: links and their sheets, revoked, restored, their answers left out for a reason."""

import re
from datetime import timedelta

import pytest
import segno
from fastapi.testclient import TestClient
from sqlmodel import col, select

from app.clock import today
from app.database.audit import AuditEntry
from app.database.engine import Database
from app.ratings.models import RatingLink
from app.ratings.sheet import code_of
from app.ratings.view_answers import views_of
from app.vocabulary import Side
from tests.ratings.ratings import SEEN, address_of, give_views, make_link
from tests.support.world import World, come_in

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
PAGE = "/initiatives/good-neighbours/ratings"
WHY = {"left_out_because": "Staff tried the link out."}


def links(database: Database) -> list[RatingLink]:
    with database.reading() as session:
        return list(session.exec(select(RatingLink)))


def answered(database: Database, world: World, link: RatingLink, ratings: list[int]) -> None:
    with database.writing() as session:
        give_views(session, world.design, link.side, ratings, SEEN, link)


def shown(database: Database, world: World) -> int | str:
    with database.reading() as session:
        return views_of(session, world.design, today()).citizens.n


def revoked(client: TestClient, link: RatingLink) -> str:
    client.post(f"{PAGE}/{link.key}/revoke")
    return f"{PAGE}/{link.key}"


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_staff_and_citizens_make_a_link_and_get_its_sheet(
    client: TestClient, world: World, database: Database, who: str
) -> None:
    come_in(client, getattr(world, who))
    typed = {"phase_id": str(world.design.key), "side": "citizens", "name": "Workshop 3"}
    answer = client.post(PAGE, data=typed)
    (link,) = links(database)
    assert answer.headers["location"] == f"{PAGE}/{link.key}"
    assert (link.side, link.phase_id, link.name) == (Side.CITIZENS, world.design.key, "Workshop 3")
    assert address_of(client, link) in client.get(f"{PAGE}/{link.key}").text


def test_a_form_sent_twice_makes_one_link(client: TestClient, world: World, database: Database) -> None:
    come_in(client, world.ada)
    typed = {"phase_id": str(world.design.key), "side": "citizens", "_key": "of this form"}
    assert {client.post(PAGE, data=typed).status_code for _ in range(2)} == {303}
    assert len(links(database)) == 1


@SQLITE
@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"side": ""}, "side"),
        ({"phase_id": ""}, "phase_id"),
        ({"ends_on": (today() - timedelta(days=1)).isoformat()}, "ends_on"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_made(
    client: TestClient, world: World, database: Database, typed: dict[str, str], field: str
) -> None:
    complete = {"phase_id": str(world.design.key), "side": "citizens", "name": "Workshop 3"}
    answer = come_in(client, world.ada).post(PAGE, data=complete | typed)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "Workshop 3" in answer.text
    assert links(database) == []


@SQLITE
def test_a_link_cannot_ask_about_another_initiatives_phase(
    client: TestClient, world: World, database: Database
) -> None:
    typed = {"phase_id": str(world.other_phase.key), "side": "citizens"}
    assert come_in(client, world.ada).post(PAGE, data=typed).status_code == 422
    assert links(database) == []


class TestTheSheet:
    @SQLITE
    def test_it_asks_in_both_languages(self, client: TestClient, world: World, database: Database) -> None:
        link = make_link(database, world, Side.PROFESSIONALS)
        page = come_in(client, world.ben).get(f"{PAGE}/{link.key}").text
        assert re.findall(r'<section lang="([^"]+)"', page) == ["en-GB", "fr-CA"]
        assert page.count(f"http://testserver{address_of(client, link)}") == 2

    @SQLITE
    def test_nothing_on_it_is_refused_by_the_content_security_policy(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        page = come_in(client, world.ada).get(f"{PAGE}/{make_link(database, world).key}").text
        assert "<svg" in page
        assert not re.search(r"<style|\sstyle=|<script(?! src)|\son\w+=|data:", page)

    def test_the_code_is_the_address_with_its_quiet_zone(self) -> None:
        address = "https://tandem.example/rate/MTI.abcdefghijklmnopqrstuvwxyz0"
        code = code_of(address)
        drawn = [[False] * code.size for _ in range(code.size)]
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)", code.path):
            drawn[int(y)][int(x) : int(x) + int(width)] = [True] * int(width)
        modules = segno.make(address, error="m", micro=False).matrix_iter(border=4)
        assert drawn == [[bool(module) for module in row] for row in modules]
        assert not any(drawn[3])
        assert not any(row[3] for row in drawn)

    @SQLITE
    def test_a_revoked_link_has_none(self, client: TestClient, world: World, database: Database) -> None:
        link = make_link(database, world)
        page = revoked(come_in(client, world.ada), link)
        assert client.get(page).status_code == 404


def test_a_revoked_link_keeps_its_answers_and_opens_again(
    client: TestClient, world: World, database: Database
) -> None:
    link = make_link(database, world)
    answered(database, world, link, [4] * 5)
    page = revoked(come_in(client, world.ben), link)
    assert client.get(address_of(client, link)).status_code == 404
    assert shown(database, world) == 5
    client.post(f"{page}/restore")
    assert client.get(address_of(client, link)).status_code == 200


@SQLITE
def test_few_answers_by_one_link_stay_uncounted(client: TestClient, world: World, database: Database) -> None:
    answered(database, world, make_link(database, world), [4] * 4)
    answered(database, world, make_link(database, world, Side.PROFESSIONALS), [2] * 6)
    page = come_in(client, world.ada).get(PAGE).text
    assert "fewer than 5 answers" in page
    assert "6 answers" in page
    assert "4 answers" not in page


class TestLeavingAnswersOut:
    @pytest.mark.parametrize("who", ["ada", "cleo"])
    def test_they_stop_counting_for_a_reason_all_can_read_and_count_again(
        self, client: TestClient, world: World, database: Database, who: str
    ) -> None:
        link = make_link(database, world)
        answered(database, world, link, [1] * 10)
        with database.writing() as session:
            give_views(session, world.design, Side.CITIZENS, [4] * 5)
        page = revoked(come_in(client, world.ada), link)
        come_in(client, getattr(world, who))
        assert client.post(f"{page}/leave-out", data=WHY).status_code == 303
        assert shown(database, world) == 5
        assert "Not counted: Staff tried the link out." in come_in(client, world.ben).get(PAGE).text
        come_in(client, getattr(world, who)).post(f"{page}/count-again")
        assert shown(database, world) == 15

    def test_the_history_says_who_did_it(self, client: TestClient, world: World, database: Database) -> None:
        link = make_link(database, world)
        page = revoked(come_in(client, world.ada), link)
        come_in(client, world.cleo).post(f"{page}/leave-out", data=WHY)
        with database.reading() as session:
            entries = session.exec(
                select(AuditEntry).where(AuditEntry.table_name == "rating_link").order_by(col(AuditEntry.id))
            ).all()
        assert entries[-1].person_id == world.cleo.key
        assert entries[-1].after == WHY

    def test_a_few_shown_ones_stay_since_the_difference_would_tell_them(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        link = make_link(database, world)
        answered(database, world, link, [1] * 2)
        with database.writing() as session:
            give_views(session, world.design, Side.CITIZENS, [4] * 8)
        page = revoked(come_in(client, world.ada), link)
        answer = client.post(f"{page}/leave-out", data=WHY)
        assert answer.status_code == 422
        assert "the difference would tell what they were" in answer.text
        assert "Staff tried the link out." in answer.text
        assert shown(database, world) == 10

    def test_what_waits_can_be_left_out_and_closes_no_batch(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        link = make_link(database, world)
        answered(database, world, link, [1] * 2)
        page = revoked(come_in(client, world.ada), link)
        assert client.post(f"{page}/leave-out", data=WHY).status_code == 303
        with database.writing() as session:
            give_views(session, world.design, Side.CITIZENS, [4] * 4)
        assert shown(database, world) == "<5"
        client.post(f"{page}/count-again")
        assert shown(database, world) == 6

    @SQLITE
    def test_an_open_link_is_revoked_first(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        link = make_link(database, world)
        answer = come_in(client, world.ada).post(f"{PAGE}/{link.key}/leave-out", data=WHY)
        assert answer.status_code == 422
        assert "Revoke the link first." in answer.text

    @SQLITE
    def test_a_link_left_out_is_not_opened_again(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        page = revoked(come_in(client, world.ada), make_link(database, world))
        client.post(f"{page}/leave-out", data=WHY)
        assert client.post(f"{page}/restore").status_code == 422

    @SQLITE
    def test_without_a_reason_nothing_is_left_out(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        page = revoked(come_in(client, world.ada), make_link(database, world))
        answer = client.post(f"{page}/leave-out", data={"left_out_because": " "})
        assert 'id="left_out_because-error"' in answer.text


class TestWhoMay:
    @SQLITE
    def test_an_evaluator_sees_what_was_asked_but_no_address(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        link = make_link(database, world, name="Workshop 3")
        come_in(client, world.cleo)
        page = client.get(PAGE)
        assert "Workshop 3" in page.text
        assert "Revoke" not in page.text
        typed = {"phase_id": str(world.design.key), "side": "citizens"}
        refused = [
            client.get(f"{PAGE}/{link.key}"),
            client.get(f"{PAGE}/new"),
            client.post(PAGE, data=typed),
            client.post(f"{PAGE}/{link.key}/revoke"),
        ]
        assert {answer.status_code for answer in refused} == {403}

    @SQLITE
    def test_a_citizen_leaves_no_answers_out(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        page = revoked(come_in(client, world.ben), make_link(database, world))
        refused = [
            client.get(f"{page}/leave-out"),
            client.post(f"{page}/leave-out", data=WHY),
            client.post(f"{page}/count-again"),
        ]
        assert {answer.status_code for answer in refused} == {403}

    @pytest.mark.parametrize("who", ["mallory", "dan"])
    def test_for_outsiders_and_funders_there_is_nothing(
        self, client: TestClient, world: World, database: Database, who: str
    ) -> None:
        link = make_link(database, world)
        come_in(client, getattr(world, who))
        typed = {"phase_id": str(world.design.key), "side": "citizens"}
        answers = [
            *(client.get(path) for path in (PAGE, f"{PAGE}/new", f"{PAGE}/{link.key}")),
            client.get(f"{PAGE}/{link.key}/leave-out"),
            client.post(PAGE, data=typed),
            *(client.post(f"{PAGE}/{link.key}/{act}", data=WHY) for act in ("revoke", "restore")),
            *(client.post(f"{PAGE}/{link.key}/{act}", data=WHY) for act in ("leave-out", "count-again")),
        ]
        assert {answer.status_code for answer in answers} == {404}
        assert len(links(database)) == 1

    @SQLITE
    def test_another_initiatives_link_is_nowhere(
        self, client: TestClient, world: World, database: Database
    ) -> None:
        link = make_link(database, world)
        come_in(client, world.mallory)
        other = f"/initiatives/{world.other_initiative.slug}/ratings/{link.key}"
        assert {client.get(other).status_code, client.post(f"{other}/revoke").status_code} == {404}
