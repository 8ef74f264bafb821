"""The page of the initiatives somebody takes part in: each with its lead strip, as the summaries have it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from app.access import may_register
from app.dependencies import Cursor, SessionDep, SignedIn
from app.i18n.countries import country_name
from app.initiatives.queries import Wanted, initiatives_read_by
from app.portfolios.queries import summaries_of
from app.portfolios.strips import stack
from app.portfolios.summaries import phase_read
from app.web.pagination import PAGE_SIZE, AfterId
from app.web.strips import strip_words
from app.web.templating import render

router = APIRouter()


@router.get("/initiatives")
def list_initiatives(
    request: Request,
    session: SessionDep,
    actor: SignedIn,
    wanted: Annotated[Wanted, Depends()],
    cursor: Cursor = None,
) -> Response:
    page = initiatives_read_by(session, actor, wanted, AfterId.parse(cursor), PAGE_SIZE)
    summaries = summaries_of(session, [initiative.key for initiative in page.items])
    return render(
        request,
        "initiatives/list.html",
        page=page,
        wanted=wanted,
        summaries=summaries,
        stack=stack(map(phase_read, summaries[initiative.key].phases) for initiative in page.items),
        words=strip_words(),
        country_name=country_name,
        may_register=any(may_register(actor, organization_id) for organization_id in actor.roles),
    )
