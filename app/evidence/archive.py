"""Files can be archived and brought back."""

from app.access import Right
from app.archiving import Archivable
from app.evidence.entries import place_of_entry
from app.evidence.models import EvidenceFile
from app.evidence.service import restore_file
from app.i18n import N_, _

FILES = Archivable(
    "evidence",
    EvidenceFile,
    Right.LOG,
    N_("Archived files"),
    lambda session, file: file.name or _("A file, deleted with the words of its story"),
    restore=restore_file,
    listed=lambda file: place_of_entry(file.entry_kind, file.entry_id),
)
