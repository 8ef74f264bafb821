"""Money and moments come back exactly as they went in, on both databases."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from app.database.columns import Moment, money, words
from app.vocabulary import Lead

SQLITE = sqlite.dialect()


@given(st.decimals(min_value=0, max_value=Decimal("99999999999999.99"), places=2))
def test_an_amount_survives_to_the_cent(amount: Decimal) -> None:
    kept = money().process_bind_param(amount, SQLITE)
    assert money().process_result_value(kept, SQLITE) == amount


def test_an_amount_finer_than_the_column_is_refused_and_not_rounded() -> None:
    with pytest.raises(ValueError, match="decimal places"):
        money().process_bind_param(Decimal("0.005"), SQLITE)


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        Moment().process_bind_param(datetime(2018, 4, 12, 23, 30), SQLITE)  # noqa: DTZ001 - that is the point


def test_a_moment_is_kept_in_utc() -> None:
    paris = datetime(2018, 4, 12, 23, 30, tzinfo=timezone(timedelta(hours=2)))
    assert Moment().process_bind_param(paris, SQLITE) == datetime(2018, 4, 12, 21, 30, tzinfo=UTC)


def test_a_moment_that_lost_its_zone_in_sqlite_is_utc_again() -> None:
    read = Moment().process_result_value(datetime(2018, 4, 12, 21, 30), SQLITE)  # noqa: DTZ001 - as SQLite gives it
    assert read == datetime(2018, 4, 12, 21, 30, tzinfo=UTC)


def test_words_are_stored_by_value_under_a_named_check() -> None:
    column = words(Lead)
    assert column.enums == ["citizens", "together", "professionals", "nobody"]
    assert column.create_constraint
    assert isinstance(column, sa.Enum)
