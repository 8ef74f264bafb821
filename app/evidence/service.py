"""Writing of evidence files: added to an entry, brought back with it, deleted with a story's words."""

from collections.abc import Sequence

from sqlmodel import Session

from app.clock import utc_now
from app.database import editing
from app.evidence.checking import Checked
from app.evidence.contents import delete_after_commit, take_in
from app.evidence.entries import entry_of, is_there
from app.evidence.kinds import MOST_FILES
from app.evidence.models import EvidenceFile
from app.evidence.queries import files_of, is_wanted_elsewhere, kept_files_of, same_content
from app.evidence.schemas import EvidenceCreate
from app.i18n import _
from app.initiatives.models import Initiative
from app.refusals import Invalid
from app.vocabulary import EntryKind


def add_files(
    session: Session, initiative: Initiative, new: EvidenceCreate, files: Sequence[Checked]
) -> list[EvidenceFile]:
    """All of them or none. What the entry has already is not stored again: sending twice is no harm."""
    entry = entry_of(session, initiative.key, new.entry_kind, new.entry_id, kept=True)
    if getattr(entry, "consent", None) == "withdrawn":
        raise Invalid({"files": _("The consent for this story is withdrawn, so it takes no files.")})
    rows = [_add(session, initiative, new, file) for file in files]
    if len(files_of(session, initiative.key, new.entry_kind, new.entry_id).lines) > MOST_FILES:
        message = _("An entry has at most {number} files. Archive some first, or add fewer.")
        raise Invalid({"files": message.format(number=MOST_FILES)})
    return rows


def _add(session: Session, initiative: Initiative, new: EvidenceCreate, file: Checked) -> EvidenceFile:
    known = same_content(files_of(session, initiative.key, new.entry_kind, new.entry_id), file.arrived.sha256)
    if known:
        return known
    take_in(session, file.arrived)
    row = EvidenceFile(
        initiative_id=initiative.key,
        name=file.name,
        media_type=file.media_type,
        size=file.arrived.size,
        sha256=file.arrived.sha256,
        **new.model_dump(),
    )
    session.add(row)
    session.flush()
    return row


def restore_file(session: Session, file: EvidenceFile) -> EvidenceFile:
    """With its entry there, and only while there is something to bring back."""
    if not file.sha256:
        raise Invalid({"archived": _("It was deleted with the words of its story and cannot come back.")})
    if not is_there(session, file.initiative_id, file.entry_kind, file.entry_id):
        raise Invalid({"archived": _("What it belongs to is archived. Bring that back first.")})
    if not files_of(session, file.initiative_id, file.entry_kind, file.entry_id).has_room:
        raise Invalid({"archived": _("Its entry has as many files as it can. Archive another one first.")})
    return editing.restore(session, file)


def delete_files(session: Session, initiative_id: int, kind: EntryKind, entry_id: int) -> None:
    """For good, the archived ones too: names and contents go, that there was a file is kept.

    A content that another entry holds as well stays for that one.
    """
    for file in kept_files_of(session, initiative_id, kind, entry_id):
        if file.sha256 and not is_wanted_elsewhere(session, file):
            delete_after_commit(session, file.sha256)
        file.name, file.sha256 = "", ""
        file.archived_at = file.archived_at or utc_now()
    session.flush()
