"""JSON routes of trends, rebasings and the points on which limits rest."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from app.access import Right
from app.clock import today
from app.database.idempotency import once
from app.dependencies import IdempotencyKey, IfMatch, SessionDep, row_with
from app.indicators.models import Indicator, Rebase
from app.indicators.schemas import IndicatorPublic
from app.initiatives.models import Initiative
from app.trends import service
from app.trends.as_json import trend_as_json
from app.trends.document import trend
from app.trends.queries import rebases_of
from app.trends.routes import AsOf
from app.trends.schemas import LimitsBasis, RebaseCreate, RebasePublic, TrendPublic
from app.web.patches import version_in

router = APIRouter(tags=["indicators and observations"])

IndicatorToRead = Annotated[Indicator, Depends(row_with(Indicator, Right.READ))]
IndicatorToEvaluate = Annotated[Indicator, Depends(row_with(Indicator, Right.EVALUATE))]
RebaseToRead = Annotated[Rebase, Depends(row_with(Rebase, Right.READ))]
Screen = Annotated[bool, Query(description="`no` keeps outlying steps in the average behind the limits")]


@router.get("/indicators/{row_id}/trend")
def show_trend(
    session: SessionDep, indicator: IndicatorToRead, as_of: AsOf = None, *, screen: Screen = True
) -> TrendPublic:
    """What the trend page says: points, limits, signals, ends, bands, events, reading and method."""
    initiative = session.get_one(Initiative, indicator.initiative_id)
    return trend_as_json(trend(session, initiative, indicator, as_of or today(), screened=screen))


@router.get("/indicators/{row_id}/rebases", response_model=list[RebasePublic])
def list_rebases(session: SessionDep, indicator: IndicatorToRead) -> Sequence[Rebase]:
    return rebases_of(session, indicator.key)


@router.post("/indicators/{row_id}/rebases", status_code=201, response_model=RebasePublic)
def rebase(
    session: SessionDep, indicator: IndicatorToEvaluate, new: RebaseCreate, key: IdempotencyKey = None
) -> Rebase:
    return once(session, key, Rebase, new, lambda: service.rebase(session, indicator, new), below=indicator)


@router.get("/rebases/{row_id}", response_model=RebasePublic)
def show_rebase(rebase: RebaseToRead) -> Rebase:
    return rebase


@router.put("/indicators/{row_id}/limits", response_model=IndicatorPublic)
def rest_limits(
    session: SessionDep, indicator: IndicatorToEvaluate, basis: LimitsBasis, if_match: IfMatch = None
) -> Indicator:
    """Without a number the limits rest on all points again."""
    return service.rest_limits_on(session, indicator, basis, version_in(if_match))
