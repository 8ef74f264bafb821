"""The page of hourly rates, for everybody signed in. They are added on the command line."""

from fastapi import APIRouter, Request, Response

from app.costs.rates import all_rates
from app.dependencies import SessionDep, SignedIn
from app.i18n import _
from app.i18n.countries import country_name
from app.web.templating import render

router = APIRouter()


@router.get("/rates")
def list_rates(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    return render(request, "costs/rates.html", rates=all_rates(session), country_name=country_name, named=_)
