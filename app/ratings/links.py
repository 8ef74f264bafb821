"""What the list of rating links says of each: where it stands, and how many answered by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.initiatives.models import Phase
from app.measurement.disclosure import Masked, Shown, mask_count
from app.measurement.thresholds import DEFAULT
from app.ratings.models import RatingLink


class LinkState(StrEnum):
    OPEN = "open"
    OVER = "over"
    REVOKED = "revoked"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class LinkRow:
    link: RatingLink
    phase: Phase
    state: LinkState
    answers: Shown

    @property
    def few(self) -> int | None:
        """Below how many the answers are, where they are too few to be told."""
        return self.answers.below if isinstance(self.answers, Masked) else None


def link_rows(
    links: Sequence[RatingLink], phases: Sequence[Phase], answers: Mapping[int, int], on: date
) -> list[LinkRow]:
    """Links of phases that are there, in the order of the phases and then the newest first."""
    return [
        LinkRow(
            link, phase, state_of(link, on), mask_count(answers.get(link.key, 0), DEFAULT.disclosure_inside)
        )
        for phase in phases
        for link in links
        if link.phase_id == phase.key
    ]


def state_of(link: RatingLink, on: date) -> LinkState:
    if link.left_out_because:
        return LinkState.LEFT_OUT
    if link.archived_at:
        return LinkState.REVOKED
    return LinkState.OVER if link.ends_on and link.ends_on < on else LinkState.OPEN
