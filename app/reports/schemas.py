"""What is asked of a report: its period, and which sections it has; and kept choices of sections."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator, Field

from app.evaluations.schemas import Period
from app.fields import Public, Strict, Title
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


def in_order(sections: Iterable[ReportSection]) -> list[ReportSection]:
    """Each once, in the order in which reports have them."""
    named = set(sections)
    return [section for section in ReportSection if section in named]


class ReportWanted(Period):
    sections: Annotated[tuple[ReportSection, ...], Field(max_length=len(ReportSection))] = ()

    @property
    def chosen(self) -> tuple[ReportSection, ...]:
        """All where none is chosen."""
        return tuple(in_order(self.sections) or ReportSection)


class ReportTemplateCreate(Strict):
    """A choice of sections that an organization keeps."""

    name: Title
    sections: Annotated[
        list[ReportSection], Field(min_length=1, max_length=len(ReportSection)), AfterValidator(in_order)
    ]


class ReportTemplatePublic(Public):
    id: int
    organization_id: int
    name: str
    sections: list[ReportSection]
    version: int
