"""Pages to register and change initiatives. The list of them, with its strips, is in `app/portfolios/`."""

from typing import Any

from fastapi import APIRouter, Request, Response

from app.access import Actor, may_register
from app.database.idempotency import once
from app.dependencies import InitiativeToManage, SessionDep, SignedIn
from app.i18n import _
from app.i18n.countries import countries
from app.initiatives import service
from app.initiatives.models import Initiative
from app.initiatives.schemas import InitiativeCreate, InitiativeUpdate
from app.organizations.queries import organizations_with
from app.refusals import Invalid
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/initiatives")
FORM = "initiatives/form.html"


@router.get("/new")
def ask_for_initiative(request: Request, session: SessionDep, actor: SignedIn) -> Response:
    return render(request, FORM, form=Form(), initiative=None, **_choices(session, actor))


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


def _homes(session: SessionDep, actor: Actor) -> dict[str, str]:
    """The organizations for which the actor may register an initiative: id → name."""
    ids = [organization_id for organization_id in actor.roles if may_register(actor, organization_id)]
    return {str(organization.key): organization.name for organization in organizations_with(session, ids)}


def _choices(session: SessionDep, actor: Actor) -> dict[str, Any]:
    return {"organizations": _homes(session, actor), "countries": countries()}


def _check_home(actor: Actor, organization_id: int) -> None:
    if not may_register(actor, organization_id):
        raise Invalid({"organization_id": _("Choose one of your organizations.")})
