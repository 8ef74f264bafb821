"""What the page around a report offers: its period, its sections, and the ways to choose them."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from app.i18n import _
from app.organizations.models import Organization
from app.reports.models import ReportTemplate
from app.reports.schemas import CHOICES, ReportWanted, in_order
from app.vocabulary import ReportSection


@dataclass(frozen=True, slots=True)
class Choice:
    """A set of sections with a name; `query` asks for it, for the same period. `whose` wants it so."""

    name: str
    whose: str
    query: str
    is_here: bool


def query_of(wanted: ReportWanted, sections: Iterable[ReportSection] | None = None) -> str:
    """The address of the same report, or of one with other sections."""
    named = wanted.sections if sections is None else sections
    days = [("starts_on", wanted.starts_on), ("as_of", wanted.as_of)]
    asked = [(name, day.isoformat()) for name, day in days if day]
    return urlencode([*asked, *(("sections", one.value) for one in named)])


def choices(wanted: ReportWanted, templates: Iterable[tuple[ReportTemplate, Organization]]) -> list[Choice]:
    """Those that everybody has, then those that the organizations of the initiative keep."""
    built_in = [(_(name), "", sections) for name, sections in CHOICES.values()]
    kept = [(one.name, whose.name, in_order(map(ReportSection, one.sections))) for one, whose in templates]
    return [
        Choice(name, whose, query_of(wanted, sections), set(sections) == set(wanted.chosen))
        for name, whose, sections in (*built_in, *kept)
    ]
