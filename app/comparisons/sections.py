"""The sections of a comparison: the same facts of both, row by row, with their entries."""

from collections.abc import Iterable

from sqlmodel import Session

from app.comparisons.compared import Compared, Comparison
from app.comparisons.measured_rows import apart_row, measured_rows
from app.comparisons.measures import Measures
from app.comparisons.money_rows import cost_rows
from app.comparisons.process_rows import aim_row, process_rows
from app.comparisons.row import Figures, Row, Section, row
from app.evaluations.checks import Check, checks
from app.evaluations.conclusions import missing
from app.evaluations.figures import Figure
from app.evaluations.learning_rows import learning_blocks
from app.evaluations.sentences import costs
from app.i18n import _


def sections(session: Session, found: Comparison, measures: Measures) -> list[Section]:
    return [
        Section("aim", _("What for"), [aim_row(found)]),
        Section("who", _("Who did what"), process_rows(found), _("Hours are not influence.")),
        _changed(found, measures),
        Section("money", _("What it cost"), cost_rows(found), costs.how_counted()),
        Section("learned", _("What was learned"), _learned(found)),
        Section("check", _("Check before concluding"), _checks(session, found)),
    ]


def _changed(found: Comparison, measures: Measures) -> Section:
    apart = apart_row(measures, found)
    note = _(
        "Only indicators of one instrument, unit and scale stand in one row. Values of different instruments "
        "are never set against each other."
    )
    return Section(
        "changed", _("What changed"), [*measured_rows(measures, found), *([apart] if apart else [])], note
    )


def _learned(found: Comparison) -> list[Row]:
    blocks = [learning_blocks(one.evaluation, one.links) for one in found.both]
    return [Row(left.heading, left.figures, right.figures) for left, right in zip(*blocks, strict=True)]


def _checks(session: Session, found: Comparison) -> list[Row]:
    warned = [_warned(checks(session, one.evaluation, one.links)) for one in found.both]
    return [Row(_("Warnings"), *warned), row(_("What lacks"), _lacking, found)]


def _warned(found: Iterable[Check]) -> Figures:
    told = [Figure(check.heading, check.more.href) for check in found]
    return told or [Figure(_("No rule found anything to ask about."))]


def _lacking(one: Compared) -> Figures:
    told = [Figure(sentence) for sentence in missing(one.evaluation)]
    return told or [Figure(_("Nothing that the page asks for."))]
