"""What is wrong with a field, in the reader's language: one message a kind of pydantic error."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic_core import core_schema

from app.i18n import N_, _

MESSAGES = {
    "missing": N_("Fill this in."),
    "string_too_short": N_("Fill this in."),
    "string_too_long": N_("Use at most {max_length} characters."),
    "enum": N_("Choose one."),
    "date_from_datetime_parsing": N_("Enter a date, such as 2018-04-12."),
    "date_parsing": N_("Enter a date, such as 2018-04-12."),
    "date_type": N_("Enter a date, such as 2018-04-12."),
    "decimal_parsing": N_("Enter a number."),
    "decimal_type": N_("Enter a number."),
    "finite_number": N_("Enter a number."),
    "decimal_max_places": N_("Use at most {decimal_places} decimal places."),
    "int_parsing": N_("Enter a whole number."),
    "int_type": N_("Enter a whole number."),
    "int_from_float": N_("Enter a whole number."),
    "int_parsing_size": N_("This number is too large."),
    "greater_than_equal": N_("Enter {ge} or more."),
    "less_than_equal": N_("Enter {le} or less."),
    "extra_forbidden": N_("This field is not known here."),
    "json_invalid": N_("This is not valid JSON."),
}
BUILT_IN = set(get_args(core_schema.ErrorType))
OTHERWISE = N_("This cannot be taken as it is.")


def messages_by_field(errors: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The first error of each field: `{"happened_on": "Enter a date …"}`. Rules across fields name theirs."""
    found: dict[str, str] = {}
    for error in errors:
        found.setdefault(_field(error), message(error))
    return found


def message(error: Mapping[str, Any]) -> str:
    """Our own rules bring their message; pydantic's kinds are listed above; the rest stays vague."""
    kind = str(error["type"])
    text = MESSAGES.get(kind, OTHERWISE) if kind in BUILT_IN else str(error["msg"])
    return _(text).format(**error.get("ctx", {}))


def _field(error: Mapping[str, Any]) -> str:
    """The name of the field, without where it stood: ("body", "happened_on") → happened_on."""
    named = error.get("ctx", {}).get("field")
    place = [str(part) for part in error["loc"] if part not in {"body", "query", "path"}]
    return str(named or ".".join(place) or "body")
