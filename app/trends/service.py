"""Writing of rebasings, and of the points on which limits rest."""

from sqlmodel import Session

from app.database.editing import expect_version, restore
from app.i18n import _
from app.indicators.models import Indicator, Rebase
from app.refusals import Invalid
from app.trends.queries import first_value_on, rebase_on
from app.trends.schemas import LimitsBasis, RebaseCreate


def rebase(session: Session, indicator: Indicator, new: RebaseCreate) -> Rebase:
    _check(session, indicator, new)
    row = Rebase(initiative_id=indicator.initiative_id, indicator_id=indicator.key, **new.model_dump())
    session.add(row)
    session.flush()
    return row


def rest_limits_on(
    session: Session, indicator: Indicator, basis: LimitsBasis, version: int | None
) -> Indicator:
    expect_version(indicator, version)
    indicator.limits_from_first = basis.limits_from_first
    session.flush()
    return indicator


def restore_rebase(session: Session, row: Rebase) -> Rebase:
    """Refused when the series was begun anew on that day by another meanwhile."""
    if rebase_on(session, row.indicator_id, row.rebased_on):
        raise Invalid({"rebased_on": _("The series is begun anew on this day already.")})
    return restore(session, row)


def _check(session: Session, indicator: Indicator, new: RebaseCreate) -> None:
    """A day with no value before it would begin nothing anew."""
    first = first_value_on(session, indicator.key)
    if first is None or new.rebased_on <= first:
        raise Invalid({"rebased_on": _("Enter a day after the first value.")})
    if rebase_on(session, indicator.key, new.rebased_on):
        raise Invalid({"rebased_on": _("The series is begun anew on this day already.")})
