"""Views of a portfolio that a person keeps: a name for the filters in the address."""

from fastapi import APIRouter, Request, Response

from app.dependencies import OrganizationToRead, SessionDep, SignedIn
from app.i18n import _
from app.portfolios.views import forget_view, save_view
from app.refusals import Invalid
from app.web.addresses import number_in
from app.web.answers import saved
from app.web.forms import FormDep

router = APIRouter(prefix="/portfolios/{slug}/views")


@router.post("")
def keep_view(
    request: Request, session: SessionDep, actor: SignedIn, organization: OrganizationToRead, form: FormDep
) -> Response:
    try:
        view = save_view(session, actor.person_id, organization.key, form["name"], form["query"])
    except Invalid as refused:
        return saved(request, f"/portfolios/{organization.slug}", " ".join(refused.errors.values()))
    address = f"/portfolios/{organization.slug}?{view.query}"
    return saved(request, address, _("Kept. You find this view above the filters."))


@router.post("/removal")
def remove_view(
    request: Request, session: SessionDep, actor: SignedIn, organization: OrganizationToRead, form: FormDep
) -> Response:
    """A second click finds nothing, and says the same: the view is gone."""
    forget_view(session, actor.person_id, organization.key, number_in(form["view"]))
    return saved(request, f"/portfolios/{organization.slug}", _("The view is removed."))
