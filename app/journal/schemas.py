"""What the journal is narrowed to, and its entries as they go out."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from app.fields import Day, Id, Line, Public, Strict
from app.i18n import N_
from app.refusals import Invalid
from app.vocabulary import EntryKind
from app.web.messages import messages_by_field
from app.web.pagination import LARGEST_PAGE, PAGE_SIZE


class Wanted(Strict):
    """Which entries; what is left out narrows nothing."""

    kind: list[EntryKind] = Field(default_factory=list, description="One or several kinds of entry")
    phase_id: Id | None = None
    person_id: Annotated[Id | None, Field(description="Who entered it")] = None
    since: Annotated[Day | None, Field(alias="from")] = None
    until: Annotated[Day | None, Field(alias="to")] = None
    q: Annotated[Line, Field(description="Words that must all occur in its title, text or note")] = ""

    @model_validator(mode="after")
    def days_are_in_order(self) -> Self:
        if self.since and self.until and self.until < self.since:
            message = N_("The last day cannot be before the first.")
            raise PydanticCustomError("days_in_order", message, {"field": "to"})
        return self

    @property
    def is_narrowed(self) -> bool:
        return self != Wanted()


class JournalQuery(Wanted):
    """What a program asks for: which entries, and which page of them."""

    cursor: str | None = Field(
        default=None, description="Where the next page begins: `next` of the page before"
    )
    limit: int = Field(default=PAGE_SIZE, ge=1, le=LARGEST_PAGE)


class EntryPublic(Public):
    kind: EntryKind
    id: int
    day: date
    title: str = Field(description="The beginning of a long text; a claim has who says so")
    phase_id: int | None
    person_id: int | None
    figures: dict[str, Any] = Field(
        description="What else its kind has, named as in the entry; an obstacle's kind is influence_kind"
    )


def wanted_in(typed: Mapping[str, Sequence[str]]) -> Wanted:
    """From the address of a page, where an empty field narrows nothing; raises Invalid by field."""
    given = {name: [text for text in texts if text.strip()] for name, texts in typed.items()}
    fields = {name: texts if name == "kind" else texts[0] for name, texts in given.items() if texts}
    known = {about.alias or name for name, about in Wanted.model_fields.items()}
    try:
        return Wanted.model_validate({name: value for name, value in fields.items() if name in known})
    except ValidationError as error:
        messages = messages_by_field(error.errors())
        raise Invalid({name.partition(".")[0]: text for name, text in messages.items()}) from error
