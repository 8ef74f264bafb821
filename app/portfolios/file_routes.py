"""Files of a portfolio to take away: CSV, a spreadsheet and JSON, narrowed as the screen is."""

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import FileResponse, JSONResponse, StreamingResponse
from starlette.background import BackgroundTask

from app.access import Actor
from app.clock import today
from app.dependencies import OrganizationToRead, SessionDep, SignedIn
from app.organizations.models import Organization
from app.portfolios.files import Export
from app.portfolios.kept import figures
from app.portfolios.schemas import LinePublic, OverallPublic
from app.portfolios.wanted import Wanted
from app.web.csv import MEDIA_TYPE
from app.web.downloads import as_attachment

router = APIRouter(prefix="/portfolios/{slug}")
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Narrowed = Annotated[Wanted, Depends()]


@router.get("/lines.csv")
def download_csv(
    request: Request, actor: SignedIn, organization: OrganizationToRead, wanted: Narrowed
) -> Response:
    told = _export(request, actor, organization, wanted).as_csv()
    return StreamingResponse(told, media_type=MEDIA_TYPE, headers=_named(organization, "csv"))


@router.get("/lines.xlsx")
def download_spreadsheet(
    request: Request,
    session: SessionDep,
    actor: SignedIn,
    organization: OrganizationToRead,
    wanted: Narrowed,
) -> Response:
    export = _export(request, actor, organization, wanted)
    overall = figures(session, organization.key, export.role, wanted, today()).overall
    with NamedTemporaryFile(suffix=".xlsx", delete=False) as file:
        path = Path(file.name)
    export.as_xlsx(path, overall)
    done = BackgroundTask(path.unlink)
    return FileResponse(path, media_type=SPREADSHEET, headers=_named(organization, "xlsx"), background=done)


@router.get("/lines.json")
def download_json(
    request: Request,
    session: SessionDep,
    actor: SignedIn,
    organization: OrganizationToRead,
    wanted: Narrowed,
) -> Response:
    export = _export(request, actor, organization, wanted)
    overall = figures(session, organization.key, export.role, wanted, today()).overall
    content: dict[str, Any] = {
        "role": export.role,
        "overall": OverallPublic.model_validate(overall).model_dump(mode="json"),
        "items": [LinePublic.model_validate(line).model_dump(mode="json") for line in export.lines()],
    }
    return JSONResponse(content, headers=_named(organization, "json"))


def _export(request: Request, actor: Actor, organization: Organization, wanted: Wanted) -> Export:
    role = wanted.role_of(organization.type)
    return Export(request.app.state.database, organization.key, role, actor, wanted)


def _named(organization: Organization, ending: str) -> dict[str, str]:
    return as_attachment(f"{organization.slug}-{today().isoformat()}.{ending}")
