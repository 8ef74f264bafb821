"""Values that lie at the end of their scale."""

from decimal import Decimal

import pytest

from app.measurement.bounds import Bound, near_bound


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("3", Bound.FLOOR),
        ("3.6", Bound.FLOOR),
        ("3.61", None),
        ("8.39", None),
        ("8.4", Bound.CEILING),
        ("9", Bound.CEILING),
    ],
)
def test_the_outer_tenths_of_a_scale_are_its_floor_and_its_ceiling(value: str, found: Bound | None) -> None:
    assert near_bound(Decimal(value), Decimal(3), Decimal(9)) is found


@pytest.mark.parametrize(("minimum", "maximum"), [(None, 9), (3, None), (None, None)])
def test_a_scale_that_is_open_has_no_ends(minimum: int | None, maximum: int | None) -> None:
    least, most = (None if end is None else Decimal(end) for end in (minimum, maximum))
    assert near_bound(Decimal(3), least, most) is None
