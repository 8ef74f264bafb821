"""Cumulative money: what was spent, and benefits by how sure they are; told apart by dashes and labels."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.charts.marks import Box, Line, LineLook, Path, Point, Text, polyline, tidy
from app.charts.plot import EndLabel, EndLabels, Plot, Ticks, end_labels, value_ticks
from app.charts.scales import LinearScale, nice_ticks
from app.charts.story import Money, MoneyLine
from app.vocabulary import Certainty

HEADROOM = 1.04
LOOKS = {
    None: LineLook.COST,
    Certainty.EXPECTED: LineLook.EXPECTED,
    Certainty.CLAIMED: LineLook.CLAIMED,
    Certainty.CONFIRMED: LineLook.CONFIRMED,
}


@dataclass(frozen=True, slots=True)
class MoneyMarks:
    """`points` are lines of one amount only."""

    ticks: Ticks
    lines: tuple[Path, ...]
    points: tuple[Point, ...]
    ends: EndLabels


def money_marks(money: Money, plot: Plot, area: Box, head: Sequence[Text] = ()) -> MoneyMarks:
    amounts = [amount for line in money.lines for _, amount in line.points]
    low, high = min([0.0, *amounts]), max([0.0, *amounts]) * HEADROOM
    scale = LinearScale(low, high if high > low else low + 1, area.bottom, area.y)
    drawn = [line for line in money.lines if line.points]
    places = [[(plot.across(day), scale(amount)) for day, amount in line.points] for line in drawn]
    return MoneyMarks(
        ticks=value_ticks(plot, nice_ticks(low, high, 3) if amounts else (), scale, money.axis_label, head),
        lines=tuple(
            Path(polyline(line), LOOKS[wanted.certainty]) for wanted, line in zip(drawn, places, strict=True)
        ),
        points=tuple(Point(tidy(line[0][0]), tidy(line[0][1])) for line in places if len(line) == 1),
        ends=_ends(drawn, places, plot, area),
    )


def _ends(
    lines: Sequence[MoneyLine], places: Sequence[Sequence[tuple[float, float]]], plot: Plot, area: Box
) -> EndLabels:
    """A leader starts where its line ends, which may be before the edge."""
    wanted = [
        EndLabel(line[-1][1], each.label, each.certainty is None)
        for each, line in zip(lines, places, strict=True)
    ]
    ends = end_labels(plot, wanted, area.y - 6, area.bottom + 6)
    before = (
        Line(tidy(line[-1][0]), tidy(line[-1][1]), plot.right, tidy(line[-1][1]), LineLook.EVENT)
        for line in places
        if line[-1][0] < plot.right - 2
    )
    return EndLabels((*ends.leaders, *before), ends.labels)
