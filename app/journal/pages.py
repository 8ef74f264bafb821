"""What the page of the journal shows: entries by month, the filters, and where the older ones are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from sqlmodel import Session

from app.access import Actor
from app.indicators.sentences import people
from app.initiatives.models import Initiative
from app.initiatives.pages import frame, phase_choices
from app.journal.places import changed_at, like, seen_at
from app.journal.queries import AfterEntry, Entry, journal, people_named
from app.journal.schemas import Wanted
from app.web.pagination import PAGE_SIZE, Page


@dataclass(frozen=True)
class Month:
    """Its first day, and its entries, the newest first."""

    day: date
    entries: Sequence[Entry]


def journal_page(
    session: Session, actor: Actor, initiative: Initiative, wanted: Wanted, cursor: str | None
) -> dict[str, Any]:
    """The context of `journal/journal.html`, but for its form."""
    page = journal(session, initiative.key, wanted, AfterEntry.parse(cursor), PAGE_SIZE)
    return {
        "months": by_month(page.items),
        "older": _with_cursor(wanted, page.next),
        "newest": address(wanted),
        "is_first": not cursor,
        "people": _people(session, actor, wanted, page),
        "wanted": wanted,
        **_around(session, initiative),
    }


def refused_page(session: Session, actor: Actor, initiative: Initiative) -> dict[str, Any]:
    """The same without entries, where the filters cannot be read."""
    none: Page[Entry] = Page([], None)
    return {
        "months": [],
        "older": "",
        "newest": "",
        "is_first": True,
        "people": _people(session, actor, Wanted(), none),
        "wanted": None,
        **_around(session, initiative),
    }


def by_month(entries: Sequence[Entry]) -> list[Month]:
    grouped = groupby(entries, key=lambda entry: entry.day.replace(day=1))
    return [Month(day, list(some)) for day, some in grouped]


def address(wanted: Wanted, **more: str) -> str:
    """The filters as they stand in an address."""
    fields = wanted.model_dump(mode="json", by_alias=True)
    given = {name: value for name, value in (fields | more).items() if value not in (None, "", [])}
    return urlencode(given, doseq=True)


def _with_cursor(wanted: Wanted, cursor: str | None) -> str:
    return address(wanted, cursor=cursor) if cursor else ""


def _people(session: Session, actor: Actor, wanted: Wanted, page: Page[Entry]) -> dict[int, str]:
    """Who can be chosen: oneself, whoever is chosen, and whoever entered something on this page."""
    return people_named(
        session, {actor.person_id, wanted.person_id, *(entry.person_id for entry in page.items)}
    )


def _around(session: Session, initiative: Initiative) -> dict[str, Any]:
    return {
        **frame(session, initiative),
        "phases": phase_choices(session, initiative),
        "seen_at": seen_at,
        "changed_at": changed_at,
        "like": like,
        "people_in_words": people,
    }
