"""What was learned, in sentences that open the entries behind them: one block a kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.evaluations.document import Evaluation
from app.evaluations.figures import Figure
from app.evaluations.links import Links
from app.evaluations.sentences import learning as say
from app.i18n import _
from app.measurement.learning import Days, Incidents, Influences, Learning, Proposals, Share
from app.measurement.missing import Missing
from app.vocabulary import EntryKind


@dataclass(frozen=True, slots=True)
class LearningBlock:
    """`anchor` is where the whole list stands, and where something can be added."""

    heading: str
    anchor: str
    figures: Sequence[Figure]


def learning_blocks(evaluation: Evaluation, links: Links) -> list[LearningBlock]:
    found = evaluation.learning
    return [
        LearningBlock(
            _("You said, we did"),
            f"{links.overview}/learning#proposals",
            list(_proposals(found.proposals, links)),
        ),
        LearningBlock(
            _("Obstacles and enablers"),
            f"{links.overview}/learning#obstacles",
            [*_influences(found.obstacles, links), *_influences(found.enablers, links)],
        ),
        LearningBlock(
            _("Incidents"), f"{links.overview}/learning#incidents", list(_incidents(found.incidents, links))
        ),
        LearningBlock(_("Stories"), f"{links.overview}/learning#stories", list(_stories(found, links))),
    ]


def _proposals(found: Proposals, links: Links) -> Iterator[Figure]:
    yield Figure(say.proposals(found), _there(links, EntryKind.PROPOSAL, found.entries))
    if not found.made:
        return
    yield _opened(say.answered(found.answered), found.answered, EntryKind.PROPOSAL, links)
    if isinstance(found.adopted, Missing):
        return
    parts = (
        (say.adopted(found.adopted), found.adopted),
        (say.reasoned(found.reasoned), found.reasoned),
        (say.told(found.told), found.told),
        (say.to_answer(found.days_to_answer), found.days_to_answer),
        (say.to_telling(found.days_to_telling), found.days_to_telling),
    )
    for text, part in parts:
        yield _opened(text, part, EntryKind.PROPOSAL, links)


def _influences(found: Influences, links: Links) -> Iterator[Figure]:
    """How many, the one that lasts longest, and how long they took to end."""
    yield Figure(say.influences(found), _there(links, EntryKind.OBSTACLE, found.entries))
    lasting = [one for one in found.lasting if one.is_open]
    if lasting:
        longest = lasting[0]
        text = _("The longest that has not ended: {sentence}").format(sentence=say.lasting(longest))
        yield Figure(text, links.learned(EntryKind.OBSTACLE, longest.entry))
    if isinstance(found.days_to_end, Days):
        yield _opened(say.to_end(found.days_to_end), found.days_to_end, EntryKind.OBSTACLE, links)


def _incidents(found: Incidents, links: Links) -> Iterator[Figure]:
    yield Figure(say.incidents(found), _there(links, EntryKind.INCIDENT, found.entries))
    if not found.entries:
        return
    parts = (
        (say.owned(found.answered_for), found.answered_for),
        (say.citizens_told(found.told), found.told),
        (say.to_citizens(found.days_to_telling), found.days_to_telling),
    )
    for text, part in parts:
        yield _opened(text, part, EntryKind.INCIDENT, links)


def _stories(found: Learning, links: Links) -> Iterator[Figure]:
    yield Figure(say.stories(found.stories), _there(links, EntryKind.STORY, found.stories.entries))


def _opened(text: str, found: Share | Days | Missing, kind: EntryKind, links: Links) -> Figure:
    return Figure(text, _there(links, kind, found.entries))


def _there(links: Links, kind: EntryKind, entries: tuple[int, ...]) -> str:
    """A number that counts nothing opens nothing."""
    return links.learning(kind, entries) if entries else ""
