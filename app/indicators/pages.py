"""What the list of indicators shows: each with its newest value, in groups by aim."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from app.charts.sparkline import Sparkline
from app.indicators import pictures
from app.indicators.models import Indicator
from app.indicators.queries import indicators_of
from app.indicators.records import observation_records
from app.initiatives.queries import aims_of
from app.measurement import records
from app.measurement.series import Measured, latest
from app.vocabulary import Aim, EffectService


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


def _known(session: Session, rows: Sequence[Indicator], as_of: date) -> tuple[Known, ...]:
    values = observation_records(session, [row.key for row in rows], as_of)
    return tuple(
        Known(row, values[row.key], latest(values[row.key], as_of), pictures.spark(row, values[row.key]))
        for row in rows
    )
