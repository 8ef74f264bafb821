"""A report as PDF: tagged for those who listen to it, bookmarked, and the same bytes for the same report."""

import json
from datetime import UTC, datetime
from pathlib import Path

import typst

from app.i18n import _
from app.i18n.locale import speaking
from app.reports.blocks import Report, as_json
from app.settings import ROOT

TEMPLATE = Path(__file__).with_name("report.typ")
FONTS = ROOT / "app" / "static"


def pdf_of(report: Report) -> bytes:
    """In the language of the report, whoever asks. Its texts go in as data and are never read as markup."""
    with speaking(report.language):
        words = _words(report)
    return typst.compile(
        str(TEMPLATE),
        format="pdf",
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"report": _text(as_json(report)), "words": _text(words)},
        pdf_standards="ua-1",  # what a screen reader needs is there, or the setting of the report fails
        timestamp=int(datetime.fromisoformat(report.as_of).replace(tzinfo=UTC).timestamp()),
    )


def _words(report: Report) -> dict[str, str]:
    """What the template itself says."""
    language, _separator, region = report.language.partition("-")
    return {
        "language": language,
        "region": region.lower(),
        "author": "Tandem",
        "kind": _("Evaluation report"),
        "contents": _("Contents"),
        "foot": _("Made with Tandem from the log of the initiative"),
        "page": _("Page {page} of {pages}"),
        "caution": _("This report shows order in time, not cause. Small counts are masked."),
    }


def _text(found: object) -> str:
    return json.dumps(found, ensure_ascii=False)
