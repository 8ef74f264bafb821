"""What the evaluation page shows: process beside outcome on one day, and the entries behind each number."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from app.charts.hero import Hero, hero
from app.evaluations import cells
from app.evaluations.accountability import Accountability, accountability
from app.evaluations.benefits import BenefitRow, benefit_rows
from app.evaluations.cell_years import CellYear, cell_years
from app.evaluations.checks import Check, checks
from app.evaluations.conclusions import Statement, can_say, cannot_say, lacking, who_worked
from app.evaluations.document import Evaluation, IndicatorResult, evaluate
from app.evaluations.figures import Figure
from app.evaluations.indicator_rows import IndicatorRow, Refusal, indicator_rows, refusals
from app.evaluations.learning_rows import LearningBlock, learning_blocks
from app.evaluations.links import Links
from app.evaluations.money import Money
from app.evaluations.money_rows import MoneyRow, money_rows
from app.evaluations.phase_rows import PhaseRow, phase_rows
from app.evaluations.schemas import Period
from app.evaluations.sentences.aims import aim
from app.evaluations.sentences.picture import description
from app.evaluations.sources import Sources, sources
from app.evaluations.story import span, story
from app.evaluations.time_rows import TimeBlock, time_block
from app.evaluations.years import YearRow, year_rows
from app.findings.queries import count_between
from app.initiatives.models import Initiative
from app.learning.models import Story
from app.learning.queries import stories_that_may_leave
from app.trends.events import Happenings, happenings, within
from app.vocabulary import Currency

STORIES = 5
"""The newest that may be read outside stand on the page: it may be printed and handed on."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The large picture for a desk and for a phone; events carry numbers where their words find no room."""

    wide: Hero
    narrow: Hero
    happenings: Happenings
    description: str


@dataclass(frozen=True, slots=True)
class EvaluationPage:
    evaluation: Evaluation
    links: Links
    aims: Sequence[Figure]
    """The one declared now, then those before it."""
    indicator: IndicatorResult | None
    money: Money | None
    picture: Picture
    years: Sequence[YearRow]
    phases: Sequence[PhaseRow]
    worked: Statement | None
    nine: Sequence[cells.Row]
    steps: Sequence[cells.Step]
    steps_heading: str
    cell_years: Sequence[CellYear]
    can_say: Sequence[Statement]
    cannot_say: Sequence[Statement]
    indicators: Sequence[IndicatorRow]
    refusals: Sequence[Refusal]
    currencies: Sequence[MoneyRow]
    benefits: Sequence[BenefitRow]
    time: TimeBlock
    learning: Sequence[LearningBlock]
    stories: Sequence[Story]
    findings: int
    """How many evaluators have written."""
    answers_for_it: Accountability
    checks: Sequence[Check]
    missing: Sequence[Statement]
    sources: Sources


def evaluation_page(
    session: Session, initiative: Initiative, period: Period, indicator_id: int | None
) -> EvaluationPage:
    as_of, links = period.last, Links(initiative.slug)
    evaluation = evaluate(session, initiative, as_of, starts_on=period.starts_on)
    indicator = chosen_indicator(evaluation, indicator_id)
    money = main_money(evaluation, initiative.currency)
    return EvaluationPage(
        evaluation=evaluation,
        links=links,
        aims=[Figure(aim(one), links.aims) for one in reversed(evaluation.aims)],
        indicator=indicator,
        money=money,
        picture=picture(evaluation, indicator, money, links),
        years=year_rows(evaluation, indicator, money, links),
        phases=phase_rows(evaluation, links),
        worked=who_worked(evaluation, links),
        nine=cells.nine_cells(evaluation.process.cell),
        steps=cells.arithmetic(evaluation, links),
        steps_heading=cells.heading(evaluation.process.cell),
        cell_years=cell_years(evaluation, links),
        can_say=can_say(evaluation, links),
        cannot_say=cannot_say(evaluation, links),
        indicators=indicator_rows(evaluation, links),
        refusals=refusals(evaluation, links),
        currencies=money_rows(evaluation, links),
        benefits=benefit_rows(evaluation, links),
        time=time_block(evaluation, links),
        learning=learning_blocks(evaluation, links),
        stories=stories_that_may_leave(session, initiative.key, as_of, STORIES),
        findings=count_between(session, initiative.key, period.starts_on, as_of),
        answers_for_it=accountability(evaluation, links),
        checks=checks(session, evaluation, links),
        missing=list(lacking(evaluation, links)),
        sources=sources(evaluation, initiative),
    )


def chosen_indicator(evaluation: Evaluation, indicator_id: int | None) -> IndicatorResult | None:
    """The one asked for, if it has been observed; else the one that stands for the aim."""
    asked = (r for r in evaluation.outcomes if r.indicator.key == indicator_id and r.entered)
    return next(asked, evaluation.hero)


def main_money(evaluation: Evaluation, currency: Currency) -> Money | None:
    """The initiative's own currency, or the first that occurs: one a picture, never added."""
    return min(evaluation.costs, key=lambda money: money.currency is not currency, default=None)


def picture(
    evaluation: Evaluation, indicator: IndicatorResult | None, money: Money | None, links: Links
) -> Picture:
    found = happenings(evaluation.aims, evaluation.learned, evaluation.as_of, links.overview)
    happened = within(found, span(evaluation, indicator, money))
    told = story(evaluation, indicator, money, (one.event for one in happened.shown))
    return Picture(
        wide=hero(told),
        narrow=hero(told, narrow=True),
        happenings=happened,
        description=description(evaluation, indicator, money),
    )
