"""Publications as they come in and go out."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.fields import PastDay, Public, Strict
from app.i18n import N_
from app.vocabulary import PublicationReach, ReportSection

LongTitle = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Narrative = Annotated[str, StringConstraints(max_length=8000)]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class Language(StrEnum):
    """In which a narrative is written."""

    EN = "en"
    FR = "fr"


class PublicationCreate(Strict):
    """What is published, of which period, and for whom. Without sections, all of them."""

    title: LongTitle
    narrative: Narrative = ""
    language: Language
    starts_on: PastDay | None = None
    as_of: PastDay
    sections: Annotated[list[ReportSection], Field(max_length=len(ReportSection))] = []  # noqa: RUF012  # as pydantic has it
    reach: PublicationReach

    @model_validator(mode="after")
    def the_period_is_in_order(self) -> Self:
        if self.starts_on and self.starts_on > self.as_of:
            message = N_("Enter a day that is not after the end of the period.")
            raise PydanticCustomError("period_in_order", message, {"field": "starts_on"})
        return self


class PublicationReachChange(Strict):
    """`new_link` makes an address anew, so that the old one leads nowhere."""

    reach: PublicationReach
    new_link: bool = False


class PublicationWithdrawal(Strict):
    withdrawn_because: Reason


class PublicationPublic(Public):
    """`token` is the last part of an unlisted address."""

    id: int
    initiative_id: int
    title: str
    starts_on: date | None
    as_of: date
    reach: PublicationReach
    token: str | None
    fingerprint: str
    published_at: datetime
    withdrawn_at: datetime | None
    withdrawn_because: str
    version: int
