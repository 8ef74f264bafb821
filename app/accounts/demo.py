"""One press to come in as one of the demo's people. Where there is no demo, there is no such address."""

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.accounts.queries import people_by_email, person_by_email
from app.accounts.routes import let_in
from app.dependencies import Anyone, SessionDep
from app.refusals import Absent
from app.web.forms import FormDep

router = APIRouter()

FIRST_PAGES = {
    "staff": "/initiatives",
    "citizen": "/initiatives",
    "evaluator": "/initiatives",
    "funder": "/portfolios",
    "admin": "/organizations",
}
"""Who they are → where each of them begins."""


def demo_email(who: str) -> str:
    return f"{who}@demo.example"


def people_of_demo(session: Session) -> dict[str, str]:
    """Who they are → their names, of those that are planted."""
    known = people_by_email(session, [demo_email(who) for who in FIRST_PAGES])
    return {who: known[demo_email(who)].name for who in FIRST_PAGES if demo_email(who) in known}


@router.post("/demo/sign-in")
def sign_in_as_demo_person(request: Request, session: SessionDep, actor: Anyone, form: FormDep) -> Response:
    who = form["as"]
    person = person_by_email(session, demo_email(who)) if request.app.state.settings.demo else None
    if person is None or who not in FIRST_PAGES:
        raise Absent
    return let_in(request, session, person, FIRST_PAGES[who])
