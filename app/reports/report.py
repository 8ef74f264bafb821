"""A report of an evaluation, in the language that is spoken: its cover, and the sections that are wanted."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sqlmodel import Session

from app.evaluations.document import Evaluation
from app.evaluations.sentences import aims
from app.i18n import _
from app.i18n.countries import country_name
from app.i18n.formats import format_date
from app.i18n.labels import label
from app.i18n.locale import current_locale
from app.initiatives.models import Initiative
from app.reports.blocks import Block, Report, Section
from app.reports.material import Material, material_of
from app.reports.sections import learned, money, outcomes, process, rules, summary
from app.vocabulary import ReportSection

TELL: Mapping[ReportSection, Callable[[Material], Iterator[Block]]] = {
    ReportSection.SUMMARY: summary.told,
    ReportSection.TOGETHER: summary.together,
    ReportSection.CELL: process.cell,
    ReportSection.PHASES: process.phases,
    ReportSection.REACH: process.reach,
    ReportSection.OUTCOMES: outcomes.told,
    ReportSection.CONTRIBUTION: outcomes.contribution,
    ReportSection.MONEY: money.told,
    ReportSection.LEARNING: learned.told,
    ReportSection.ACCOUNTABILITY: learned.accountability,
    ReportSection.WARNINGS: learned.warnings,
    ReportSection.FINDINGS: learned.findings,
    ReportSection.MISSING: rules.missing,
    ReportSection.METHOD: rules.method,
    ReportSection.SOURCES: rules.sources,
}


def report_of(
    session: Session,
    initiative: Initiative,
    evaluation: Evaluation,
    sections: Sequence[ReportSection] = tuple(ReportSection),
    narrative: str = "",
) -> Report:
    material = material_of(session, initiative, evaluation, narrative)
    return Report(
        language=current_locale(),
        title=initiative.name,
        subtitle=_subtitle(evaluation),
        as_of=evaluation.as_of.isoformat(),
        facts=tuple(_facts(material)),
        sections=tuple(_section(section, material) for section in sections),
    )


def _section(section: ReportSection, material: Material) -> Section:
    return Section(section.value, label(section), tuple(TELL[section](material)))


def _subtitle(evaluation: Evaluation) -> str:
    day = format_date(evaluation.as_of)
    if evaluation.starts_on is None:
        return _("Evaluation as it stood on {day}").format(day=day)
    return _("Evaluation of {first} to {day}").format(first=format_date(evaluation.starts_on), day=day)


def _facts(material: Material) -> Iterator[tuple[str, str]]:
    initiative, aim = material.initiative, material.evaluation.aim
    yield _("Led by"), material.lead_organization
    yield _("Country"), country_name(initiative.country)
    yield _("Sector"), label(initiative.sector)
    yield _("Declared aim"), aims.aim(aim) if aim else _("No aim is declared.")
    if initiative.illustrative:
        yield _("Figures"), _("Illustrative: those without a source are made up to show how Tandem works.")
