"""Stored values as one would type them, and whether two ways of typing mean the same."""

from collections.abc import Sequence
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from app.i18n.parsing import plain_number


def as_typed(value: Any) -> list[str]:
    if value is None or value == "":
        return []
    if isinstance(value, bool):
        return ["yes"] if value else []
    if isinstance(value, Decimal):
        return [f"{value.normalize():f}"]
    return [str(part) for part in value] if isinstance(value, list | tuple) else [str(value)]


def as_typed_from_json(about: FieldInfo, value: Any) -> list[str]:
    """From what the audit log keeps, where a number or a day is text."""
    try:
        return as_typed(TypeAdapter[Any](about.rebuild_annotation()).validate_python(value))
    except ValidationError:
        return as_typed(value)


def mean_the_same(about: FieldInfo, one: Sequence[str], other: Sequence[str]) -> bool:
    """`1,200.50` and `1200.5`; boxes ticked in another order; lines that end as a browser ends them."""
    return _plain(about, one) == _plain(about, other)


def _plain(about: FieldInfo, typed: Sequence[str]) -> list[str]:
    given = [text.replace("\r\n", "\n").strip() for text in typed if text.strip()]
    if not given or holds(about, list) or holds(about, tuple):
        return sorted(given)
    return [_plain_number(given[0]) if is_number(about) else given[0]]


def _plain_number(text: str) -> str:
    number = plain_number(text)
    try:
        return f"{Decimal(number).normalize():f}"
    except ArithmeticError:
        return number


def is_number(about: FieldInfo) -> bool:
    return holds(about, int) or holds(about, Decimal)


def holds(about: FieldInfo, kind: type) -> bool:
    """Whether the field's type is `kind`, alone, optional or annotated."""
    return kind in kinds_of(about.annotation)


def kinds_of(annotation: Any) -> set[Any]:
    origin = get_origin(annotation)
    if origin in {Union, UnionType, Annotated}:
        return set().union(*map(kinds_of, get_args(annotation)))
    return {origin or annotation}
