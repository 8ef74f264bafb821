"""The page of an initiative's aims: the one that holds, and those before it."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.clock import today
from app.database.idempotency import once
from app.dependencies import InitiativeToManage, InitiativeToRead, SessionDep
from app.i18n import _
from app.initiatives import service
from app.initiatives.models import DeclaredAim, Initiative
from app.initiatives.pages import frame
from app.initiatives.queries import aims_of
from app.initiatives.schemas import AimCreate
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/aims")
AIMS = "initiatives/aims.html"


@router.get("")
def show_aims(request: Request, session: SessionDep, initiative: InitiativeToRead) -> Response:
    form = Form.showing({"declared_on": today()})
    return render(request, AIMS, form=form, **_around(session, initiative))


@router.post("")
def declare_aim(
    request: Request, session: SessionDep, initiative: InitiativeToManage, form: FormDep
) -> Response:
    with form.or_again(request, AIMS, **_around(session, initiative)):
        new = form.read(AimCreate)
        once(
            session,
            form.idempotency_key,
            DeclaredAim,
            new,
            lambda: service.declare_aim(session, initiative, new),
            below=initiative,
        )
    return saved(
        request, f"/initiatives/{initiative.slug}/aims", _("Saved. The aim before it stays in history.")
    )


def _around(session: Session, initiative: Initiative) -> dict[str, Any]:
    return {**frame(session, initiative), "aims": aims_of(session, initiative.key)}
