"""What the overview of one initiative shows: who leads, what is due, what is new, what it costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session

from app.access import Right
from app.evaluations.document import Evaluation, evaluate
from app.evaluations.due import Due, due_in, may_mend
from app.evaluations.indicator_rows import IndicatorRow, indicator_rows
from app.evaluations.links import Links
from app.evaluations.money import Money
from app.evaluations.phase_rows import PhaseRow, StripPicture, phase_rows, strip_picture
from app.evaluations.queries import people_by_role
from app.evaluations.sources import Sources, sources
from app.initiatives.models import Initiative, Partnership
from app.initiatives.queries import partners_of
from app.journal.queries import Entry, count_entries, journal
from app.journal.schemas import Wanted
from app.organizations.models import Organization
from app.vocabulary import CostStage, Currency, MemberRole

LATEST = 6
"""Entries of the log that the overview shows."""


@dataclass(frozen=True, slots=True)
class StageBar:
    """Cash of one stage; `width` is in percent of the largest."""

    stage: CostStage
    cash: Decimal
    width: float
    href: str


@dataclass(frozen=True, slots=True)
class Cash:
    """Cash in one currency, stage by stage. Volunteers' time stays apart."""

    currency: Currency
    total: Decimal
    volunteer_time: Decimal
    bars: Sequence[StageBar]
    href: str


@dataclass(frozen=True, slots=True)
class Overview:
    evaluation: Evaluation
    links: Links
    phases: Sequence[PhaseRow]
    picture: StripPicture
    due: Sequence[Due]
    latest: Sequence[Entry]
    entries: int
    indicators: Sequence[IndicatorRow]
    cash: Sequence[Cash]
    partners: Sequence[tuple[Partnership, Organization]]
    people: dict[MemberRole, int]
    sources: Sources


def overview(session: Session, initiative: Initiative, as_of: date, granted: frozenset[Right]) -> Overview:
    evaluation, links = evaluate(session, initiative, as_of), Links(initiative.slug)
    return Overview(
        evaluation=evaluation,
        links=links,
        phases=phase_rows(evaluation, links),
        picture=strip_picture(evaluation),
        due=may_mend(due_in(session, [initiative], as_of)[initiative.key], granted),
        latest=journal(session, initiative.key, Wanted(), None, LATEST, wholes=True).items,
        entries=count_entries(session, initiative.key),
        indicators=indicator_rows(evaluation, links),
        cash=[cash(money, links) for money in evaluation.costs if money.totals],
        partners=[pair for pair in partners_of(session, initiative.key) if not pair[0].ended_at],
        people=people_by_role(session, initiative.organization_id),
        sources=sources(evaluation, initiative),
    )


def cash(money: Money, links: Links) -> Cash:
    """One currency's bars, in the order of the stages."""
    assert money.totals is not None
    spent = {
        stage: money.totals.by_stage[stage].cash for stage in CostStage if stage in money.totals.by_stage
    }
    largest = max(spent.values(), default=Decimal(0)) or Decimal(1)
    return Cash(
        currency=money.currency,
        total=money.totals.total.cash,
        volunteer_time=money.totals.total.volunteer_time,
        bars=[
            StageBar(stage, amount, round(float(amount / largest * 100), 1), links.stage(stage))
            for stage, amount in spent.items()
        ],
        href=links.costs(money.totals.entries),
    )
