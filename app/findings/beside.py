"""What people say beside the numbers: the stories and findings about one indicator, by what they speak of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from app.findings.models import Finding
from app.findings.queries import findings_about
from app.learning.models import Story
from app.learning.queries import stories_about

MOST = 20
"""Of both kinds together; the rest is one link away."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A story or a finding, and the period it speaks of: without one, the day on which it was written."""

    row: Story | Finding
    starts_on: date
    ends_on: date

    @property
    def is_finding(self) -> bool:
        return isinstance(self.row, Finding)


@dataclass(frozen=True, slots=True)
class Beside:
    """In the order of what they speak of; `has_more` where the earliest are left out."""

    voices: Sequence[Voice]
    has_more: bool


def beside(
    session: Session, initiative_id: int, indicator_id: int, as_of: date, since: date | None = None
) -> Beside:
    """As it was known on a day, in two statements. Stories whose words were taken back are not among them."""
    stories = stories_about(session, initiative_id, indicator_id, since, as_of, MOST + 1)
    findings = findings_about(session, initiative_id, indicator_id, since, as_of, MOST + 1)
    voices = sorted([*map(_story, stories), *map(_finding, findings)], key=_order)
    return Beside(voices[-MOST:], len(voices) > MOST)


def _story(story: Story) -> Voice:
    starts_on, ends_on = story.period_starts_on, story.period_ends_on
    return Voice(story, starts_on or story.told_on, ends_on or story.told_on)


def _finding(finding: Finding) -> Voice:
    starts_on, ends_on = finding.period_starts_on, finding.period_ends_on
    return Voice(finding, starts_on or finding.found_on, ends_on or finding.found_on)


def _order(voice: Voice) -> tuple[date, date, bool, int]:
    return voice.starts_on, voice.ends_on, voice.is_finding, voice.row.key
