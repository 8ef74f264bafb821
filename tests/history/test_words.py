"""Every kind of row, every column and every value can be told in words."""

import pytest
from sqlmodel import SQLModel

from app.database.audit import BOOKKEEPING as NOT_WRITTEN_DOWN
from app.database.tables import Editable
from app.history.discretion import BOOKKEEPING
from app.history.kinds import KINDS, NAMELESS
from app.history.names import NAMED
from app.i18n.field_names import FIELD_NAMES
from app.tables import PACKAGES


def told_of(table: type[Editable]) -> bool:
    """Whether an initiative's or an organization's history tells of such rows."""
    columns = set(table.model_fields)
    return bool(columns & {"initiative_id", "organization_id"}) or table.__tablename__ in KINDS


EDITABLE = [table for table in Editable.__subclasses__() if table.__module__.startswith("app.")]
TOLD = [table for table in EDITABLE if told_of(table)]


def test_there_is_something_to_look_at() -> None:
    assert PACKAGES
    assert len(EDITABLE) > 20
    assert {table.__tablename__ for table in TOLD} >= set(KINDS)


@pytest.mark.parametrize("table", TOLD, ids=lambda table: str(table.__tablename__))
def test_every_kind_of_row_has_a_word_and_a_name(table: type[Editable]) -> None:
    assert str(table.__tablename__) in KINDS
    assert str(table.__tablename__) in NAMED


@pytest.mark.parametrize("table", TOLD, ids=lambda table: str(table.__tablename__))
def test_every_field_that_is_told_has_a_name(table: type[Editable]) -> None:
    assert issubclass(table, SQLModel)
    assert set(table.model_fields) - BOOKKEEPING - NOT_WRITTEN_DOWN <= set(FIELD_NAMES)


def test_the_nameless_kinds_are_those_whose_rows_are() -> None:
    nameless = {str(table.__tablename__) for table in TOLD if table.model_construct().is_nameless}
    assert nameless == NAMELESS
