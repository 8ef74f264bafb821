"""The kinds of file that are taken as evidence, their limits, and how a file is refused."""

from dataclasses import dataclass

from app.i18n import N_

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes of one file."""

MOST_FILES = 20
"""Files of one entry."""


class Refused(Exception):
    """This file is not taken. `reason` is a message still to be translated, which says what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class FileKind:
    """`suffixes` are those that a name may end with; one that ends otherwise is given the first.

    `drawn_as` is the picture format in which it is drawn anew; other kinds are stored as they came.
    """

    media_type: str
    suffixes: tuple[str, ...]
    word: str
    drawn_as: str = ""


JPEG = FileKind("image/jpeg", (".jpg", ".jpeg"), N_("Photo"), "JPEG")
PNG = FileKind("image/png", (".png",), N_("Picture"), "PNG")
WEBP = FileKind("image/webp", (".webp",), N_("Picture"), "WEBP")
PDF = FileKind("application/pdf", (".pdf",), N_("PDF document"))
DOCX = FileKind(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx",),
    N_("Text document"),
)
XLSX = FileKind(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",), N_("Spreadsheet")
)
ODT = FileKind("application/vnd.oasis.opendocument.text", (".odt",), N_("Text document"))
ODS = FileKind("application/vnd.oasis.opendocument.spreadsheet", (".ods",), N_("Spreadsheet"))
TEXT = FileKind("text/plain", (".txt", ".csv"), N_("Plain text"))

KINDS = {kind.media_type: kind for kind in (JPEG, PNG, WEBP, PDF, DOCX, XLSX, ODT, ODS, TEXT)}
ACCEPTED = ",".join(
    [media_type for media_type, kind in KINDS.items() if kind.drawn_as]
    + [suffix for kind in KINDS.values() for suffix in kind.suffixes]
)
"""What the file field asks the browser for. A phone that is asked for a JPEG sends one, whatever it keeps."""
