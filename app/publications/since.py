"""What the log says now of the period of a publication, or what a later publication says of it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlmodel import Session

from app.evaluations.document import evaluate
from app.initiatives.models import Initiative
from app.publications.changes import Change, changes
from app.publications.content import Content, document
from app.publications.models import Publication


def changes_in_log(
    session: Session, initiative: Initiative, publication: Publication, content: Content
) -> list[Change]:
    """The same period looked at again, masked as it was then."""
    found = content.found
    again = evaluate(session, initiative, publication.as_of, found["least"], publication.starts_on)
    return changes(found["evaluation"], document(again, initiative, found["language"]))


def changes_between(earlier: Content, later: Content) -> list[Change]:
    """From one publication to another, without the days they are of: those stand above."""
    return changes(_undated(earlier.found), _undated(later.found))


def by_section(found: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    for section, some in groupby(found, key=lambda change: change.section):
        yield section, list(some)


def _undated(found: Mapping[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in found["evaluation"].items() if name not in {"as_of", "starts_on"}}
