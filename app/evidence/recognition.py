"""Which kind a file is, read from what it holds: neither its name nor the browser is asked."""

import re

from app.evidence import kinds, office, pdf
from app.evidence.kinds import LARGEST_FILE, FileKind, Refused
from app.i18n import N_

EMPTY = N_("It is empty. Choose the file again, or another one.")
TOO_LARGE = N_("It is larger than 10 MB. Make it smaller, or send it in parts.")
HEIC = N_("HEIC pictures cannot be read here. Save it as a JPEG and add that.")
OTHER_PICTURE = N_("Pictures of this kind are not taken. Save it as a JPEG or a PNG and add that.")
DRAWING = N_("Web pages and SVG drawings are not taken, since they can hold programs. Print it to a PDF.")
PROGRAM = N_("Programs and scripts are not taken.")
ARCHIVE = N_("Archives are not taken. Add the files in it one by one.")
OLD_OFFICE = N_(
    "This is an old Office file, or one with a password. Save it as .docx, .xlsx, .odt or .ods, without one."
)
LATE_PDF = N_("This PDF does not begin as one. Print it to a new PDF and add that.")
UNKNOWN = N_("Only photos, PDFs, text documents, spreadsheets and plain text are taken, and this is none.")

PICTURES = {b"\xff\xd8\xff": kinds.JPEG, b"\x89PNG\r\n\x1a\n": kinds.PNG}
NOT_TAKEN = {
    b"GIF8": OTHER_PICTURE,
    b"BM": OTHER_PICTURE,
    b"II*\0": OTHER_PICTURE,
    b"MM\0*": OTHER_PICTURE,
    b"MZ": PROGRAM,
    b"\x7fELF": PROGRAM,
    b"#!": PROGRAM,
    b"\xca\xfe\xba\xbe": PROGRAM,
    b"\xcf\xfa\xed\xfe": PROGRAM,
    b"PK\x05\x06": ARCHIVE,
    b"Rar!": ARCHIVE,
    b"7z\xbc\xaf": ARCHIVE,
    b"\x1f\x8b": ARCHIVE,
    b"BZh": ARCHIVE,
    b"\xfd7zXZ": ARCHIVE,
    b"\xd0\xcf\x11\xe0": OLD_OFFICE,
    b"%!": UNKNOWN,
    b"{\\rtf": OLD_OFFICE,
}
"""How files begin that a person may well try, and why they stay outside."""

CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
MARKUP = re.compile(
    rb"\A\s*<(?:[!?a-z])|<(?:!doctype|html|head|body|svg|script|iframe|object|embed)\b", re.IGNORECASE
)


def recognise(content: bytes) -> FileKind:
    """Its kind, with the structure that such a file must have checked; raises Refused."""
    if not content:
        raise Refused(EMPTY)
    if len(content) > LARGEST_FILE:
        raise Refused(TOO_LARGE)
    if kind := _picture(content):
        return kind
    if content.startswith(b"%PDF-"):
        pdf.check(content)
        return kinds.PDF
    if content.startswith(b"PK\x03\x04"):
        return office.recognise(content)
    return _text(content)


def _picture(content: bytes) -> FileKind | None:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return kinds.WEBP
    if content[4:8] == b"ftyp":
        raise Refused(HEIC if content[8:12] in {b"heic", b"heix", b"mif1", b"msf1", b"hevc"} else UNKNOWN)
    return next((kind for start, kind in PICTURES.items() if content.startswith(start)), None)


def _text(content: bytes) -> FileKind:
    """Anything without control characters can be read as text, in UTF-8 or in an older code of one byte."""
    for start, reason in NOT_TAKEN.items():
        if content.startswith(start):
            raise Refused(reason)
    if b"%PDF-" in content[:1024]:
        raise Refused(LATE_PDF)
    if MARKUP.search(content.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")):
        raise Refused(DRAWING)
    if CONTROLS.search(content):
        raise Refused(UNKNOWN)
    return kinds.TEXT
