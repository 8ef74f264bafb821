"""What the pages of a history show: lines by day, the filters, and where the older ones are."""

from typing import Any

from sqlmodel import Session

from app.history.kinds import Kind, kind_of
from app.history.lines import ACTIONS, by_day, lines
from app.history.names import names_behind, names_of
from app.history.queries import NOBODY, Place, Wanted, changes, people_of
from app.i18n import _
from app.web.pagination import PAGE_SIZE, AfterId


def page_of(
    session: Session, place: Place, wanted: Wanted, cursor: str | None, *, with_addresses: bool
) -> dict[str, Any]:
    page = changes(session, place, wanted, AfterId.parse(cursor), PAGE_SIZE)
    names = names_behind(session, page.items)
    told = lines(page.items, names, with_addresses=with_addresses)
    return {"days": by_day(told), "older": page.next, "wanted": wanted}


def record(session: Session, kind: str, row_id: int) -> dict[str, Any]:
    """Which record a history is of: the word for its kind, what it is called, and where it is seen."""
    names = names_of(session, {(kind, row_id)})
    return {
        "kind": _(kind_of(kind).word),
        "title": names.of(kind, row_id),
        "part_of_address": names.part_of_address(kind, row_id),
    }


def filters(session: Session, place: Place, kinds: dict[str, Kind]) -> dict[str, Any]:
    """The choices of each filter: value → word."""
    people = {str(id_): name for id_, name in people_of(session, place).items()}
    return {
        "kinds": {name: _(kind.word) for name, kind in kinds.items()},
        "people": people | {str(NOBODY): _("Nobody named")},
        "actions": {action.value: _(word) for action, word in ACTIONS.items()},
    }
