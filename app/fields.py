"""The kinds of field that schemas share, and the strictness they all have."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    field_validator,
)
from pydantic_core import PydanticCustomError

from app.clock import today
from app.i18n import N_

LARGEST_AMOUNT = Decimal("999999999999.99")
LARGEST_MEASURE = Decimal(10) ** 12
SPACING = {"\n", "\r", "\t"}


class Strict(BaseModel):
    """What comes in: nothing unknown, spaces around texts gone, no character that is none."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)

    @field_validator("*", mode="before")
    @classmethod
    def can_be_seen(cls, value: Any) -> Any:
        """PostgreSQL stores no NUL, UTF-8 has no lone surrogates, and nobody reads the rest."""
        if isinstance(value, str) and any(map(_is_control, value)):
            message = N_("Leave out the characters that cannot be seen.")
            raise PydanticCustomError("control_character", message)
        return value


class Public(BaseModel):
    """What goes out, read from a row. Decimals leave as strings, so that nothing is rounded on the way."""

    model_config = ConfigDict(from_attributes=True)


def _not_after_today(day: date) -> date:
    if day > today():
        raise PydanticCustomError("after_today", N_("Enter a date that is not after today."))
    return day


def _thinkable(day: date) -> date:
    if not 1900 <= day.year <= 2200:
        raise PydanticCustomError("unthinkable_year", N_("Enter a year between 1900 and 2200."))
    return day


def _slug(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise PydanticCustomError("slug", N_("Use small letters, digits and single hyphens."))
    return text


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs"} and character not in SPACING


def _filled(text: object) -> object:
    return text or None


def _country(text: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", text):
        raise PydanticCustomError("country", N_("Choose a country."))
    return text


def _to(places: int) -> AfterValidator:
    """As many decimal places as are stored, so that what is answered now is what is answered later."""
    return AfterValidator(lambda number: number.quantize(Decimal(1).scaleb(-places)))


def _shortest(number: Decimal) -> str:
    return f"{number.normalize():f}"


Id = Annotated[int, Field(ge=1, le=2**31 - 1)]
Day = Annotated[date, AfterValidator(_thinkable)]
PastDay = Annotated[date, AfterValidator(_thinkable), AfterValidator(_not_after_today)]
Title = Annotated[str, StringConstraints(min_length=1, max_length=160)]
Line = Annotated[str, StringConstraints(max_length=160)]
Text = Annotated[str, StringConstraints(max_length=4000)]
Source = Annotated[str, StringConstraints(max_length=1000)]
Slug = Annotated[str, StringConstraints(min_length=1, max_length=80), AfterValidator(_slug)]
Country = Annotated[str, AfterValidator(_country)]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
Hours = Annotated[Decimal, Field(ge=0, le=1_000_000, decimal_places=2), _to(2)]
Amount = Annotated[Decimal, Field(ge=0, le=LARGEST_AMOUNT, decimal_places=2), _to(2)]
Share = Annotated[Decimal, Field(ge=0, le=1, decimal_places=4), _to(4)]
Measure = Annotated[Decimal, Field(ge=-LARGEST_MEASURE, le=LARGEST_MEASURE, decimal_places=6), _to(6)]
Measured = Annotated[Decimal, PlainSerializer(_shortest, return_type=str, when_used="json")]
"""A stored measure as it goes out: 5.4, not 5.400000."""

EMPTY_MEANS_ALL = BeforeValidator(_filled)
"""For the words of a filter, whose form sends an empty text for "any"."""
