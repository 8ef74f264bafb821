"""Office documents: zip archives whose table of contents is read with limits before anything is unpacked."""

import re
import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from app.evidence import kinds
from app.evidence.kinds import FileKind, Refused
from app.i18n import N_

BROKEN = N_("This document is damaged or cut short. Save it again and add that.")
ARCHIVE = N_("Archives are not taken. Add the files in it one by one.")
BOMB = N_("This document unpacks to far more than documents do. Save it as a PDF and add that.")
LOCKED = N_("This document has a password. Save it without one and add that.")
MACROS = N_("This document holds macros. Save it without them (.docx, .xlsx, .odt or .ods) and add that.")
ACTIVE = N_("This document holds another file or calls one from elsewhere. Save it as a PDF and add that.")

MOST_MEMBERS = 200
MOST_UNPACKED = 50 * 1024 * 1024
MOST_TIMES = 200
"""How many times its packed size a member may have, once it is larger than PLAIN_SIZE."""
PLAIN_SIZE = 1024 * 1024
END = struct.Struct("<4s4H2LH")
LONGEST_ENTRY = 1024
"""Bytes of one line in the table of contents, with its name."""
LOCAL_HEADER = 30

BY_MAIN_PART = {
    "word/document.xml": (kinds.DOCX, b"wordprocessingml.document.main+xml"),
    "xl/workbook.xml": (kinds.XLSX, b"spreadsheetml.sheet.main+xml"),
}
BY_MEDIA_TYPE = {kind.media_type.encode(): kind for kind in (kinds.ODT, kinds.ODS)}
MACRO_NAMES = re.compile(r"vba(project|data)|(^|/)macrosheets/|^(basic|scripts)/.", re.IGNORECASE)
ACTIVE_NAMES = re.compile(r"(^|/)(activex|ctrlprops)/|oleobject|\.(exe|dll|js|vbs|bat|jar)$", re.IGNORECASE)
ENTITIES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
CALL = re.compile(rb"<Relationship\b[^>]*>", re.IGNORECASE)
FROM_ELSEWHERE = re.compile(rb"Target\s*=\s*[\"'](?:https?:|ftp:|\\\\|//|file:/*\\\\)", re.IGNORECASE)


def recognise(content: bytes) -> FileKind:
    """Its kind, with everything in it unpacked and read once; raises Refused."""
    _check_end(content)
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            _check_table(members, len(content))
            parts = {member.filename: archive.read(member) for member in members}
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error) as error:
        raise Refused(BROKEN) from error
    kind = _kind(parts)
    for name, part in parts.items():
        _check_part(name, part)
    return kind


def _check_end(content: bytes) -> None:
    """The table must be small and the last thing in the file: nothing before the archive, nothing after."""
    end = content[-END.size :]
    if len(end) < END.size or not end.startswith(b"PK\x05\x06"):
        raise Refused(BROKEN)
    _, _, _, here, members, size, start, _ = END.unpack(end)
    if here != members or start + size + END.size != len(content):
        raise Refused(BROKEN)
    if members > MOST_MEMBERS or size > MOST_MEMBERS * LONGEST_ENTRY:
        raise Refused(BOMB)


def _check_table(members: list[ZipInfo], length: int) -> None:
    """Sizes as they are declared; what is unpacked later never exceeds them."""
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise Refused(BOMB)
    if any(_is_dense(member) for member in members) or _overlap(members, length):
        raise Refused(BOMB)
    if any(member.flag_bits & 1 for member in members):
        raise Refused(LOCKED)
    names = [member.filename for member in members]
    if len(set(names)) < len(names) or any(map(_leads_out, names)):
        raise Refused(BROKEN)
    if any(member.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for member in members):
        raise Refused(BROKEN)


def _is_dense(member: ZipInfo) -> bool:
    return member.file_size > max(PLAIN_SIZE, MOST_TIMES * member.compress_size)


def _overlap(members: list[ZipInfo], length: int) -> bool:
    """Whether two members share bytes, as in bombs that unpack one kernel many times."""
    placed = sorted(members, key=lambda member: member.header_offset)
    ends = [one.header_offset + LOCAL_HEADER + one.compress_size for one in placed]
    nexts = [one.header_offset for one in placed[1:]] + [length]
    return any(end > following for end, following in zip(ends, nexts, strict=True))


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")


def _kind(parts: dict[str, bytes]) -> FileKind:
    if kind := BY_MEDIA_TYPE.get(parts.get("mimetype", b"")):
        return kind
    types = parts.get("[Content_Types].xml", b"")
    if b"macroenabled" in types.lower():
        raise Refused(MACROS)
    for main, (kind, word) in BY_MAIN_PART.items():
        if main in parts and word in types:
            return kind
    raise Refused(ARCHIVE)


def _check_part(name: str, part: bytes) -> None:
    if MACRO_NAMES.search(name):
        raise Refused(MACROS)
    if ACTIVE_NAMES.search(name) or part.startswith((b"PK\x03\x04", b"MZ", b"\x7fELF", b"\xd0\xcf\x11\xe0")):
        raise Refused(ACTIVE)
    if name.lower().endswith((".xml", ".rels", ".rdf")):
        _check_markup(name, part.replace(b"\0", b""))


def _check_markup(name: str, part: bytes) -> None:
    """No entities, which can read files and unpack into more; nothing that is fetched when it is opened."""
    if ENTITIES.search(part):
        raise Refused(ACTIVE)
    calls = CALL.findall(part) if name.endswith(".rels") else []
    if any(FROM_ELSEWHERE.search(call) and b"/hyperlink" not in call for call in calls):
        raise Refused(ACTIVE)
