"""The front page, help and accessibility, the reader's language, and whether the house stands."""

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse

from app.access import access_rule
from app.accounts.demo import people_of_demo
from app.database.migrate import is_at_head
from app.dependencies import Anyone, SessionDep
from app.home.example import example_strips
from app.home.help import cells
from app.home.reference import operations
from app.home.rights import rights_in_words
from app.i18n.locale import LOCALES
from app.initiatives.queries import reads_any
from app.measurement.thresholds import DEFAULT
from app.web.answers import inside, see
from app.web.forms import Form, FormDep
from app.web.strips import strip_words
from app.web.templating import render

router = APIRouter()
A_YEAR = 365 * 24 * 3600


@access_rule
def without_database() -> None:
    """Open to all, and answered even when the database is gone."""


@router.get("/")
def show_front_page(request: Request, session: SessionDep, actor: Anyone) -> Response:
    if actor:
        return see("/initiatives" if reads_any(session, actor) or not actor.roles else "/portfolios")
    wide, small = example_strips()
    return render(
        request,
        "home/front.html",
        wide=wide,
        small=small,
        words=strip_words(),
        people=people_of_demo(session) if request.app.state.settings.demo else {},
        form=Form(),
    )


@router.get("/help")
def show_help(request: Request, actor: Anyone) -> Response:
    return render(request, "home/help.html", rights=rights_in_words(), cells=cells(), t=DEFAULT)


@router.get("/accessibility")
def show_accessibility(request: Request, actor: Anyone) -> Response:
    return render(request, "home/accessibility.html")


@router.get("/docs")
def show_reference(request: Request, actor: Anyone) -> Response:
    return render(request, "home/reference.html", operations=operations(request.app.openapi()))


@router.post("/language", dependencies=[Depends(without_database)])
def choose_language(request: Request, form: FormDep) -> Response:
    response = see(inside(form["next"]))
    if form["locale"] in LOCALES:
        is_secure = request.app.state.settings.is_secure
        response.set_cookie(
            "locale", form["locale"], max_age=A_YEAR, samesite="lax", httponly=True, secure=is_secure
        )
    return response


@router.get("/healthz", dependencies=[Depends(without_database)])
def is_alive() -> dict[str, str]:
    """The process answers; nothing else is asked."""
    return {"status": "alive"}


@router.get("/readyz", dependencies=[Depends(without_database)])
def is_ready(request: Request) -> JSONResponse:
    """The database answers and has the schema this code was written for."""
    database = request.app.state.database
    if not database.is_answering():
        return JSONResponse({"status": "database does not answer"}, 503)
    if not is_at_head(database):
        return JSONResponse({"status": "database is not migrated"}, 503)
    return JSONResponse({"status": "ready"})
