"""Contributions and other explanations as they come in and go out."""

from datetime import date
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from app.fields import EMPTY_MEANS_ALL, Id, PastDay, Public, Source, Strict
from app.i18n import N_
from app.vocabulary import ExplanationWeight, FindingStrength

Claim = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Remark = Annotated[str, StringConstraints(max_length=2000)]
Judgement = Annotated[str, StringConstraints(max_length=4000)]


class ContributionCreate(Strict):
    """What is claimed of a change, and what an evaluator judges once others were looked at."""

    claimed_on: PastDay
    indicator_id: Annotated[Id | None, EMPTY_MEANS_ALL] = None
    text: Claim
    pathway: Remark = ""
    strength: Annotated[FindingStrength | None, EMPTY_MEANS_ALL] = None
    judgement: Judgement = ""
    judged_on: Annotated[PastDay | None, EMPTY_MEANS_ALL] = None
    source: Source = ""

    @model_validator(mode="after")
    def a_judgement_is_whole(self) -> Self:
        """Its strength, its words and its day, or nothing."""
        given = {"strength": self.strength, "judgement": self.judgement, "judged_on": self.judged_on}
        if any(given.values()) and not all(given.values()):
            field = next(name for name, value in given.items() if not value)
            message = N_("A judgement has a strength, words and a day.")
            raise PydanticCustomError("judgement_is_whole", message, {"field": field})
        return self

    @model_validator(mode="after")
    def a_judgement_comes_after(self) -> Self:
        if self.judged_on and self.judged_on < self.claimed_on:
            message = N_("A judgement cannot come before the claim.")
            raise PydanticCustomError("judged_before", message, {"field": "judged_on"})
        return self


class ExplanationCreate(Strict):
    """What else may explain the change, and what was found when it was looked at."""

    considered_on: PastDay
    text: Claim
    speaks_for: Remark = ""
    speaks_against: Remark = ""
    weight: ExplanationWeight
    source: Source = ""

    @model_validator(mode="after")
    def a_weight_has_grounds(self) -> Self:
        if self.weight is not ExplanationWeight.OPEN and not (self.speaks_for or self.speaks_against):
            message = N_("Say what speaks for it or against it.")
            raise PydanticCustomError("weight_without_grounds", message, {"field": "speaks_for"})
        return self


class ContributionPublic(Public):
    id: int
    initiative_id: int
    indicator_id: int | None
    claimed_on: date
    text: str
    pathway: str
    strength: FindingStrength | None
    judgement: str
    judged_on: date | None
    source: str
    version: int


class ExplanationPublic(Public):
    id: int
    initiative_id: int
    contribution_id: int
    considered_on: date
    text: str
    speaks_for: str
    speaks_against: str
    weight: ExplanationWeight
    source: str
    version: int
