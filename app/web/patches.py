"""Changing some fields of a row by the API, under the rules that hold for all of them."""

from typing import Annotated, Any, TypeVar

from fastapi import Body
from pydantic import BaseModel, ValidationError

from app.database.tables import Editable
from app.i18n import _
from app.refusals import Invalid
from app.web.addresses import number_in
from app.web.messages import messages_by_field

Schema = TypeVar("Schema", bound=BaseModel)

Patch = Annotated[dict[str, Any], Body(description="The fields to change, named as in the body that creates")]


def patched(schema: type[Schema], row: Editable, patch: dict[str, Any]) -> Schema:
    """The row as it would be with the patch, checked as a whole. What no row keeps is only in the patch."""
    now = {name: getattr(row, name) for name in schema.model_fields if hasattr(row, name)}
    try:
        return schema.model_validate(now | patch)
    except ValidationError as error:
        raise Invalid(messages_by_field(error.errors())) from error


def version_in(if_match: str | None) -> int | None:
    """The version an If-Match header names: `"3"` or 3. None when the header is absent."""
    if if_match is None:
        return None
    number = number_in(if_match.strip().removeprefix("W/").strip('"'))
    if number is None:
        raise Invalid({"If-Match": _('Give the version of the row, such as "3".')})
    return number
