"""The entries that files may belong to: their tables by name, and where people see them."""

from collections.abc import Mapping

from sqlmodel import Session

from app.database.references import is_below_archived
from app.database.tables import Editable
from app.refusals import Absent
from app.vocabulary import EntryKind

SEEN_AT: Mapping[EntryKind, str] = {
    EntryKind.ACTIVITY: "activities/{id}",
    EntryKind.COST: "costs/{id}",
    EntryKind.BENEFIT: "benefits/{id}",
    EntryKind.OBSERVATION: "evidence?entry_kind=observation&entry_id={id}",
    EntryKind.PROPOSAL: "learning/proposals/{id}",
    EntryKind.OBSTACLE: "learning/obstacles/{id}",
    EntryKind.INCIDENT: "learning/incidents/{id}",
    EntryKind.STORY: "learning/stories/{id}",
}
"""Below the address of the initiative. A claim has no files: what is said needs no proof that it is said."""


def place_of_entry(kind: EntryKind, entry_id: int) -> str:
    return SEEN_AT[kind].format(id=entry_id)


def entry_of(
    session: Session, initiative_id: int, kind: EntryKind, entry_id: int, *, kept: bool = False
) -> Editable:
    """The entry, if it can be seen; raises Absent. `kept` lets nobody archive it or add to it meanwhile.

    By the name of its table: the packages of entries use this one, and it cannot import them.
    """
    table = next((each for each in Editable.__subclasses__() if each.__tablename__ == kind.value), None)
    if table is None or kind not in SEEN_AT:
        raise Absent
    entry = session.get(table, entry_id, with_for_update=kept)
    if entry is None or entry.archived_at or entry.initiative_touched != initiative_id:
        raise Absent
    if is_below_archived(session, entry):
        raise Absent
    return entry


def is_there(session: Session, initiative_id: int, kind: EntryKind, entry_id: int) -> bool:
    try:
        entry_of(session, initiative_id, kind, entry_id)
    except Absent:
        return False
    return True
