"""What the addresses of pages may ask for beside a page: here, certain entries."""

from app.i18n import _
from app.refusals import Invalid

LARGEST_ID = 2**31 - 1


def ids_in(text: str) -> tuple[int, ...]:
    """`1,2,3`, as links name the entries behind a number; nothing means all."""
    try:
        ids = tuple(int(part) for part in text.split(",")) if text else ()
    except ValueError:
        raise Invalid({"ids": _("Enter numbers with commas between them.")}) from None
    return tuple(id_ for id_ in ids if 0 < id_ <= LARGEST_ID)
