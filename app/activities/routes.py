"""Pages of the activity log: the entries behind a number, one entry, and the form that writes it."""

from fastapi import APIRouter, Request, Response

from app.activities import service
from app.activities.models import Activity
from app.activities.pages import ENTRY, FORM, around, entry_page, form_page
from app.activities.queries import Wanted, activities_of, count_activities
from app.activities.schemas import ActivityCreate
from app.database.idempotency import once
from app.dependencies import (
    Cursor,
    InitiativeToLog,
    InitiativeToRead,
    Like,
    RowId,
    SessionDep,
    SignedIn,
    row_of,
)
from app.i18n import _
from app.initiatives.models import Initiative
from app.initiatives.queries import partnerships_of
from app.web.addresses import ids_in
from app.web.answers import saved, see
from app.web.forms import Form, FormDep
from app.web.pagination import PAGE_SIZE, After
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/activities")


@router.get("")
def show_activities(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    cursor: Cursor = None,
    ids: str = "",
    phase: str = "",
) -> Response:
    """The entries behind a number. All the others are read in the journal."""
    wanted = Wanted(ids_in(ids))
    if not wanted.is_narrowed:
        return see(_in_the_journal(initiative, phase))
    return render(
        request,
        "activities/list.html",
        wanted=wanted,
        page=activities_of(session, initiative.key, wanted, After.parse(cursor), PAGE_SIZE),
        count=count_activities(session, initiative.key, wanted),
        **around(session, initiative),
    )


@router.get("/new")
def ask_for_activity(initiative: InitiativeToLog, like: Like = None) -> Response:
    """Everything is logged from one page."""
    return see(f"/initiatives/{initiative.slug}/log{f'?like={like}' if like else ''}")


@router.post("")
def log_activity(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToLog, form: FormDep
) -> Response:
    with form.or_again(request, FORM, like=None, **form_page(session, initiative)):
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
    return render(request, ENTRY, **entry_page(session, initiative, activity))


@router.get("/{activity_id}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, initiative: InitiativeToLog, activity_id: RowId
) -> Response:
    activity = row_of(session, Activity, initiative, activity_id)
    form = Form.showing(activity)
    return render(request, FORM, form=form, like=None, **form_page(session, initiative, activity))


@router.post("/{activity_id}/edit")
def edit_activity(
    request: Request, session: SessionDep, initiative: InitiativeToLog, form: FormDep, activity_id: RowId
) -> Response:
    activity = row_of(session, Activity, initiative, activity_id)
    with form.or_again(request, FORM, like=None, **form_page(session, initiative, activity)):
        service.edit_activity(session, activity, form.read(ActivityCreate), form.version)
    return saved(request, _address(initiative, activity), _("Saved. The entry is changed."))


def _address(initiative: Initiative, activity: Activity) -> str:
    return f"/initiatives/{initiative.slug}/activities/{activity.key}"


def _in_the_journal(initiative: Initiative, phase: str) -> str:
    """Where the activities of all phases, or of one, are read."""
    of_phase = "".join(f"&phase_id={id_}" for id_ in ids_in(phase)[:1])
    return f"/initiatives/{initiative.slug}/journal?kind=activity{of_phase}"
