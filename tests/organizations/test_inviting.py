"""Inviting somebody to an organization: by letter, or by a link to hand on."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from app.clock import utc_now
from app.database.engine import Database
from app.organizations.invitations import IN_A_DAY
from app.organizations.models import Invitation
from app.vocabulary import MemberRole
from tests.support.mail_server import Mailbox, mail_server
from tests.support.world import World, come_in

ZOE = "zoe@demo.example"
TYPED = {"email": ZOE, "role": "staff"}


def page(world: World) -> str:
    return f"/organizations/{world.organization.slug}"


def by_id(world: World) -> str:
    return f"/api/v1/organizations/{world.organization.key}/invitations"


def link_in(text: str) -> str:
    found = re.search(r"http://testserver(/invitations/[\w-]+)", text)
    assert found, text
    return found[1]


def invitations(database: Database) -> list[Invitation]:
    with database.reading() as session:
        return list(session.exec(select(Invitation).order_by(Invitation.id)))  # type: ignore[arg-type]  # a column


@pytest.fixture
def mailbox(application: FastAPI) -> Iterator[Mailbox]:
    """From here on letters can leave."""
    with mail_server() as (mailbox, url):
        settings = application.state.settings
        application.state.settings = type(settings)(
            **settings.model_dump() | {"smtp_url": url, "mail_from": "tandem@demo.example"}, _env_file=None
        )
        yield mailbox


def test_without_a_mail_server_the_link_is_shown_once(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    assert "No e-mail leaves from here" in client.get(f"{page(world)}/invitations/new").text
    link = link_in(client.post(f"{page(world)}/invitations", data=TYPED).text)
    listed = client.get(page(world)).text
    assert ZOE in listed
    assert link not in listed


def test_without_a_mail_server_the_link_is_in_the_log(
    client: TestClient, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    answer = come_in(client, world.eve).post(f"{page(world)}/invitations", data=TYPED)
    assert link_in(answer.text) in caplog.text


def test_with_a_mail_server_the_link_goes_to_the_address_only(
    client: TestClient, world: World, mailbox: Mailbox
) -> None:
    come_in(client, world.eve)
    answer = client.post(f"{page(world)}/invitations", data=TYPED)
    assert answer.headers["location"] == page(world)
    shown = client.get(page(world)).text
    assert "The invitation is sent to zoe@demo.example." in shown
    (letter,) = mailbox.letters
    assert (letter["To"], letter["Subject"]) == (ZOE, "Invitation to Northside Homes")
    assert "Eve invites you to Northside Homes on Tandem, in this role: Staff." in mailbox.text()
    link = link_in(mailbox.text())
    assert link not in shown
    assert "Eve invites you" in client.get(link).text


def test_only_a_hash_of_the_token_is_kept(client: TestClient, database: Database, world: World) -> None:
    link = link_in(come_in(client, world.eve).post(f"{page(world)}/invitations", data=TYPED).text)
    (invitation,) = invitations(database)
    assert len(invitation.token_hash) == 64
    assert link.rpartition("/")[2] not in repr(invitation)


def test_the_answer_is_the_same_whether_the_address_has_an_account(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    without = client.post(f"{page(world)}/invitations", data=TYPED)
    has_one = client.post(f"{page(world)}/invitations", data=TYPED | {"email": world.mallory.email})
    plain = [re.sub(r"/invitations/[\w-]+|zoe|mallory", "", answer.text) for answer in (without, has_one)]
    assert without.status_code == has_one.status_code == 200
    assert plain[0] == plain[1]


def test_who_belongs_already_needs_no_invitation(
    client: TestClient, database: Database, world: World
) -> None:
    answer = come_in(client, world.eve).post(
        f"{page(world)}/invitations", data=TYPED | {"email": "ADA@demo.example"}
    )
    assert answer.status_code == 422
    assert 'id="email-error"' in answer.text
    assert not invitations(database)


@pytest.mark.parametrize(("change", "field"), [({"email": "zoe"}, "email"), ({"role": ""}, "role")])
def test_what_was_typed_is_kept_when_something_is_wrong(
    client: TestClient, database: Database, world: World, change: dict[str, str], field: str
) -> None:
    answer = come_in(client, world.eve).post(f"{page(world)}/invitations", data=TYPED | change)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert f'value="{(TYPED | change)["email"]}"' in answer.text
    assert not invitations(database)


def test_a_form_sent_twice_makes_one_invitation(
    client: TestClient, database: Database, world: World, mailbox: Mailbox
) -> None:
    come_in(client, world.eve)
    for _ in range(2):
        assert client.post(f"{page(world)}/invitations", data=TYPED | {"_key": "same"}).status_code == 303
    assert len(invitations(database)) == len(mailbox.letters) == 1


def test_inviting_the_same_address_again_replaces_the_link(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    old = link_in(client.post(f"{page(world)}/invitations", data=TYPED).text)
    new = link_in(client.post(f"{page(world)}/invitations", data=TYPED | {"role": "viewer"}).text)
    assert client.get(old).status_code == 404
    assert "Viewer" in client.get(new).text
    assert client.get(page(world)).text.count(f"<b>{ZOE}</b>") == 1


def test_a_new_link_ends_the_old_one(client: TestClient, database: Database, world: World) -> None:
    come_in(client, world.eve)
    old = link_in(client.post(f"{page(world)}/invitations", data=TYPED).text)
    (first,) = invitations(database)
    new = link_in(client.post(f"{page(world)}/invitations/{first.key}/again").text)
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)


def test_one_that_is_too_old_can_be_sent_again(client: TestClient, database: Database, world: World) -> None:
    come_in(client, world.eve)
    old = link_in(client.post(f"{page(world)}/invitations", data=TYPED).text)
    with database.writing() as session:
        first = session.exec(select(Invitation)).one()
        first.ends_at = utc_now() - timedelta(hours=1)
        session.add(first)
    assert client.get(old).status_code == 404
    assert "the link ended on" in client.get(page(world)).text
    new = link_in(client.post(f"{page(world)}/invitations/{first.key}/again").text)
    assert client.get(new).status_code == 200


def test_a_withdrawn_link_leads_nowhere(client: TestClient, database: Database, world: World) -> None:
    come_in(client, world.eve)
    link = link_in(client.post(f"{page(world)}/invitations", data=TYPED).text)
    (invitation,) = invitations(database)
    assert client.post(f"{page(world)}/invitations/{invitation.key}/withdraw").status_code == 303
    assert client.get(link).status_code == 404
    assert f"<b>{ZOE}</b>" not in client.get(page(world)).text


def fill_the_day(session: Session, world: World) -> None:
    for number in range(IN_A_DAY):
        session.add(
            Invitation(
                token_hash=f"{number}",
                organization_id=world.organization.key,
                email=f"{number}@demo.example",
                role=MemberRole.VIEWER,
                ends_at=utc_now() + timedelta(days=1),
            )
        )


def test_an_organization_invites_a_hundred_a_day(
    client: TestClient, database: Database, world: World
) -> None:
    with database.writing() as session:
        fill_the_day(session, world)
    come_in(client, world.eve)
    answer = client.post(f"{page(world)}/invitations", data=TYPED)
    assert answer.status_code == 422
    assert "100 invitations in a day are enough. Go on tomorrow." in answer.text
    waiting = invitations(database)[0]
    assert client.post(f"{page(world)}/invitations/{waiting.key}/again").status_code == 422
    assert len(invitations(database)) == IN_A_DAY


def test_only_administrators_invite_and_see_who_is_invited(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.eve).post(f"{page(world)}/invitations", data=TYPED)
    (invitation,) = invitations(database)
    here = f"{page(world)}/invitations"
    for person, refused in ((world.ada, 403), (world.ben, 403), (world.cleo, 403), (world.mallory, 404)):
        come_in(client, person)
        assert ZOE not in client.get(page(world)).text
        assert client.get(f"{here}/new").status_code == refused
        assert client.post(here, data=TYPED | {"role": "admin"}).status_code == refused
        assert client.post(f"{here}/{invitation.key}/again").status_code == refused
        assert client.post(f"{here}/{invitation.key}/withdraw").status_code == refused
        assert client.get(by_id(world)).status_code == refused
        assert client.post(by_id(world), json=TYPED).status_code == refused
        assert client.delete(f"/api/v1/invitations/{invitation.key}").status_code == refused
    assert len(invitations(database)) == 1


def test_another_organizations_invitation_is_not_within_reach(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.eve).post(f"{page(world)}/invitations", data=TYPED)
    (invitation,) = invitations(database)
    come_in(client, world.mallory)
    own = client.post("/organizations", data={"name": "Own", "type": "charity", "country": "GB"}).headers
    assert client.post(f"{own['location']}/invitations/{invitation.key}/again").status_code == 404


def test_the_api_invites_lists_and_withdraws(client: TestClient, world: World) -> None:
    come_in(client, world.eve)
    made = client.post(by_id(world), json=TYPED)
    assert made.status_code == 201
    link = link_in(made.json().pop("link"))
    assert client.get(link).status_code == 200
    (listed,) = client.get(by_id(world)).json()["items"]
    assert (listed["email"], listed["role"]) == (ZOE, "staff")
    assert "link" not in listed
    one = f"/api/v1/invitations/{listed['id']}"
    assert client.get(one).json() == listed
    assert client.delete(one).status_code == 204
    assert client.get(by_id(world)).json() == {"items": [], "next": None}
    assert client.get(link).status_code == 404


def test_the_api_gives_no_link_where_a_letter_takes_it(
    client: TestClient, world: World, mailbox: Mailbox
) -> None:
    made = come_in(client, world.eve).post(by_id(world), json=TYPED).json()
    assert made["link"] is None
    assert link_in(mailbox.text())


def test_by_the_api_a_copy_makes_no_second_invitation(
    client: TestClient, database: Database, world: World
) -> None:
    come_in(client, world.eve)
    same = {"Idempotency-Key": "same"}
    first, copy = (client.post(by_id(world), json=TYPED, headers=same).json() for _ in range(2))
    assert copy == first | {"link": None}
    assert len(invitations(database)) == 1


@pytest.mark.parametrize(
    ("change", "field"), [({"email": "zoe"}, "email"), ({"role": "boss"}, "role"), ({"name": "Z"}, "name")]
)
def test_the_api_names_the_field_that_cannot_be_taken(
    client: TestClient, world: World, change: dict[str, str], field: str
) -> None:
    answer = come_in(client, world.eve).post(by_id(world), json=TYPED | change)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]
