"""The page on which an evaluator locks the values of a period, and everybody sees which are locked."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.accounts.queries import names_of_people
from app.database.idempotency import once
from app.dependencies import InitiativeToEvaluate, InitiativeToRead, SessionDep
from app.i18n import _
from app.indicators import locks
from app.indicators.locks import LockCreate, locks_of
from app.indicators.models import PeriodLock
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/locks")
PAGE = "indicators/locks.html"


@router.get("")
def show_locks(request: Request, session: SessionDep, initiative: InitiativeToRead) -> Response:
    return render(request, PAGE, form=Form(), **_around(session, initiative))


@router.post("")
def lock_period(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, form: FormDep
) -> Response:
    with form.or_again(request, PAGE, **_around(session, initiative)):
        new = form.read(LockCreate)
        once(
            session,
            form.idempotency_key,
            PeriodLock,
            new,
            lambda: locks.lock_period(session, initiative, new),
            below=initiative,
        )
    return saved(
        request, f"/initiatives/{initiative.slug}/locks", _("Saved. The values of these days are locked.")
    )


def _around(session: Session, initiative: Initiative) -> dict[str, Any]:
    held = locks_of(session, initiative.key)
    names = names_of_people(session, {lock.created_by_id for lock in held})
    return {"locks": held, "names": names, **frame(session, initiative)}
