"""Text from the bytes of a file: which code it is written in, and whether it is text at all."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from app.exchange.limits import LARGEST_FILE
from app.i18n import N_

EMPTY = N_("The file is empty. Choose another one.")
TOO_LARGE = N_("The file is larger than 2 MB. Split it, and import the parts one after the other.")
WORKBOOK = N_("This is a workbook. In your spreadsheet, save the sheet as CSV, and import that.")
PACKED = N_("This file is packed. Unpack it, and import the CSV in it.")
NO_TEXT = N_("This file is not text. Save the table as CSV, and import that.")

STARTS = {
    b"PK\x03\x04": WORKBOOK,
    b"\xd0\xcf\x11\xe0": WORKBOOK,
    b"PK\x05\x06": PACKED,
    b"\x1f\x8b": PACKED,
    b"BZh": PACKED,
    b"\xfd7zXZ": PACKED,
    b"7z\xbc\xaf": PACKED,
    b"Rar!": PACKED,
    b"(\xb5/\xfd": PACKED,
}
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks nobody sees, which would make two names out of one. Joiners stay: some scripts need them."""


class Unreadable(Exception):
    """Why a file cannot be read, as an English text to translate and what is filled into it."""

    def __init__(self, reason: str, **given: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.given = given


def text_of(content: bytes) -> str:
    """Written in UTF-8, in UTF-16 with its mark, or in the Windows code of Western Europe."""
    if not content:
        raise Unreadable(EMPTY)
    if len(content) > LARGEST_FILE:
        raise Unreadable(TOO_LARGE)
    for start, reason in STARTS.items():
        if content.startswith(start):
            raise Unreadable(reason)
    text = _decoded(content)
    if CONTROLS.search(text):
        raise Unreadable(NO_TEXT)
    return UNSEEN.sub("", text)


def _decoded(content: bytes) -> str:
    for code in _codes(content):
        try:
            return content.decode(code)
        except UnicodeDecodeError:
            continue
    raise Unreadable(NO_TEXT)


def _codes(content: bytes) -> tuple[str, ...]:
    """A mark settles it. Without one, what is not UTF-8 comes from an older spreadsheet."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ("utf-16",)
    if content.startswith(BOM_UTF8):
        return ("utf-8-sig",)
    return ("utf-8", "cp1252")
