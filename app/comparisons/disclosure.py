"""Counts of people in two periods of one initiative: neither may be had by taking one from the other."""

from app.comparisons.compared import Compared, Comparison
from app.measurement.disclosure import Masked, Shown, mask_count
from app.measurement.missing import Missing, MissingReason

Counted = Shown | Missing


def attendances(found: Comparison) -> tuple[Counted, Counted]:
    """How often citizens came, on each side.

    Two periods of one initiative share some days, or adjoin. What only one of them holds, and what both hold,
    are counts as well: where one of these is small, both sums are hidden.
    """
    least = found.left.evaluation.least
    if found.is_of_one and any(0 < count < least for count in _parts(found)):
        return _hidden(found.left, least), _hidden(found.right, least)
    return _by_itself(found.left), _by_itself(found.right)


def _parts(found: Comparison) -> tuple[int, int, int]:
    """People who came in the left period alone, in both, and in the right alone."""
    left, right = _by_activity(found.left), _by_activity(found.right)
    return (
        sum(count for key, count in left.items() if key not in right),
        sum(count for key, count in left.items() if key in right),
        sum(count for key, count in right.items() if key not in left),
    )


def _by_activity(one: Compared) -> dict[int, int]:
    return {a.id: a.citizens for a in one.activities if a.citizens is not None}


def _by_itself(one: Compared) -> Counted:
    counts = _by_activity(one)
    if not counts:
        return Missing(MissingReason.NOT_RECORDED, 0, 1)
    return mask_count(sum(counts.values()), one.evaluation.least)


def _hidden(one: Compared, least: int) -> Counted:
    """Where nobody counted there is nothing to hide."""
    return Masked(least) if _by_activity(one) else Missing(MissingReason.NOT_RECORDED, 0, 1)
