"""Whether a publication says what it said when it was published."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from app.database.engine import Database
from app.publications.content import fingerprint_of
from app.publications.models import Publication
from app.publications.queries import content_in, publications_with


@dataclass(frozen=True, slots=True)
class Verdict:
    holds: bool
    told: str


def verdict_on(publication: str, fingerprint: str, opened: Callable[[], Database]) -> Verdict:
    """Of an id, of a file, or of a file and what it is held against. OSError where there is no such file."""
    if not publication.isdigit() and fingerprint:
        return verify_file(Path(publication), fingerprint)
    with opened().reading() as session:
        if publication.isdigit():
            return verify_kept(session, int(publication))
        return find_file(session, Path(publication))


def verify_kept(session: Session, publication_id: int) -> Verdict:
    """The bytes in the database against the fingerprint that stands beside them."""
    publication = session.get(Publication, publication_id)
    if publication is None:
        return Verdict(False, f"There is no publication {publication_id}.")
    return _compared(content_in(session, publication).fingerprint, publication.fingerprint)


def verify_file(file: Path, fingerprint: str) -> Verdict:
    return _compared(fingerprint_of(file.read_bytes()), fingerprint.strip().lower())


def find_file(session: Session, file: Path) -> Verdict:
    """Whether a publication with this fingerprint is kept here."""
    found = fingerprint_of(file.read_bytes())
    known = publications_with(session, found)
    if not known:
        return Verdict(False, f"{found} is the fingerprint of no publication here.")
    return Verdict(True, f"{found} is the fingerprint of publication {known[0].key}: {known[0].title}")


def _compared(found: str, said: str) -> Verdict:
    if found == said:
        return Verdict(True, f"{found} holds: not a byte has changed.")
    return Verdict(
        False, f"The fingerprint is {said}, the content has {found}: it is not what was published."
    )
