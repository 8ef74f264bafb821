"""What the history leaves out of an entry: bookkeeping, secrets, and what is not for this reader."""

from collections.abc import Mapping
from typing import Any

from app.database.audit import SECRET, AuditEntry

BOOKKEEPING = {
    *("id", "initiative_id", "created_at", "created_by_id", "archived_at"),
    *("entry_id", "sha256", "batch"),
}
SAID_BY_THE_PLACE = {"member": {"organization_id"}, "invitation": {"organization_id"}}
ADDRESS_OF_A_PERSON = "email"


def told(
    entry: AuditEntry, values: Mapping[str, Any], *, with_addresses: bool, is_new: bool = False
) -> dict[str, Any]:
    """The fields of `entry.before` or `entry.after` that this reader may see, as they were stored.

    E-mail addresses are for those who invite people, and for nobody else.
    """
    left_out = BOOKKEEPING | SAID_BY_THE_PLACE.get(entry.table_name, set())
    if not with_addresses:
        left_out |= {ADDRESS_OF_A_PERSON}
    if is_new:
        left_out |= SECRET
    return {name: value for name, value in values.items() if name not in left_out}
