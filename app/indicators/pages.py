"""What the pages of indicators show: the groups of the list, and one indicator with its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from app.charts.sparkline import Sparkline
from app.clock import today
from app.evidence.queries import numbers_of_files
from app.indicators import pictures, sentences
from app.indicators.models import Indicator
from app.indicators.observation_queries import observations_of
from app.indicators.queries import indicators_of
from app.indicators.records import indicator_record, observation_records
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.initiatives.queries import aims_of
from app.measurement import records
from app.measurement.outcome import outcome
from app.measurement.series import Measured, latest
from app.vocabulary import Aim, EffectService, EntryKind
from app.web.pagination import After

MOST_ROWS = 500
"""Observations in one table, so that a number on another page finds its row by the address."""


@dataclass(frozen=True)
class Known:
    """An indicator with its values in order of date; `latest` is the newest of the whole, if any."""

    indicator: Indicator
    values: tuple[records.Observation, ...]
    latest: Measured | None
    spark: Sparkline | None


@dataclass(frozen=True)
class Group:
    """The indicators that serve one aim, or none."""

    aim: Aim | None
    is_stated: bool
    known: tuple[Known, ...]


@dataclass(frozen=True)
class Groups:
    """By aim, the stated one first, even when nothing measures it; those of another service apart."""

    by_aim: tuple[Group, ...]
    elsewhere: tuple[Known, ...]


def indicator_groups(session: Session, initiative_id: int, as_of: date) -> Groups:
    aims = [declared.aim for declared in aims_of(session, initiative_id) if declared.declared_on <= as_of]
    known = _known(session, indicators_of(session, initiative_id), as_of)
    here = [one for one in known if one.indicator.effect_service is EffectService.OWN]
    order = dict.fromkeys([*aims[:1], *Aim, None])
    groups = (
        Group(aim, aim in aims[:1], tuple(one for one in here if one.indicator.aim is aim)) for aim in order
    )
    return Groups(
        by_aim=tuple(group for group in groups if group.known or group.is_stated),
        elsewhere=tuple(one for one in known if one not in here),
    )


def indicator_page(
    session: Session, initiative: Initiative, indicator: Indicator, after: After | None = None
) -> dict[str, Any]:
    """The context of `indicators/indicator.html`."""
    values = observation_records(session, [indicator.key], today())[indicator.key]
    found = outcome(indicator_record(indicator), values, today(), frequency=indicator.frequency)
    signals = sentences.signals(indicator, found)
    trend = pictures.trend(indicator, values, found)
    return {
        **frame(session, initiative),
        "indicator": indicator,
        "observations": observations_of(session, indicator.key, after, MOST_ROWS),
        "numbers_of_files": numbers_of_files(session, initiative.key, EntryKind.OBSERVATION),
        "reading": sentences.reading(indicator, found, has_parts=bool(values)),
        "limits_note": sentences.limits_note(indicator, found.control_chart),
        "signals": {entry: sentences.signal(signal) for entry, signal in signals.items()},
        "trend": trend,
        "picture_note": sentences.picture_note(
            starts_at_zero=trend is None or trend.starts_at_zero, has_signals=bool(signals)
        ),
        "has_people": any(value.n is not None for value in values),
        "has_spread": any(value.sd is not None for value in values),
        "value": sentences.value,
        "people": sentences.people,
    }


def _known(session: Session, rows: Sequence[Indicator], as_of: date) -> tuple[Known, ...]:
    values = observation_records(session, [row.key for row in rows], as_of)
    return tuple(
        Known(row, values[row.key], latest(values[row.key], as_of), pictures.spark(row, values[row.key]))
        for row in rows
    )
