"""Values at the end of their scale, where change beyond it can no longer show."""

from decimal import Decimal
from enum import Enum, auto

from app.measurement.thresholds import DEFAULT


class Bound(Enum):
    """Floor effect and ceiling effect."""

    FLOOR = auto()
    CEILING = auto()


def near_bound(
    value: Decimal, minimum: Decimal | None, maximum: Decimal | None, share: Decimal = DEFAULT.near_bound
) -> Bound | None:
    """Only a scale with both ends has room to measure: `share` of it, the bounds included."""
    if minimum is None or maximum is None:
        return None
    room = (maximum - minimum) * share
    if value - minimum <= room:
        return Bound.FLOOR
    return Bound.CEILING if maximum - value <= room else None
