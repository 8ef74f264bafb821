"""The evaluation of one initiative on one day: what pages, report, publication and portfolio are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlmodel import Session

from app.evaluations.money import Money, money
from app.evaluations.period import within
from app.evaluations.records import AimFrom, Answer, Log, aim_on, last_entry_on, log_of
from app.evaluations.withheld import told
from app.indicators.models import Indicator
from app.indicators.records import indicator_record
from app.initiatives.models import Initiative
from app.learning.log import LearningLog
from app.measurement import records
from app.measurement.citizen_time import CitizenTime, citizen_time
from app.measurement.learning import Learning, learning
from app.measurement.missing import Missing
from app.measurement.outcome import Outcome, outcome
from app.measurement.process import Process, process
from app.measurement.progress import change_since
from app.measurement.records import Activity, Observation, Phase
from app.measurement.series import Measured, series
from app.measurement.thresholds import DEFAULT
from app.vocabulary import Aggregation, Aim, IndicatorLevel, WarningRule

Warned = tuple[WarningRule, int | None]
"""A rule, and the phase it is about where it is about one."""

SILENCE = timedelta(days=365)
EFFECTS = (IndicatorLevel.OUTCOME, IndicatorLevel.IMPACT)


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """One indicator. `entered` are the values as people gave them, `found.points` those of each frequency.

    `starts_on` is the first day of the period that is looked at: `found` tells of the change within it.
    """

    indicator: Indicator
    record: records.Indicator
    found: Outcome
    entered: tuple[Measured, ...]
    categories: tuple[str, ...]
    starts_on: date | None = None

    @property
    def is_silent(self) -> bool:
        """Whether no value lies in the period."""
        return self.starts_on is not None and (self.latest is None or self.latest.on < self.starts_on)

    @property
    def within(self) -> tuple[Measured, ...]:
        """The values as entered, of the period alone."""
        first = self.starts_on
        return tuple(point for point in self.entered if first is None or point.on >= first)

    @property
    def latest(self) -> Measured | None:
        return self.entered[-1] if self.entered else None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`phases` holds those begun by `as_of`, by id; `activities` what happened by then.

    Where a period is looked at, `starts_on` is its first day and `as_of` its last. `least` is the smallest
    number of people that this reader is told.

    `until` is the last day that pictures cover: `as_of`, unless the initiative is over or its log went silent
    long before, on `silent_since`.
    """

    initiative_id: int
    as_of: date
    starts_on: date | None
    least: int
    until: date
    silent_since: date | None
    aim: AimFrom | None
    aims: tuple[AimFrom, ...]
    """In order of time; of two on one day, the one entered last comes last."""
    phases: dict[int, Phase]
    activities: tuple[Activity, ...]
    process: Process
    outcomes: tuple[IndicatorResult, ...]
    costs: tuple[Money, ...]
    citizen_time: CitizenTime | Missing
    hero: IndicatorResult | None
    learning: Learning
    learned: LearningLog
    answers: Mapping[Warned, Answer]
    """The newest to each warning."""


def evaluate(
    session: Session,
    initiative: Initiative,
    as_of: date,
    least: int = DEFAULT.disclosure_inside,
    starts_on: date | None = None,
) -> Evaluation:
    return evaluation_of(log_of(session, initiative.key), initiative, as_of, least, starts_on)


def evaluation_of(
    whole: Log,
    initiative: Initiative,
    as_of: date,
    least: int = DEFAULT.disclosure_inside,
    starts_on: date | None = None,
) -> Evaluation:
    """A pure function of the log, the period and the reader.

    Whoever hands it to readers outside says so by `least`: fewer people than that are not told.
    """
    log = told(within(whole, starts_on), least)
    aim, last = aim_on(log.aims, as_of), last_entry_on(whole, as_of)
    found = _process(log, initiative, as_of, least)
    begun = {lead.phase_id for lead in found.phases}
    results = _results(log, as_of, starts_on)
    return Evaluation(
        initiative_id=initiative.key,
        as_of=as_of,
        starts_on=starts_on,
        least=least,
        until=last_day_shown(initiative, last, as_of),
        silent_since=last if last and as_of - last > SILENCE else None,
        aim=aim,
        aims=tuple(
            sorted((a for a in log.aims if a.declared_on <= as_of), key=lambda found: found.declared_on)
        ),
        phases={phase.id: phase for phase in log.phases if phase.id in begun},
        activities=tuple(a for a in log.activities if a.happened_on <= as_of),
        process=found,
        outcomes=results,
        costs=money_of_period(log, whole, as_of),
        citizen_time=citizen_time(log.activities, log.rates, initiative.currency, as_of, log.paid),
        hero=hero_indicator(results, aim.aim if aim else None),
        learning=_learning(log.learned, as_of, initiative.ends_on),
        learned=log.learned,
        answers=_newest(log.answers, as_of),
    )


