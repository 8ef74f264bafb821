"""Writing of indicators."""

from sqlmodel import Session

from app.database.editing import edit, expect_version
from app.i18n import _
from app.i18n.formats import format_day
from app.indicators.models import Indicator
from app.indicators.observation_queries import observation_outside
from app.indicators.schemas import IndicatorCreate
from app.initiatives.models import Initiative
from app.refusals import Invalid


def define_indicator(session: Session, initiative: Initiative, new: IndicatorCreate) -> Indicator:
    indicator = Indicator(initiative_id=initiative.key, **new.model_dump())
    session.add(indicator)
    session.flush()
    return indicator


def edit_indicator(
    session: Session, indicator: Indicator, change: IndicatorCreate, version: int | None
) -> Indicator:
    """A range that the recorded values do not fit is refused: one of the two must be wrong."""
    expect_version(indicator, version)
    outside = observation_outside(session, indicator.key, change.minimum, change.maximum)
    if outside:
        is_low = change.minimum is not None and outside.value < change.minimum
        message = _("A value recorded on {day} lies outside.").format(day=format_day(outside.observed_on))
        raise Invalid({"minimum" if is_low else "maximum": message})
    return edit(session, indicator, change, version)
