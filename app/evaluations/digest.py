"""What is due, by e-mail, at most once a week, to those who asked for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from app.access import Actor
from app.accounts.digests import claim_digest, give_digest_back, people_awaiting
from app.accounts.models import Person
from app.database.engine import Database
from app.evaluations.due import Due, due_for
from app.i18n import _
from app.i18n.locale import DEFAULT, speaking
from app.initiatives.models import Initiative
from app.initiatives.queries import Wanted, initiatives_read_by
from app.mail import Letter, send
from app.organizations.queries import roles_of
from app.settings import Settings
from app.web.pagination import AfterId

EVERY = timedelta(days=7)
LISTED = 30
"""Things in one letter; the page has the others."""
PAGE = 50


@dataclass(frozen=True, slots=True)
class Sent:
    letters: int
    refused: int


def send_digests(database: Database, settings: Settings, day: date) -> Sent:
    """One letter a person; whoever the mail server refuses is asked again by the next run."""
    with database.reading() as session:
        people = people_awaiting(session, day - EVERY)
    taken = [_send_one(database, settings, person, day) for person in people]
    return Sent(taken.count(True), taken.count(False))


def _send_one(database: Database, settings: Settings, person: Person, day: date) -> bool | None:
    """None where nothing is due or another run has it. Claimed before it is sent: two runs send one."""
    with database.reading() as session, speaking(person.locale or DEFAULT):
        letter = _letter(session, settings.base_url, person, day)
    if letter is None:
        return None
    with database.writing() as session:
        if not claim_digest(session, person, day):
            return None
    if send(settings, letter):
        return True
    with database.writing() as session:
        give_digest_back(session, person, day)
    return False


def _letter(session: Session, base_url: str, person: Person, day: date) -> Letter | None:
    actor = Actor(person.key, person.name, person.email, roles_of(session, person.key))
    groups, is_whole = _due(session, actor, day)
    if not groups:
        return None
    lines = [line for initiative, things in groups for line in _lines(base_url, initiative, things)]
    if not is_whole:
        lines.append(_("More is due than fits here: {link}").format(link=f"{base_url}/due") + "\n")
    stop = _("You asked for this once a week. To stop it, go to {link}").format(link=f"{base_url}/account")
    return Letter(person.email, _("What is due in Tandem"), "\n".join([*lines, stop]) + "\n")


def _due(session: Session, actor: Actor, day: date) -> tuple[list[tuple[Initiative, list[Due]]], bool]:
    """As many things as a letter holds, and whether these are all."""
    found: list[tuple[Initiative, list[Due]]] = []
    room = LISTED
    for initiative, things in _all_due(session, actor, day):
        if room == 0:
            return found, False
        found.append((initiative, things[:room]))
        if len(things) > room:
            return found, False
        room -= len(things)
    return found, True


def _all_due(session: Session, actor: Actor, day: date) -> Iterator[tuple[Initiative, list[Due]]]:
    cursor: str | None = None
    while True:
        page = initiatives_read_by(session, actor, Wanted(), AfterId.parse(cursor), PAGE)
        yield from due_for(session, actor, page.items, day)
        cursor = page.next
        if cursor is None:
            return


def _lines(base_url: str, initiative: Initiative, things: list[Due]) -> Iterator[str]:
    """The initiative, and below it what waits, since when, and where it is done."""
    yield initiative.name
    for thing in things:
        yield _("- {action} ({waited})").format(action=thing.text, waited=thing.waited)
        yield f"  {base_url}{thing.href}"
    yield ""
