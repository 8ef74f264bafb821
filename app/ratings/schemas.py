"""Rating links, and views of who led a phase, as they come in and go out."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from app.fields import Day, Id, Line, Public, Strict
from app.i18n import N_
from app.measurement.views import RATINGS
from app.vocabulary import Side

ANSWERS = {str(rating) for rating in RATINGS}
NOT_AN_ANSWER = N_("Choose one of the five answers.")


def _one_of_five(rating: Any) -> Any:
    if str(rating) not in ANSWERS:
        raise PydanticCustomError("rating", NOT_AN_ANSWER)
    return rating


Rating = Annotated[int, BeforeValidator(_one_of_five)]


class RatingCreate(Strict):
    """One answer to "who led this?", by a link that says for which side."""

    rating: Rating


class ViewCreate(Strict):
    """The same answer by somebody signed in, who says for which side."""

    side: Side
    rating: Rating


class RatingLinkCreate(Strict):
    phase_id: Id
    side: Side
    name: Line = ""
    ends_on: Day | None = None


class LeavingOut(Strict):
    """Why the answers of a link are not counted; everybody who reads the initiative can read it."""

    left_out_because: Annotated[str, StringConstraints(min_length=1, max_length=300)]


class SideViewPublic(Public):
    """Below the threshold `n` says only that: `<5`. `distribution` counts the ratings 1 to 5."""

    n: int | str
    median: str | None
    distribution: list[int] | None


class PhaseViewsPublic(Public):
    """Both sides of one phase, never one single answer. `gap` is the citizens' median less the others'."""

    phase_id: int
    as_of: date
    citizens: SideViewPublic
    professionals: SideViewPublic
    gap: str | None
