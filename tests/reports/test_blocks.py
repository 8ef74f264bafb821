"""A report goes into JSON and comes back as it was, and its texts stay texts in the PDF."""

import json
import re
import zlib

import pytest

from app.reports.blocks import (
    Figure,
    Heading,
    Paragraph,
    Points,
    Report,
    Section,
    Table,
    as_json,
    report_from,
)
from app.reports.pdf import pdf_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
HOSTILE = '#strong[x] *bold* $x^2$ <script>alert(1)</script> \\ @ref // ` " = Heading'
REPORT = Report(
    language="fr-CA",
    title="Ruelles vertes à Montréal",
    subtitle="Évaluation à la date du 31 décembre 2020",
    as_of="2020-12-31",
    facts=(("Pays", "Canada"),),
    sections=(
        Section(
            "summary",
            "Synthèse",
            (
                Heading("Été"),
                Paragraph(HOSTILE),
                Paragraph("Petit", is_note=True),
                Points(("un", "deux")),
                Table("Tableau", ("Année", "Heures"), (("2020", "12"),) * 40, numeric=(1,)),
                Figure(SVG, "Image", "Un rectangle"),
            ),
        ),
        Section("missing", "Ce qui manque", ()),
    ),
)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return pdf_of(REPORT)


def inside(pdf: bytes) -> bytes:
    """The file with its compressed streams opened."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return pdf + b"".join(map(_opened, streams))


def _opened(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def test_a_report_comes_back_from_json_as_it_was() -> None:
    assert report_from(json.loads(json.dumps(as_json(REPORT)))) == REPORT


def test_the_pdf_is_tagged_bookmarked_and_says_its_language(pdf: bytes) -> None:
    found = inside(pdf)
    for part in (b"/MarkInfo", b"/StructTreeRoot", b"/Outlines", b"/Lang", b"pdfuaid:part"):
        assert part in found, part
    assert b"fr-CA" in found


def test_the_same_report_makes_the_same_bytes(pdf: bytes) -> None:
    assert pdf_of(REPORT) == pdf


def test_another_word_makes_other_bytes(pdf: bytes) -> None:
    other = report_from(as_json(REPORT) | {"title": "Autre"})
    assert pdf_of(other) != pdf
