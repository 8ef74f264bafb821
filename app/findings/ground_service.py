"""Naming the entries that a finding rests on."""

from collections.abc import Sequence

from sqlmodel import Session

from app.database.editing import edit, restore
from app.findings.ground_queries import ground_named, grounds_of
from app.findings.models import Finding, Ground
from app.findings.schemas import GroundCreate
from app.i18n import _
from app.journal.named import Name, entries_named
from app.refusals import Invalid

MOST_GROUNDS = 100
"""Entries that one finding names; where there are more, its method says which."""


def rest_on(session: Session, finding: Finding, new: GroundCreate) -> Ground:
    """One that was taken off comes back, with what is said of it now."""
    name = (new.entry_kind, new.entry_id)
    if name not in entries_named(session, finding.initiative_id, [name]):
        raise Invalid({"entry_id": _("Choose an entry of this initiative.")})
    known = ground_named(session, finding.key, name)
    if known:
        return edit(session, restore(session, known), new, None)
    if len(grounds_of(session, finding.key)) >= MOST_GROUNDS:
        message = _("A finding names at most {number} entries. Say in its method which others it rests on.")
        raise Invalid({"entries": message.format(number=MOST_GROUNDS)})
    ground = Ground(initiative_id=finding.initiative_id, finding_id=finding.key, **new.model_dump())
    session.add(ground)
    session.flush()
    return ground


def rest_on_all(session: Session, finding: Finding, names: Sequence[Name], note: str) -> None:
    """All of them or none."""
    found = entries_named(session, finding.initiative_id, names)
    if not names or not found.keys() >= set(names):
        raise Invalid({"entries": _("Choose entries of this initiative.")})
    for kind, number in names:
        rest_on(session, finding, GroundCreate(entry_kind=kind, entry_id=number, note=note))
