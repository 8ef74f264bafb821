"""What a publication says, as canonical JSON: the same content has the same fingerprint."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlmodel import Session

from app.evaluations.as_json import as_json as evaluation_as_json
from app.evaluations.document import Evaluation, evaluation_of
from app.evaluations.records import Log, log_of
from app.evaluations.withheld import withheld
from app.i18n import _
from app.i18n.formats import format_date
from app.i18n.locale import current_language, speaking
from app.initiatives.models import Initiative
from app.measurement.thresholds import DEFAULT
from app.organizations.models import Organization
from app.publications.schemas import PublicationCreate
from app.reports.blocks import Report, as_json, report_from
from app.reports.report import report_of
from app.vocabulary import ReportSection

Json = dict[str, Any]
METHOD = "2026-11"
"""The rules by which it was worked out; goes up when a rule or a threshold of the measurement changes."""
LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Content:
    """The bytes as they are kept, and what is read in them."""

    kept: bytes

    @cached_property
    def found(self) -> Json:
        read: Json = json.loads(self.kept)
        return read

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.kept)

    def report(self, language: str | None = None) -> Report:
        """In the reader's language, where no other is asked for."""
        return report_from(self.found["reports"][language or current_language()])


def canonical(found: Json) -> bytes:
    """Sorted names, no spaces, UTF-8."""
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint_of(kept: bytes) -> str:
    """The SHA-256, in hexadecimal."""
    return hashlib.sha256(kept).hexdigest()


def content_of(
    session: Session, initiative: Initiative, new: PublicationCreate, published_at: datetime
) -> Content:
    """As readers outside may know it, whoever publishes."""
    log = log_of(session, initiative.key)
    evaluation = for_outside(log, initiative, new)
    reports = {
        language: _report(session, initiative, evaluation, new, published_at, locale_of(initiative, language))
        for language in LANGUAGES
    }
    return Content(
        canonical(
            {
                "method": METHOD,
                "title": new.title,
                "narrative": new.narrative,
                "language": new.language,
                "initiative": _about(session, initiative),
                "starts_on": new.starts_on.isoformat() if new.starts_on else None,
                "as_of": new.as_of.isoformat(),
                "published_at": published_at.isoformat(timespec="seconds"),
                "least": DEFAULT.disclosure_outside,
                "withheld": [
                    {"indicator": name, "values": values}
                    for name, values in withheld(log, DEFAULT.disclosure_outside)
                ],
                "evaluation": document(evaluation, initiative, new.language),
                "reports": reports,
            }
        )
    )


def for_outside(log: Log, initiative: Initiative, new: PublicationCreate) -> Evaluation:
    return evaluation_of(log, initiative, new.as_of, DEFAULT.disclosure_outside, new.starts_on)


def document(evaluation: Evaluation, initiative: Initiative, language: str) -> Json:
    """The evaluation as programs read it; its few sentences are in the language of the narrative."""
    with speaking(locale_of(initiative, language)):
        return evaluation_as_json(evaluation)


def locale_of(initiative: Initiative, language: str) -> str:
    """How dates and money are written where the initiative is."""
    if language == "fr":
        return "fr-CA" if initiative.country == "CA" else "fr-FR"
    return "en-CA" if initiative.country == "CA" else "en-GB"


def chosen(new: PublicationCreate) -> tuple[ReportSection, ...]:
    """Each once, in their order, all where none is chosen; a narrative needs the section it stands in."""
    wanted = {*new.sections} or {*ReportSection}
    if new.narrative:
        wanted |= {ReportSection.SUMMARY}
    return tuple(section for section in ReportSection if section in wanted)


def _report(
    session: Session,
    initiative: Initiative,
    evaluation: Evaluation,
    new: PublicationCreate,
    published_at: datetime,
    locale: str,
) -> Json:
    with speaking(locale):
        made = report_of(session, initiative, evaluation, chosen(new), new.narrative)
        published = (_("Published"), format_date(published_at.date()))
        subtitle = _("{initiative}. {evaluation}").format(
            initiative=initiative.name, evaluation=made.subtitle
        )
        return as_json(replace(made, title=new.title, subtitle=subtitle, facts=(*made.facts, published)))


def _about(session: Session, initiative: Initiative) -> Json:
    return {
        "name": initiative.name,
        "slug": initiative.slug,
        "country": initiative.country,
        "lead_organization": session.get_one(Organization, initiative.organization_id).name,
    }
