"""What the list of indicators shows: each with its newest value, in groups by aim."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from app.charts.sparkline import Sparkline
from app.indicators import list_sentences, pictures, sentences
from app.indicators.models import Indicator
from app.indicators.newest import measured_in_parts, newest_records
from app.indicators.queries import indicators_of
from app.indicators.records import indicator_record
from app.initiatives.models import Initiative
from app.initiatives.queries import aims_of
from app.measurement import records
from app.measurement.overdue import is_over, next_value_on, overdue_since
from app.measurement.progress import change, progress
from app.measurement.series import Measured, latest
from app.vocabulary import Aim, EffectService


@dataclass(frozen=True)
class Known:
    """An indicator with what its row says; `latest` is the newest value of the whole, if there is one."""

    indicator: Indicator
    latest: Measured | None
    spark: Sparkline | None
    nothing: str
    """Why there is no value of the whole; only where there is none."""
    since_baseline: str
    to_target: str
    expected: date | None
    """When the next value is; None for what is measured now and then, or is over."""
    late: str
    """How late it is; empty while it is not."""


@dataclass(frozen=True)
class Group:
    """The indicators of this service that serve one aim, or none."""

    aim: Aim | None
    is_stated: bool
    is_elsewhere: bool
    """Whether something in another service serves it."""
    known: tuple[Known, ...]


@dataclass(frozen=True)
class Groups:
    """By aim, the stated one first, even when nothing measures it; those of another service apart."""

    by_aim: tuple[Group, ...]
    elsewhere: tuple[Known, ...]


def indicator_groups(session: Session, initiative: Initiative, as_of: date) -> Groups:
    aims = [one.aim for one in aims_of(session, initiative.key) if one.declared_on <= as_of]
    known = tuple(_known(session, initiative, as_of))
    here = tuple(one for one in known if one.indicator.effect_service is EffectService.OWN)
    elsewhere = tuple(one for one in known if one.indicator.effect_service is EffectService.OTHER)
    groups = (_group(aim, aims[:1], here, elsewhere) for aim in dict.fromkeys([*aims[:1], *Aim, None]))
    return Groups(tuple(group for group in groups if group.known or group.is_stated), elsewhere)


def _group(
    aim: Aim | None, stated: list[Aim], here: tuple[Known, ...], elsewhere: tuple[Known, ...]
) -> Group:
    return Group(
        aim=aim,
        is_stated=aim in stated,
        is_elsewhere=any(one.indicator.aim is aim for one in elsewhere),
        known=tuple(one for one in here if one.indicator.aim is aim),
    )


def _known(session: Session, initiative: Initiative, as_of: date) -> Iterator[Known]:
    """Four statements, however many indicators and values there are."""
    values = newest_records(session, initiative.key, as_of)
    in_parts = measured_in_parts(session, initiative.key, as_of)
    waits = not is_over(initiative.status, initiative.ends_on, as_of)
    for row in indicators_of(session, initiative.key):
        yield _row(row, values[row.key], as_of, has_parts=row.key in in_parts, waits=waits)


def _row(
    row: Indicator, values: tuple[records.Observation, ...], as_of: date, *, has_parts: bool, waits: bool
) -> Known:
    record, newest = indicator_record(row), latest(values, as_of)
    asked = row.frequency, newest.on if newest else None, row.created_at.date()
    missed = overdue_since(*asked, as_of) if waits else None
    return Known(
        indicator=row,
        latest=newest,
        spark=pictures.spark(row, values),
        nothing="" if newest else sentences.no_whole(row, has_parts=has_parts),
        since_baseline=list_sentences.since_baseline(row, change(record, values, as_of)),
        to_target=list_sentences.to_target(row, progress(record, values, as_of)),
        expected=next_value_on(*asked) if waits else None,
        late=list_sentences.late(missed, as_of) if missed else "",
    )
