"""Proposals, obstacles, incidents and stories as they come in and go out.

What a short form of its own asks for (an answer, a resolution) stands apart, and is checked with the rest.
"""

from datetime import date
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.fields import Id, Line, PastDay, Public, Source, Strict, Text
from app.i18n import N_
from app.learning.periods import OfPeriod
from app.vocabulary import Consent, Influence, InfluenceKind, ProposalAnswer, Side, StoryStrength

Words = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
NEEDS_A_REASON = {ProposalAnswer.PARTLY, ProposalAnswer.NOT_ADOPTED}


def wrong(code: str, message: str, field: str) -> PydanticCustomError:
    """What is wrong between fields is said beside one of them."""
    return PydanticCustomError(code, message, {"field": field})


class ProposalWords(Strict):
    """What somebody asked for."""

    made_on: PastDay
    side: Side
    text: Words
    phase_id: Id | None = None
    source: Source = ""


class ProposalReply(Strict):
    """What became of it, why, and when those who asked were told."""

    answer: ProposalAnswer
    answered_on: PastDay | None = None
    reason: Text = ""
    told_on: PastDay | None = None


class ProposalCreate(ProposalReply, ProposalWords):
    answer: ProposalAnswer = ProposalAnswer.OPEN

    @model_validator(mode="after")
    def an_answer_has_its_day(self) -> Self:
        is_open = self.answer is ProposalAnswer.OPEN
        if is_open and (self.answered_on or self.told_on):
            raise wrong("open_answer", N_("Choose an answer, or leave its days open."), "answer")
        if not is_open and self.answered_on is None:
            raise wrong("answer_without_day", N_("Enter the day of the answer."), "answered_on")
        return self

    @model_validator(mode="after")
    def a_refusal_has_its_reason(self) -> Self:
        if self.answer in NEEDS_A_REASON and not self.reason:
            raise wrong("reason", N_("Say why: it is what those who asked are owed."), "reason")
        return self

    @model_validator(mode="after")
    def days_are_in_order(self) -> Self:
        if self.answered_on and self.answered_on < self.made_on:
            raise wrong("answer_before", N_("The answer cannot come before the proposal."), "answered_on")
        if self.told_on and self.answered_on and self.told_on < self.answered_on:
            raise wrong("told_before", N_("Nobody can be told before there is an answer."), "told_on")
        return self


class ProposalPublic(Public):
    id: int
    initiative_id: int
    phase_id: int | None
    made_on: date
    side: Side
    text: str
    answer: ProposalAnswer
    answered_on: date | None
    reason: str
    told_on: date | None
    source: str
    version: int


class ObstacleWords(Strict):
    """What held the work back, or helped it."""

    noticed_on: PastDay
    influence: Influence
    kind: InfluenceKind
    text: Words
    phase_id: Id | None = None
    source: Source = ""


class ObstacleEnd(Strict):
    """Since when it is gone, and how."""

    resolved_on: PastDay | None = None
    resolution: Text = ""


class ObstacleCreate(ObstacleEnd, ObstacleWords):
    @model_validator(mode="after")
    def it_ends_after_it_was_noticed(self) -> Self:
        if self.resolution and self.resolved_on is None:
            raise wrong("resolution_without_day", N_("Enter the day since when."), "resolved_on")
        if self.resolved_on and self.resolved_on < self.noticed_on:
            raise wrong("resolved_before", N_("It cannot end before it was noticed."), "resolved_on")
        return self


class ObstaclePublic(Public):
    id: int
    initiative_id: int
    phase_id: int | None
    noticed_on: date
    influence: Influence
    kind: InfluenceKind
    text: str
    resolved_on: date | None
    resolution: str
    source: str
    version: int


class IncidentCreate(Strict):
    """What failed, who answers for it, what was decided and learned, and when citizens were told."""

    happened_on: PastDay
    text: Words
    phase_id: Id | None = None
    answered_by: Line = ""
    decision: Text = ""
    learning: Text = ""
    told_on: PastDay | None = None
    source: Source = ""

    @model_validator(mode="after")
    def telling_follows_it(self) -> Self:
        if self.told_on and self.told_on < self.happened_on:
            raise wrong("told_before", N_("Nobody can be told before it happened."), "told_on")
        return self


class IncidentPublic(Public):
    id: int
    initiative_id: int
    phase_id: int | None
    happened_on: date
    text: str
    answered_by: str
    decision: str
    learning: str
    told_on: date | None
    source: str
    version: int


class StoryCreate(OfPeriod):
    """A note of what somebody told. Without consent there are no words."""

    told_on: PastDay
    text: Text = ""
    side: Side | None = None
    phase_id: Id | None = None
    indicator_id: Id | None = None
    consent: Consent
    strength: StoryStrength
    source: Source = ""

    @model_validator(mode="after")
    def it_has_words_unless_they_were_taken_back(self) -> Self:
        if not self.text and self.consent is not Consent.WITHDRAWN:
            raise wrong("story_text", N_("Fill this in."), "text")
        return self


class StoryPublic(Public):
    id: int
    initiative_id: int
    phase_id: int | None
    indicator_id: int | None
    told_on: date
    period_starts_on: date | None
    period_ends_on: date | None
    side: Side | None
    text: str
    consent: Consent
    strength: StoryStrength
    source: str
    version: int
