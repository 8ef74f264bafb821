"""Files of every kind that is taken, made small."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

TYPES = b'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.%s.main+xml"/></Types>'
DOCX_PARTS = {
    "[Content_Types].xml": TYPES % b"wordprocessingml.document",
    "_rels/.rels": b"<Relationships/>",
    "word/document.xml": b"<w:document><w:t>Minutes</w:t></w:document>",
}
XLSX_PARTS = {
    "[Content_Types].xml": TYPES % b"spreadsheetml.sheet",
    "xl/workbook.xml": b"<workbook/>",
    "xl/printerSettings/printerSettings1.bin": b"paper",
}
ODT_PARTS = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"}
ODS_PARTS = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<office/>"}

GPS, LATITUDE, ORIENTATION, CAMERA = 0x8825, 2, 0x0112, 0x0110
LYING = 6
"""Turned by a quarter: the camera was held upright."""


def zipped(parts: dict[str, bytes], how: int = ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", how) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def docx(more: dict[str, bytes] | None = None) -> bytes:
    return zipped(DOCX_PARTS | (more or {}))


def pdf(objects: bytes, trailer: bytes = b"") -> bytes:
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n" + objects + b"\nendobj\n"
    end = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    return body + end % (trailer, len(body))


def text_in_pdf() -> bytes:
    drawn = zlib.compress(b"BT /F1 12 Tf (Receipt) Tj ET")
    return pdf(b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))


def picture(form: str, width: int = 60, height: int = 40, mode: str = "RGB", **options: object) -> bytes:
    made = BytesIO()
    Image.new(mode, (width, height), 200 if mode in {"L", "I;16"} else None).save(made, form, **options)
    return made.getvalue()


def jpeg(width: int = 60, height: int = 40, **options: object) -> bytes:
    made = BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(made, "JPEG", **options)
    return made.getvalue()


def webp(width: int, height: int) -> bytes:
    return picture("WEBP", width, height)


def png_of(width: int, height: int, *, noise: bool = False) -> bytes:
    if not noise:
        return picture("PNG", width, height, "1")
    made = BytesIO()
    Image.effect_noise((width, height), 60).save(made, "PNG")
    return made.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(header: bytes = b"", before: bytes = b"") -> bytes:
    """By hand, so that its parts can be anything."""
    start = header or struct.pack(">2I5B", 1, 1, 8, 6, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(bytes(5)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", start) + before + pixels + chunk(b"IEND", b"")


def photo_of_a_place() -> bytes:
    """As phones make them: lying on its side, with the camera's name and the place on the map."""
    exif = Image.Exif()
    exif[ORIENTATION] = LYING
    exif[CAMERA] = "Camera of Ada"
    exif.get_ifd(GPS)[LATITUDE] = (48.0, 51.0, 29.0)
    return jpeg(exif=exif)


def moving_png() -> bytes:
    made = BytesIO()
    first, second = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (60, 40), "blue")
    first.save(made, "PNG", save_all=True, append_images=[second])
    return made.getvalue()
