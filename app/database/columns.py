"""Column types that keep money, moments and words exact on both databases."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator


class Scaled(TypeDecorator[Decimal]):
    """A decimal kept as a whole number of its smallest unit: SQLite's NUMERIC would be a float."""

    impl = sa.BigInteger
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> int | None:
        if value is None:
            return None
        scaled = Decimal(value).scaleb(self.places)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{value} has more than {self.places} decimal places")
        return int(scaled)

    def process_result_value(self, value: int | None, dialect: Any) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-self.places)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC. Naive ones are refused, since nobody knows where they were."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return (
            None
            if value is None
            else value.replace(tzinfo=UTC)
            if value.tzinfo is None
            else value.astimezone(UTC)
        )


def money() -> Scaled:
    """Hundredths of the currency beside it."""
    return Scaled(2)


def hours() -> Scaled:
    """Hundredths of a person-hour."""
    return Scaled(2)


def share() -> Scaled:
    """Between 0 and 1, kept in ten-thousandths."""
    return Scaled(4)


def measured() -> Scaled:
    """Indicator values, to six decimal places."""
    return Scaled(6)


def words(kind: type[StrEnum]) -> sa.Enum:
    """A closed list, stored by value and constrained: SQLAlchemy alone would store the Python name."""
    return sa.Enum(
        kind,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        validate_strings=True,
        create_constraint=True,
        length=40,
        name=_constraint_name(kind.__name__),
    )


def _constraint_name(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
