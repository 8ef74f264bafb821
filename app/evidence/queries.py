"""Reads of evidence files. Archived ones are left out, and so are those of an entry that is archived."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, func, select

from app.accounts.models import Person
from app.evidence.entries import is_there
from app.evidence.kinds import ACCEPTED, KINDS, MOST_FILES, TEXT, FileKind
from app.evidence.models import EvidenceFile
from app.i18n import _
from app.i18n.formats import format_number
from app.vocabulary import EntryKind
from app.web.pagination import AfterId, Page

KILO = 1000


@dataclass(frozen=True)
class FileLine:
    """A file as people see it; `added_by` is empty where nobody's name is kept."""

    file: EvidenceFile
    added_by: str

    @property
    def kind(self) -> str:
        return _(self._kind.word)

    @property
    def suffix(self) -> str:
        """A few letters that stand where a picture has its preview."""
        return self._kind.suffixes[0].removeprefix(".").upper()

    @property
    def has_preview(self) -> bool:
        return bool(self._kind.drawn_as)

    @property
    def _kind(self) -> FileKind:
        return KINDS.get(self.file.media_type, TEXT)

    @property
    def size(self) -> str:
        return size_in_words(self.file.size)


@dataclass(frozen=True)
class Files:
    """The files of one entry, the first first, and what its form needs."""

    entry_kind: EntryKind
    entry_id: int
    lines: Sequence[FileLine]
    accept: str = ACCEPTED

    @property
    def has_room(self) -> bool:
        return len(self.lines) < MOST_FILES


def files_of(session: Session, initiative_id: int, kind: EntryKind, entry_id: int) -> Files:
    rows = session.exec(
        select(EvidenceFile, Person.name)
        .join(Person, col(Person.id) == EvidenceFile.created_by_id, isouter=True)
        .where(*_of_entry(initiative_id, kind, entry_id), col(EvidenceFile.archived_at).is_(None))
        .order_by(col(EvidenceFile.id))
    )
    return Files(kind, entry_id, [FileLine(file, name or "") for file, name in rows])


def kept_files_of(
    session: Session, initiative_id: int, kind: EntryKind, entry_id: int
) -> Sequence[EvidenceFile]:
    """The archived ones too: what may have to go."""
    return session.exec(select(EvidenceFile).where(*_of_entry(initiative_id, kind, entry_id))).all()


def numbers_of_files(session: Session, initiative_id: int, kind: EntryKind) -> dict[int, int]:
    """Entry id → how many files it has, for entries of one kind that have some."""
    rows = session.exec(
        select(EvidenceFile.entry_id, func.count())
        .where(
            EvidenceFile.initiative_id == initiative_id,
            EvidenceFile.entry_kind == kind,
            col(EvidenceFile.archived_at).is_(None),
        )
        .group_by(col(EvidenceFile.entry_id))
    )
    return dict(rows.all())


def page_of_files(
    session: Session,
    initiative_id: int,
    kind: EntryKind | None,
    entry_id: int | None,
    after: AfterId | None,
    limit: int,
) -> Page[EvidenceFile]:
    """The newest first. A page may be short, where entries are archived."""
    rows = session.exec(
        select(EvidenceFile)
        .where(
            EvidenceFile.initiative_id == initiative_id,
            col(EvidenceFile.archived_at).is_(None),
            *([EvidenceFile.entry_kind == kind] if kind else []),
            *([EvidenceFile.entry_id == entry_id] if entry_id else []),
            *([col(EvidenceFile.id) < after.id] if after else []),
        )
        .order_by(col(EvidenceFile.id).desc())
        .limit(limit + 1)
    ).all()
    shown = rows[:limit]
    entries = {(row.entry_kind, row.entry_id) for row in shown}
    there = {entry for entry in entries if is_there(session, initiative_id, *entry)}
    return Page(
        [row for row in shown if (row.entry_kind, row.entry_id) in there],
        str(shown[-1].key) if len(rows) > limit else None,
    )


def same_content(files: Files, sha256: str) -> EvidenceFile | None:
    """The file of this entry that holds just this."""
    return next((line.file for line in files.lines if line.file.sha256 == sha256), None)


def is_wanted_elsewhere(session: Session, file: EvidenceFile) -> bool:
    """Whether a row of another entry names the same content, archived or not."""
    others = select(EvidenceFile.id).where(
        EvidenceFile.sha256 == file.sha256,
        sa.or_(
            col(EvidenceFile.initiative_id) != file.initiative_id,
            col(EvidenceFile.entry_kind) != file.entry_kind,
            col(EvidenceFile.entry_id) != file.entry_id,
        ),
    )
    return session.exec(others.limit(1)).first() is not None


def known_contents(session: Session) -> set[str]:
    """The hashes that rows name, archived ones too, since those can come back."""
    return set(session.exec(select(EvidenceFile.sha256).distinct()))


def size_in_words(size: int) -> str:
    """Bytes as people read them."""
    if size < KILO * KILO:
        return _("{number} kB").format(number=format_number(max(1, round(size / KILO)), 0))
    return _("{number} MB").format(number=format_number(round(size / KILO / KILO, 1), 1))


def _of_entry(initiative_id: int, kind: EntryKind, entry_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        col(EvidenceFile.initiative_id) == initiative_id,
        col(EvidenceFile.entry_kind) == kind,
        col(EvidenceFile.entry_id) == entry_id,
    )
