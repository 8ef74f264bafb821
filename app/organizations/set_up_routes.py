"""The page behind the link that a first start prints."""

from fastapi import APIRouter, Request, Response

from app.accounts.links import expect_set_up
from app.accounts.password_routes import NewHash
from app.accounts.routes import let_in
from app.dependencies import Anyone, SessionDep
from app.i18n import _
from app.i18n.countries import countries
from app.organizations.set_up import SetUp, set_up
from app.web.flash import flash
from app.web.forms import Form, FormDep
from app.web.templating import render

router = APIRouter(prefix="/set-up")
PAGE = "accounts/set_up.html"


@router.get("/{token}")
def ask_for_the_first(request: Request, session: SessionDep, actor: Anyone, token: str) -> Response:
    form = Form()
    with form.or_again(request, PAGE, token=token, countries=countries()):
        expect_set_up(session, token)
    return render(request, PAGE, token=token, countries=countries(), form=form)


@router.post("/{token}")
def set_the_place_up(
    request: Request, hashed: NewHash, session: SessionDep, actor: Anyone, form: FormDep, token: str
) -> Response:
    with form.or_again(request, PAGE, token=token, countries=countries()):
        expect_set_up(session, token)
        person = set_up(session, token, form.read(SetUp), hashed)
    response = let_in(request, session, person, "/")
    flash(request, response, _("Tandem is set up, and you administer your organization."))
    return response