def _newest(answers: Iterable[Answer], as_of: date) -> dict[Warned, Answer]:
    """Of two of one day, the one entered last."""
    given = [one for one in answers if one.answered_on <= as_of]
    in_order = sorted(given, key=lambda one: (one.answered_on, one.id))
    return {(one.rule, one.phase_id): one for one in in_order}


def _process(log: Log, initiative: Initiative, as_of: date, least: int) -> Process:
    return process(
        log.phases,
        log.activities,
        log.claims,
        log.views,
        as_of,
        least_views=least,
        eligible=initiative.eligible_population,
    )


def _results(log: Log, as_of: date, starts_on: date | None) -> tuple[IndicatorResult, ...]:
    return tuple(
        indicator_result(
            known, log.observations.get(known.key, ()), as_of, log.rebases.get(known.key, ()), starts_on
        )
        for known in log.indicators
    )


def _learning(learned: LearningLog, as_of: date, over_on: date | None) -> Learning:
    return learning(
        learned.proposals, learned.obstacles, learned.incidents, learned.stories, as_of, over_on=over_on
    )


def last_day_shown(initiative: Initiative, last: date | None, as_of: date) -> date:
    """Years without any entry would only squeeze those that have some."""
    over = min(as_of, initiative.ends_on or as_of)
    if last is None or over - last <= SILENCE:
        return max(over, last or over)
    return min(over, date(last.year, 12, 31))


def money_of_period(log: Log, whole: Log, as_of: date) -> tuple[Money, ...]:
    """Break-even looks back to the first cost: what was spent before the period has to be covered, too."""
    flows = {one.currency: one.flow for one in money(whole.costs, whole.benefits, as_of)}
    return tuple(replace(one, flow=flows[one.currency]) for one in money(log.costs, log.benefits, as_of))


def indicator_result(
    indicator: Indicator,
    observations: Iterable[Observation],
    as_of: date,
    rebased_on: Iterable[date] = (),
    starts_on: date | None = None,
) -> IndicatorResult:
    """With the limits of that day: whatever began anew later had not been decided yet."""
    given, record = tuple(observations), indicator_record(indicator)
    as_entered = replace(record, aggregation=Aggregation.PER_PERIOD)
    found = outcome(
        record,
        given,
        as_of,
        frequency=indicator.frequency,
        rebased_on=sorted(day for day in rebased_on if day <= as_of),
        fixed_points=indicator.limits_from_first,
    )
    return IndicatorResult(
        indicator=indicator,
        record=record,
        found=replace(found, change=change_since(record, given, as_of, starts_on)),
        entered=series(as_entered, given, as_of),
        categories=tuple(sorted({o.category for o in given if o.category and o.observed_on <= as_of})),
        starts_on=starts_on,
    )


def hero_indicator(results: Iterable[IndicatorResult], aim: Aim | None) -> IndicatorResult | None:
    """The first effect that the declared aim asks about and somebody observed; else the nearest to that."""
    observed = [result for result in results if result.entered]
    return min(observed, key=lambda result: _distance(result, aim), default=None)


def _distance(result: IndicatorResult, aim: Aim | None) -> tuple[bool, bool]:
    return result.indicator.level not in EFFECTS, result.indicator.aim is not aim


def progress_value(result: IndicatorResult) -> str | None:
    """The part of the way made, to four places, as text; None where it has no meaning."""
    made = result.found.progress
    return None if isinstance(made, Missing) else f"{made.value:.4f}"
