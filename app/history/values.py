"""One stored value in words: by the type of its column, in the reader's language."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from babel import numbers

from app.database.columns import Moment, Scaled, money, share
from app.history.columns import column_of, table_referred_to
from app.history.names import Names
from app.i18n import _
from app.i18n.countries import country_name
from app.i18n.formats import format_day, format_moment, format_money, format_number
from app.i18n.labels import label
from app.i18n.locale import babel_locale
from app.vocabulary import Support

NOT_KEPT = "…"
"""What the audit log has in place of a secret, or of words that somebody may take back."""

CURRENCY_OF: Mapping[str, str] = {"amount": "currency", "grant_amount": "grant_currency"}


def in_words(table_name: str, field: str, values: Mapping[str, Any], names: Names) -> str:
    """Nothing for a value that is empty. A currency is said only where `values` has it beside the amount:
    which one held at the time of a change of the amount alone, the entry does not tell.
    """
    value = values.get(field)
    if value in (None, "", []):
        return ""
    if value == NOT_KEPT:
        return _("not kept in the history")
    if table := table_referred_to(table_name, field):
        return names.of(table, value)
    if field == "country":
        return country_name(value)
    if field == "support":
        return " · ".join(label(Support(word)) for word in value)
    return _by_type(table_name, field, values)


def _by_type(table_name: str, field: str, values: Mapping[str, Any]) -> str:
    column = column_of(table_name, field)
    kind = None if column is None else column.type
    if isinstance(kind, Scaled):
        return _decimal(kind, Decimal(values[field]), values.get(CURRENCY_OF.get(field, "")))
    if isinstance(kind, sa.Enum):
        return _word(kind, values[field])
    return next((say for known, say in PLAIN if isinstance(kind, known)), str)(values[field])


def _word(kind: sa.Enum, value: str) -> str:
    """A word that has left its list since stands as it was stored."""
    known = {word.value: word for word in kind.enum_class or ()}
    word = known.get(value)
    return label(word) if isinstance(word, StrEnum) else value


def _decimal(scaled: Scaled, value: Decimal, currency: str | None) -> str:
    if scaled.places == share().places:
        return numbers.format_percent(value, locale=babel_locale(), decimal_quantization=False)
    if currency and scaled.places == money().places:
        return format_money(value, currency)
    return format_number(value.normalize())


PLAIN: Sequence[tuple[type[sa.types.TypeEngine[Any]], Callable[[Any], str]]] = (
    (Moment, lambda value: format_moment(datetime.fromisoformat(value))),
    (sa.Date, lambda value: format_day(date.fromisoformat(value))),
    (sa.Boolean, lambda value: _("yes") if value else _("no")),
    (sa.Integer, format_number),
)
"""Type of column → how its values are said."""
