"""Claim beside evidence, phase by phase, as pages show it: the strip, its table and the matrix."""

from dataclasses import dataclass
from datetime import date

from app.charts.lanes import StripPhase, span_of
from app.charts.scales import TimeSpan
from app.charts.strip import Strip, strip
from app.charts.strip_axis import StripAxis, strip_axis
from app.charts.strip_sizes import LARGE, PHONE
from app.evaluations.document import Evaluation
from app.evaluations.links import Links
from app.evaluations.sentences import process
from app.evaluations.view_cells import ViewsCell, views_cell
from app.i18n.formats import format_month_short
from app.i18n.labels import label
from app.measurement.claims import PhaseLead
from app.measurement.missing import Missing
from app.measurement.records import Phase
from app.measurement.thresholds import Thresholds
from app.measurement.views import PhaseViews
from app.vocabulary import Lead
from app.web.strips import strip_words

PHONE_WIDTH = 480


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """Without a claim, or without enough evidence, the lead is None and the words say so."""

    id: int
    name: str
    starts_on: date
    ends_on: date | None
    claimed: Lead | None
    claimed_words: str
    evidenced: Lead | None
    evidenced_words: str
    note: str
    basis: str
    accountable: str | None
    href: str
    views: ViewsCell


@dataclass(frozen=True, slots=True)
class StripPicture:
    """The strip for a desk, the one for a phone, and the axis below each."""

    wide: Strip
    small: Strip
    axis: StripAxis
    small_axis: StripAxis
    span: TimeSpan


def phase_rows(evaluation: Evaluation, links: Links) -> list[PhaseRow]:
    thresholds = evaluation.process.thresholds
    found = evaluation.process
    return [
        _row(evaluation.phases[lead.phase_id], lead, views, links, thresholds)
        for lead, views in zip(found.phases, found.views, strict=True)
    ]


def strip_picture(evaluation: Evaluation) -> StripPicture:
    phases = strip_phases(evaluation)
    span, words = span_of(phases, evaluation.until), strip_words()
    return StripPicture(
        wide=strip(phases, span, words, size=LARGE),
        small=strip(phases, span, words, size=PHONE),
        axis=strip_axis(span, format_month_short),
        small_axis=strip_axis(span, format_month_short, width=PHONE_WIDTH),
        span=span,
    )


def strip_phases(evaluation: Evaluation) -> list[StripPhase]:
    """Of the period alone, and as far as the day: what a phase will still do is not drawn."""
    return [
        _strip_phase(evaluation.phases[lead.phase_id], lead, evaluation) for lead in evaluation.process.phases
    ]


def _basis(phase: Phase, lead: PhaseLead, thresholds: Thresholds) -> str:
    """With what was cut, so that the hours can be found again in the log."""
    basis = lead.evidence.basis
    parts = (process.basis_of(phase.kind, basis), process.cap_of(basis, thresholds))
    return " ".join(filter(None, parts))


def _row(phase: Phase, lead: PhaseLead, views: PhaseViews, links: Links, thresholds: Thresholds) -> PhaseRow:
    return PhaseRow(
        id=phase.id,
        name=process.phase_name(phase),
        starts_on=phase.starts_on,
        ends_on=phase.ends_on,
        claimed=known(lead.claimed),
        claimed_words=process.claimed(lead.claimed),
        evidenced=known(lead.evidenced),
        evidenced_words=process.led(lead.evidenced),
        note=process.evidence_note(lead),
        basis=_basis(phase, lead, thresholds),
        accountable=phase.accountable,
        href=links.phase(phase.id),
        views=views_cell(views),
    )


def _strip_phase(phase: Phase, lead: PhaseLead, evaluation: Evaluation) -> StripPhase:
    first, until = evaluation.starts_on or phase.starts_on, evaluation.until
    return StripPhase(
        name=process.phase_name(phase),
        short=label(phase.kind),
        kind=phase.kind,
        starts_on=max(phase.starts_on, first),
        ends_on=min(phase.ends_on or until, until),
        claimed=known(lead.claimed),
        evidenced=known(lead.evidenced),
    )


def known(lead: Lead | Missing) -> Lead | None:
    return None if isinstance(lead, Missing) else lead
