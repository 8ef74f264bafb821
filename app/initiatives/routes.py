"""Pages to register and change initiatives. The list of them, with its strips, is in `app/portfolios/`."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from app.access import Actor, Right, access_rule, may_register
from app.database.idempotency import once
from app.dependencies import InitiativeToManage, SessionDep, SignedIn, require
from app.i18n import _
from app.i18n.countries import countries
from app.initiatives import service
from app.initiatives.models import Initiative
from app.initiatives.queries import archived_initiative, archived_initiatives_of
from app.initiatives.schemas import InitiativeCreate, InitiativeUpdate
from app.organizations.queries import organizations_with
from app.refusals import Absent, Invalid
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives")
FORM = "initiatives/form.html"


@router.get("/new")
def ask_for_initiative(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    return render(request, FORM, form=Form(), initiative=None, **_choices(session, actor))


@router.get("/archived")
def show_archived(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    initiatives = archived_initiatives_of(session, actor)
    return render(request, "initiatives/archived.html", initiatives=initiatives)


@router.post("")
def register_initiative(request: Request, session: SessionDep, actor: SignedIn, form: FormDep) -> Response:
    with form.or_again(request, FORM, initiative=None, **_choices(session, actor)):
        new = form.read(InitiativeCreate)
        _check_home(actor, new.organization_id)
        initiative = once(
            session, form.idempotency_key, Initiative, new, lambda: service.register_initiative(session, new)
        )
    return saved(request, f"/initiatives/{initiative.slug}", _("Saved. The initiative is registered."))


@router.get("/{slug}/edit")
def ask_for_changes(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToManage
) -> Response:
    form = Form.showing(initiative)
    return render(request, FORM, form=form, initiative=initiative, **_choices(session, actor))


@router.post("/{slug}/edit")
def edit_initiative(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToManage, form: FormDep
) -> Response:
    with form.or_again(request, FORM, initiative=initiative, **_choices(session, actor)):
        service.edit_initiative(session, initiative, form.read(InitiativeUpdate), form.version)
    return saved(request, f"/initiatives/{initiative.slug}", _("Saved. The initiative is changed."))


@router.post("/{slug}/archive")
def archive_initiative(
    request: Request, session: SessionDep, initiative: InitiativeToManage, form: FormDep
) -> Response:
    service.archive_initiative(session, initiative, form.version)
    message = _("Archived: {title}. It is gone from every list, with all that belongs to it.")
    undo = f"/initiatives/{initiative.slug}/restore"
    return saved(request, "/initiatives", message.format(title=initiative.name), undo=undo)


@access_rule
def archived_to_manage(slug: str, session: SessionDep, actor: SignedIn) -> Initiative:
    initiative = archived_initiative(session, slug)
    if initiative is None:
        raise Absent
    require(session, actor, initiative.key, Right.MANAGE)
    return initiative


@router.post("/{slug}/restore")
def restore_initiative(
    request: Request, session: SessionDep, initiative: Annotated[Initiative, Depends(archived_to_manage)]
) -> Response:
    service.restore_initiative(session, initiative)
    message = _("Back again: {title}.").format(title=initiative.name)
    return saved(request, f"/initiatives/{initiative.slug}", message)


def _homes(session: SessionDep, actor: Actor) -> dict[str, str]:
    """The organizations for which the actor may register an initiative: id → name."""
    ids = [organization_id for organization_id in actor.roles if may_register(actor, organization_id)]
    return {str(organization.key): organization.name for organization in organizations_with(session, ids)}


def _choices(session: SessionDep, actor: Actor) -> dict[str, Any]:
    return {"organizations": _homes(session, actor), "countries": countries()}


def _check_home(actor: Actor, organization_id: int) -> None:
    if not may_register(actor, organization_id):
        raise Invalid({"organization_id": _("Choose one of your organizations.")})
