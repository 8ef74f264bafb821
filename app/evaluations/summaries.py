"""Keeps `initiative_summary` true: one row an initiative, rewritten in the transaction that changed its log.

Nothing here asks for today's date, so that a summary changes only when its log does.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.evaluations import summary_counts as counted
from app.evaluations.document import IndicatorResult, hero_indicator, indicator_result
from app.evaluations.models import InitiativeSummary
from app.evaluations.records import Log, aim_on, last_entry_on, logs_of
from app.evaluations.summary_entries import Further, further_entries
from app.initiatives.models import Initiative
from app.measurement.cell import cell
from app.measurement.claims import PhaseLead, claim_count, phase_leads
from app.measurement.cost import cost_totals
from app.measurement.missing import Missing
from app.measurement.records import Phase
from app.vocabulary import Aim, Lead

EVER = date.max
"""Entries lie in the past when they are made: all of them count, whatever day it is."""
BATCH = 200


def refresh_summaries(session: Session, initiative_ids: set[int]) -> None:
    """Recompute these initiatives' rows from their logs."""
    _refresh(session, initiative_ids)


def refresh_all(session: Session) -> int:
    """Rebuild every summary; answers how many differed from the log."""
    ids = session.scalars(sa.select(col(Initiative.id)).order_by(col(Initiative.id))).all()
    return sum(_refresh(session, batch) for batch in _batches(ids))


def refresh_stale(session: Session) -> int:
    """Compute the rows that a change of schema left behind; answers how many differed."""
    stale = sa.select(col(InitiativeSummary.initiative_id)).where(col(InitiativeSummary.revision) == 0)
    return sum(_refresh(session, batch) for batch in _batches(session.scalars(stale).all()))


def summary_of(initiative_id: int, log: Log, further: Further) -> InitiativeSummary:
    """A pure function of the log."""
    leads = phase_leads(log.phases, log.activities, log.claims, EVER)
    count, place = claim_count(leads), cell(log.activities, EVER)
    last, aim = last_entry_on(log, EVER), aim_on(log.aims, EVER)
    results = [indicator_result(known, log.observations.get(known.key, ()), EVER) for known in log.indicators]
    return InitiativeSummary(
        initiative_id=initiative_id,
        claims=count.claimed,
        claims_evidenced=count.evidenced,
        cell=None if isinstance(place.number, Missing) else place.number,
        last_entry_on=last,
        phases=_phases(log.phases, leads),
        outcome=_outcome(results, aim.aim if aim else None),
        cash=_cash(log, last),
        aim=aim.aim if aim else None,
        strength=place.strength,
        due_on=counted.due_on(log),
        led=_led(leads),
        hours=counted.hours(log),
        reach=counted.reach(log),
        learned=counted.learned(further),
        money=counted.money(log, further, last),
        indicators=counted.indicators(results),
        quality=counted.quality(log),
    )


def _refresh(session: Session, initiative_ids: Iterable[int]) -> int:
    """Writes what the logs say; answers how many rows said something else, or nothing yet."""
    _take_turns(session, initiative_ids)
    logs, further = logs_of(session, initiative_ids), further_entries(session, initiative_ids)
    stored = {summary.initiative_id: summary for summary in session.exec(_summaries(logs))}
    differed = [
        summary
        for summary in (summary_of(key, log, further.get(key, Further())) for key, log in logs.items())
        if not _agree(stored.get(summary.initiative_id), summary)
    ]
    for summary in differed:
        _store(session, stored.get(summary.initiative_id, summary), summary)
    session.flush()
    return len(differed)


def _store(session: Session, row: InitiativeSummary, summary: InitiativeSummary) -> None:
    summary.revision = row.revision + 1
    session.add(row.sqlmodel_update(summary))


def _take_turns(session: Session, initiative_ids: Iterable[int]) -> None:
    """On PostgreSQL two writers may change one log at once: the second reads it after the first's commit.

    The lock leaves alone those who only refer to the initiative, which every new entry does.
    """
    session.execute(
        sa.select(col(Initiative.id))
        .where(col(Initiative.id).in_(sorted(initiative_ids)))
        .order_by(col(Initiative.id))
        .with_for_update(key_share=True)
    )


def _summaries(initiative_ids: Iterable[int]) -> SelectOfScalar[InitiativeSummary]:
    return select(InitiativeSummary).where(col(InitiativeSummary.initiative_id).in_(initiative_ids))


def _agree(stored: InitiativeSummary | None, found: InitiativeSummary) -> bool:
    """A row that was never computed since the schema changed agrees with nothing."""
    if stored is None or not stored.revision:
        return False
    return stored.model_dump(exclude={"revision"}) == found.model_dump(exclude={"revision"})


def _batches(ids: Iterable[int | None]) -> Iterator[set[int]]:
    """A few hundred logs at a time, so that memory does not grow with the number of initiatives."""
    waiting = iter([initiative_id for initiative_id in ids if initiative_id is not None])
    while batch := set(islice(waiting, BATCH)):
        yield batch


def _phases(phases: Iterable[Phase], leads: Iterable[PhaseLead]) -> list[dict[str, Any]]:
    by_id = {phase.id: phase for phase in phases}
    return [_phase(by_id[lead.phase_id], lead) for lead in leads]


def _phase(phase: Phase, lead: PhaseLead) -> dict[str, Any]:
    return {
        "id": phase.id,
        "kind": phase.kind.value,
        "name": phase.name,
        "starts_on": phase.starts_on.isoformat(),
        "ends_on": phase.ends_on.isoformat() if phase.ends_on else None,
        "claimed": _lead(lead.claimed),
        "evidenced": _lead(lead.evidenced),
        "status": lead.status.value,
    }


def _led(leads: Iterable[PhaseLead]) -> str:
    known = {f"{lead.kind}:{lead.evidenced}" for lead in leads if not isinstance(lead.evidenced, Missing)}
    return f" {' '.join(sorted(known))} " if known else ""


def _lead(lead: Lead | Missing) -> str | None:
    return None if isinstance(lead, Missing) else lead.value


def _outcome(results: Sequence[IndicatorResult], aim: Aim | None) -> dict[str, Any]:
    """The indicator that stands for the outcome; empty while nothing has been observed."""
    hero = hero_indicator(results, aim)
    return {} if hero is None else _observed(hero)


def _observed(hero: IndicatorResult) -> dict[str, Any]:
    made, latest = hero.found.progress, hero.entered[-1]
    return {
        "indicator_id": hero.indicator.key,
        "name": hero.indicator.name,
        "direction": hero.indicator.direction.value,
        "progress": None if isinstance(made, Missing) else _text(made.value),
        "missing": made.reason.value if isinstance(made, Missing) else None,
        "latest": _text(latest.value),
        "latest_on": latest.on.isoformat(),
        "n": latest.n,
    }


def _cash(log: Log, last: date | None) -> dict[str, str]:
    """What was paid up to the last entry, a currency each; estimates for later days are plans."""
    totals = cost_totals(log.costs, last) if last else {}
    return {currency.value: _text(found.total.cash) for currency, found in totals.items()}


def _text(value: Decimal) -> str:
    return f"{round(value, 6).normalize():f}"
