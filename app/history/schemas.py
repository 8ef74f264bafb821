"""A change as JSON has it: as it was stored, for programs."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.database.audit import Action, AuditEntry
from app.fields import Public
from app.history.discretion import told


class ChangePublic(Public):
    """`before` and `after` hold the fields that changed; a new row has no `before`.

    Decimals are strings and dates ISO. `person_id` is null where nobody's name is kept, and for what Tandem
    did itself. The value "…" stands for what the history does not keep.
    """

    id: int
    happened_at: datetime
    person_id: int | None
    person: str | None
    kind: str
    row_id: int
    action: Action
    before: dict[str, Any]
    after: dict[str, Any]


def change_public(entry: AuditEntry, people: Mapping[int, str], *, with_addresses: bool) -> ChangePublic:
    """`people`: the id of each author → name."""
    is_new = entry.action is Action.CREATED
    return ChangePublic(
        **entry.model_dump(include={"id", "happened_at", "person_id", "row_id", "action"}),
        person=people.get(entry.person_id) if entry.person_id else None,
        kind=entry.table_name,
        before=told(entry, entry.before, with_addresses=with_addresses, is_new=is_new),
        after=told(entry, entry.after, with_addresses=with_addresses, is_new=is_new),
    )
