"""Pages of the activity log: the journal, one entry, and the form that writes it."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlmodel import Session

from app.activities import service
from app.activities.forms import another_like, first_form
from app.activities.models import Activity
from app.activities.queries import Wanted, activities_of, count_activities
from app.activities.schemas import ActivityCreate
from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    InitiativeToLog,
    InitiativeToRead,
    RowId,
    SessionDep,
    SignedIn,
    row_of,
)
from app.i18n import _
from app.initiatives.models import Initiative
from app.initiatives.pages import frame, phase_choices
from app.initiatives.queries import partnerships_of, phases_of
from app.web.addresses import LARGEST_ID, ids_in
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.pagination import PAGE_SIZE, After
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/activities")
FORM = "activities/form.html"
ENTRY = "activities/entry.html"
SomeId = Annotated[int | None, Query(ge=1, le=LARGEST_ID)]


@router.get("")
def show_journal(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    cursor: Cursor = None,
    ids: str = "",
    phase: str = "",
) -> Response:
    wanted = Wanted(ids_in(ids), next(iter(ids_in(phase)), None))
    return render(
        request,
        "activities/journal.html",
        wanted=wanted,
        page=activities_of(session, initiative.key, wanted, After.parse(cursor), PAGE_SIZE),
        count=count_activities(session, initiative.key, wanted),
        **_around(session, initiative),
    )


@router.get("/new")
def ask_for_activity(
    request: Request, session: SessionDep, initiative: InitiativeToLog, like: SomeId = None
) -> Response:
    known = row_of(session, Activity, initiative, like) if like else None
    form = another_like(known) if known else first_form(phases_of(session, initiative.key))
    return render(request, FORM, form=form, activity=None, **_around(session, initiative))


@router.post("")
def log_activity(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog, form: FormDep
) -> Response:
    with form.or_again(request, FORM, activity=None, **_around(session, initiative)):
        new = form.read(ActivityCreate)
        side = service.side_of(actor, partnerships_of(session, initiative.key))
        activity = once(
            session,
            form.idempotency_key,
            Activity,
            new,
            lambda: service.log_activity(session, initiative, new, side=side),
            below=initiative,
        )
    return saved(request, _address(initiative, activity), _("Saved. Your entry is in the log."))


@router.get("/{activity_id}")
def show_activity(
    request: Request, session: SessionDep, initiative: InitiativeToRead, activity_id: RowId
) -> Response:
    activity = row_of(session, Activity, initiative, activity_id)
    return render(request, ENTRY, activity=activity, **_around(session, initiative))


@router.get("/{activity_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToLog, activity_id: RowId
) -> Response:
    activity = row_of(session, Activity, initiative, activity_id)
    form = Form.showing(activity)
    return render(request, FORM, form=form, activity=activity, **_around(session, initiative))


@router.post("/{activity_id}/edit")
def edit_activity(
    request: Request, session: SessionDep, initiative: InitiativeToLog, form: FormDep, activity_id: RowId
) -> Response:
    activity = row_of(session, Activity, initiative, activity_id)
    with form.or_again(request, FORM, activity=activity, **_around(session, initiative)):
        service.edit_activity(session, activity, form.read(ActivityCreate), form.version)
    return saved(request, _address(initiative, activity), _("Saved. The entry is changed."))


def _address(initiative: Initiative, activity: Activity) -> str:
    return f"/initiatives/{initiative.slug}/activities/{activity.key}"


def _around(session: Session, initiative: Initiative) -> dict[str, Any]:
    """The frame, and the phases: id as text → name."""
    return {**frame(session, initiative), "phases": phase_choices(session, initiative)}
