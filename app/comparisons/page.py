"""What the page of a comparison shows: the caution first, then both side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from app.comparisons.compared import Comparison, comparison
from app.comparisons.context import Context, context
from app.comparisons.measures import measures
from app.comparisons.row import Section
from app.comparisons.schemas import Periods
from app.comparisons.sections import sections
from app.comparisons.sequence import Step, sequence
from app.comparisons.strips import Strips, strips
from app.comparisons.subjects import NAMES, Subject
from app.i18n import _
from app.initiatives.models import Initiative


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """`names` head the columns: of initiatives, or of the periods of one."""

    found: Comparison
    names: tuple[str, str]
    context: Context
    strips: Strips
    sections: Sequence[Section]
    sequence: Sequence[Step]


def comparison_page(
    session: Session, initiatives: tuple[Initiative, Initiative], asked: Periods
) -> ComparisonPage:
    found = comparison(session, initiatives, asked)
    measured = measures(found)
    return ComparisonPage(
        found=found,
        names=_names(found),
        context=context(found, measured),
        strips=strips(found),
        sections=sections(session, found, measured),
        sequence=sequence(found),
    )


def in_words(subjects: Sequence[Subject]) -> str:
    return ", ".join(_(NAMES[subject]) for subject in subjects)


def _names(found: Comparison) -> tuple[str, str]:
    if found.is_of_one:
        return found.left.period, found.right.period
    return found.left.initiative.name, found.right.initiative.name
