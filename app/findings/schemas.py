"""Findings as they come in and go out. What the team answers stands apart: nobody answers for it."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.fields import Id, PastDay, Public, Source, Strict
from app.i18n import N_
from app.learning.periods import OfPeriod
from app.vocabulary import EntryKind, FindingStrength

Question = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Judgement = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Remark = Annotated[str, StringConstraints(max_length=2000)]
Shows = Annotated[str, StringConstraints(max_length=300)]
EntryName = Annotated[str, StringConstraints(pattern=rf"^({'|'.join(EntryKind)})\.[1-9][0-9]{{0,8}}$")]


class FindingCreate(OfPeriod):
    """What an evaluator judges, on what grounds, and what they recommend."""

    found_on: PastDay
    question: Question
    indicator_id: Id | None = None
    method: Remark = ""
    judgement: Judgement
    strength: FindingStrength
    recommendation: Remark = ""
    source: Source = ""


class FindingResponse(Strict):
    """What the team answers, and when it did what was recommended."""

    response: Remark = ""
    responded_on: PastDay | None = None
    done_on: PastDay | None = None

    @model_validator(mode="after")
    def a_response_has_its_day(self) -> Self:
        if self.responded_on and not self.response:
            raise PydanticCustomError(
                "day_without_response", N_("Say what the team answers."), {"field": "response"}
            )
        if self.response and self.responded_on is None:
            raise PydanticCustomError(
                "response_without_day", N_("Enter the day of the response."), {"field": "responded_on"}
            )
        return self


class FindingPublic(Public):
    id: int
    initiative_id: int
    indicator_id: int | None
    found_on: date
    period_starts_on: date | None
    period_ends_on: date | None
    question: str
    method: str
    judgement: str
    strength: FindingStrength
    recommendation: str
    response: str
    responded_on: date | None
    done_on: date | None
    source: str
    version: int


class GroundCreate(Strict):
    """An entry that a finding rests on, and what it shows."""

    entry_kind: EntryKind
    entry_id: Id
    note: Shows = ""


class EntriesChosen(Strict):
    """Several at once, as the form ticks them: `activity.12`."""

    entries: list[EntryName] = Field(default_factory=list, max_length=100)
    note: Shows = ""

    @property
    def names(self) -> list[tuple[EntryKind, int]]:
        pairs = (name.split(".") for name in self.entries)
        return [(EntryKind(kind), int(number)) for kind, number in pairs]


class GroundPublic(Public):
    id: int
    finding_id: int
    entry_kind: EntryKind
    entry_id: int
    note: str
    version: int
