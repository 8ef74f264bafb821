"""What is asked of a report: its period, and which sections it has."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

from app.evaluations.schemas import Period
from app.i18n import N_
from app.vocabulary import ReportSection

CHOICES: Mapping[str, tuple[str, Sequence[ReportSection]]] = {
    "whole": (N_("Everything"), tuple(ReportSection)),
    "short": (
        N_("Short, for a board or a funder"),
        (
            ReportSection.SUMMARY,
            ReportSection.TOGETHER,
            ReportSection.OUTCOMES,
            ReportSection.MONEY,
            ReportSection.WARNINGS,
            ReportSection.MISSING,
            ReportSection.METHOD,
            ReportSection.SOURCES,
        ),
    ),
    "citizens": (
        N_("For the citizens who took part"),
        (
            ReportSection.SUMMARY,
            ReportSection.TOGETHER,
            ReportSection.PHASES,
            ReportSection.OUTCOMES,
            ReportSection.LEARNING,
            ReportSection.ACCOUNTABILITY,
        ),
    ),
}
"""Choices that every organization has: what each is called, and its sections."""


class ReportWanted(Period):
    sections: Annotated[tuple[ReportSection, ...], Field(max_length=len(ReportSection))] = ()

    @property
    def chosen(self) -> tuple[ReportSection, ...]:
        """Each once, in their own order; all where none is chosen."""
        return tuple(section for section in ReportSection if section in self.sections) or tuple(ReportSection)
