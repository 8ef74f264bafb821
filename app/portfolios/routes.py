"""Pages of portfolios: what an organization funds or leads, side by side."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from app.clock import today
from app.dependencies import Cursor, OrganizationToRead, SessionDep, SignedIn
from app.evaluations.sentences.process import claims_borne_out
from app.i18n.countries import country_name
from app.measurement.claims import ClaimCount
from app.organizations.queries import organizations_with
from app.portfolios.pictures import beside_pictures, counted
from app.portfolios.portfolio import portfolio, stretch
from app.portfolios.queries import countries_in, readings
from app.portfolios.schemas import Wanted
from app.portfolios.strips import stack
from app.portfolios.words import parts, title, why_missing
from app.web.answers import see
from app.web.pagination import PAGE_SIZE, After
from app.web.strips import strip_words
from app.web.templating import render

router = APIRouter(prefix="/portfolios")


@router.get("")
def list_portfolios(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    """Whoever belongs to one organization wants its portfolio at once."""
    organizations = organizations_with(session, actor.organization_ids)
    if len(organizations) == 1:
        return see(f"/portfolios/{organizations[0].slug}")
    return render(request, "portfolios/list.html", organizations=organizations)


@router.get("/{slug}")
def show_portfolio(
    request: Request,
    session: SessionDep,
    actor: SignedIn,
    organization: OrganizationToRead,
    wanted: Annotated[Wanted, Depends()],
    cursor: Cursor = None,
) -> Response:
    role = wanted.role_of(organization.type)
    rows = readings(session, organization.key, role, actor, wanted)
    overall, page = portfolio(rows), stretch(rows, After.parse(cursor), PAGE_SIZE)
    return render(
        request,
        "portfolios/portfolio.html",
        organization=organization,
        title=title(role, organization.name),
        role=role,
        wanted=wanted,
        countries=_named(countries_in(session, organization.key, role)),
        overall=overall,
        borne_out=claims_borne_out(ClaimCount(overall.claims, overall.claims_evidenced)),
        counted=counted(overall),
        drawn=beside_pictures(overall),
        page=page,
        stack=stack(line.phases for line in page.lines),
        country_name=country_name,
        parts=parts(),
        why_missing=why_missing,
        words=strip_words(),
        today=today(),
    )


def _named(codes: Sequence[str]) -> dict[str, str]:
    return {code: country_name(code) for code in codes}
