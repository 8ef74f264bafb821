"""What a PDF must and must not hold. It is stored as it is, so what can act in it stays outside."""

import re
import zlib

from app.evidence.kinds import Refused
from app.i18n import N_

BROKEN = N_("This PDF is damaged or cut short. Print it to a new PDF and add that.")
LOCKED = N_("This PDF has a password. Save it without one and add that.")
ACTIVE = N_("This PDF holds a program or another file. Print it to a new PDF and add that.")

MOST_UNPACKED = 50 * 1024 * 1024
TAIL = 1024
END = b"%%EOF"
ZIP_END = b"PK\x05\x06"
ACTING = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z])")
ENCRYPTED = re.compile(rb"/Encrypt(?![A-Za-z])")
ESCAPE = re.compile(rb"#([0-9a-fA-F]{2})")
PACKED = re.compile(rb"/ObjStm\b.{0,400}?\bstream\r?\n", re.DOTALL)


def check(content: bytes) -> None:
    """Raises Refused. Objects that are packed together are unpacked and read as well."""
    last = content.rfind(END)
    if last < len(content) - TAIL or b"startxref" not in content[-2 * TAIL :] or not _has_version(content):
        raise Refused(BROKEN)
    if content[last + len(END) :].strip(b"\r\n\t \0") or ZIP_END in content[-66_000:]:
        raise Refused(BROKEN)
    names = _spelled_out(content)
    if ENCRYPTED.search(names):
        raise Refused(LOCKED)
    if ACTING.search(names) or ACTING.search(_spelled_out(_unpacked(content))):
        raise Refused(ACTIVE)


def _has_version(content: bytes) -> bool:
    return re.match(rb"%PDF-[12]\.\d[\s%]", content) is not None


def _spelled_out(content: bytes) -> bytes:
    """Names may hide letters behind their codes: /J#61vaScript is /JavaScript."""
    return ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), content)


def _unpacked(content: bytes) -> bytes:
    """What object streams hold; more than the limit is taken for a bomb."""
    found = bytearray()
    for packed in PACKED.finditer(content):
        inflating = zlib.decompressobj()
        try:
            found += inflating.decompress(content[packed.end() :], MOST_UNPACKED + 1 - len(found))
        except zlib.error:
            continue  # packed some other way, or no stream at all
        if len(found) > MOST_UNPACKED:
            raise Refused(BROKEN)
    return bytes(found)
