"""Which figures somebody published, and which are made up to show how the software works."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.evaluations.document import Evaluation
from app.initiatives.models import Initiative


@dataclass(frozen=True, slots=True)
class Sources:
    """`published` pairs an indicator with where its figures are from; the case itself may have a source."""

    illustrative: bool
    case: str
    published: Sequence[tuple[str, str]]


def sources(evaluation: Evaluation, initiative: Initiative) -> Sources:
    return Sources(
        illustrative=initiative.illustrative,
        case=initiative.source,
        published=[
            (result.indicator.name, result.indicator.source)
            for result in evaluation.outcomes
            if result.indicator.source
        ],
    )
