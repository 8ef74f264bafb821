"""Writing of indicators."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlmodel import Session

from app.clock import today
from app.database.editing import archive, edit, expect_version
from app.i18n import _
from app.i18n.formats import format_day
from app.indicators.locks import refuse_locked_values
from app.indicators.models import FormerPoint, Indicator
from app.indicators.observation_queries import observation_outside, wait_for_writers
from app.indicators.schemas import IndicatorChange, IndicatorCreate
from app.initiatives.models import Initiative
from app.refusals import Invalid
from app.vocabulary import PointKind

ENDS = {
    PointKind.BASELINE: {"value": "baseline_value", "dated": "baseline_on", "n": "baseline_n"},
    PointKind.TARGET: {"value": "target_value", "dated": "target_on"},
}
"""What a former point keeps of which fields of an indicator."""


def define_indicator(session: Session, initiative: Initiative, new: IndicatorCreate) -> Indicator:
    indicator = Indicator(initiative_id=initiative.key, **new.model_dump())
    session.add(indicator)
    session.flush()
    return indicator


def edit_indicator(
    session: Session, indicator: Indicator, change: IndicatorChange, version: int | None
) -> Indicator:
    """A range that the recorded values do not fit is refused: one of the two must be wrong."""
    expect_version(indicator, version)
    _fits_what_is_recorded(session, indicator, change)
    fields = change.model_dump(exclude={"reason"}, exclude_unset=True)
    session.add_all(_replaced(indicator, fields, change.reason))
    return edit(session, indicator, IndicatorCreate.model_construct(**fields), version)


def archive_indicator(session: Session, indicator: Indicator, version: int | None) -> Indicator:
    """Refused while an evaluator has locked some of its values: they would go with it."""
    expect_version(indicator, version)
    wait_for_writers(session, indicator.key)
    refuse_locked_values(session, indicator)
    return archive(session, indicator)


def _fits_what_is_recorded(session: Session, indicator: Indicator, change: IndicatorCreate) -> None:
    outside = observation_outside(session, indicator.key, change.minimum, change.maximum)
    if outside:
        is_low = change.minimum is not None and outside.value < change.minimum
        message = _("A value recorded on {day} lies outside.").format(day=format_day(outside.observed_on))
        raise Invalid({"minimum" if is_low else "maximum": message})


def _replaced(indicator: Indicator, change: Mapping[str, Any], reason: str) -> Iterator[FormerPoint]:
    """The ends that the change replaces, as they are now. What was there goes only with a reason.

    A first target is kept as none before it: nobody worked towards it earlier. A first baseline is not,
    since it counts from the day it was measured.
    """
    for kind, fields in ENDS.items():
        was = {name: getattr(indicator, field) for name, field in fields.items()}
        if was == {name: change.get(field, was[name]) for name, field in fields.items()}:
            continue
        if was["value"] is not None and not reason:
            raise Invalid({"reason": _("Say why this replaces what was set before. Both are kept.")})
        if was["value"] is not None or kind is PointKind.TARGET:
            yield _former(indicator, kind, reason, was)


def _former(indicator: Indicator, kind: PointKind, reason: str, was: Mapping[str, Any]) -> FormerPoint:
    return FormerPoint(
        initiative_id=indicator.initiative_id,
        indicator_id=indicator.key,
        kind=kind,
        replaced_on=today(),
        reason=reason,
        **was,
    )
