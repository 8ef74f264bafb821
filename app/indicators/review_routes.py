"""Pages on which an evaluator approves values, several at once, or returns one for a reason."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from app.dependencies import Cursor, InitiativeToEvaluate, RowId, SessionDep, SignedIn, row_of
from app.i18n import _, ngettext
from app.indicators import review, sentences
from app.indicators.models import Indicator, Observation
from app.indicators.observation_queries import waiting_for_review
from app.indicators.observation_schemas import ReturnCreate
from app.indicators.observation_table import entered_values
from app.indicators.queries import indicators_of
from app.indicators.review import Approved
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.refusals import Invalid
from app.web.addresses import number_in
from app.web.answers import saved
from app.web.forms import Form, FormDep
from app.web.pagination import LARGEST_PAGE, PAGE_SIZE, After, Page
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/observations")
PAGE = "indicators/observation_review.html"
RETURN = "indicators/observation_return.html"


@router.get("/review")
def show_what_waits(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, cursor: Cursor = None
) -> Response:
    return render(request, PAGE, form=Form(), **_waiting(session, initiative, After.parse(cursor)))


@router.post("/review")
def approve_values(
    request: Request, session: SessionDep, actor: SignedIn, initiative: InitiativeToEvaluate, form: FormDep
) -> Response:
    """Those ticked, or all that the page showed. From an indicator's page the answer leads back there."""
    with form.or_again(request, PAGE, **_waiting(session, initiative, None)):
        seen = _seen(form.all("shown" if form["_act"] == "all" else "observation"))
        approved = review.approve_all(session, initiative, seen, actor.person_id)
    indicator_id = number_in(form["indicator_id"])
    back = f"indicators/{indicator_id}#values" if indicator_id else "observations/review"
    return saved(request, f"/initiatives/{initiative.slug}/{back}", _said(approved))


@router.get("/{observation_id}/return")
def ask_why_returned(
    request: Request, session: SessionDep, initiative: InitiativeToEvaluate, observation_id: RowId
) -> Response:
    return render(request, RETURN, form=Form(), **_around(session, initiative, observation_id))


@router.post("/{observation_id}/return")
def return_value(
    request: Request,
    session: SessionDep,
    actor: SignedIn,
    initiative: InitiativeToEvaluate,
    observation_id: RowId,
    form: FormDep,
) -> Response:
    around = _around(session, initiative, observation_id)
    with form.or_again(request, RETURN, **around):
        new = form.read(ReturnCreate)
        review.return_value(session, around["observation"], new, actor.person_id, form.version)
    back = f"/initiatives/{initiative.slug}/observations/review"
    return saved(request, back, _("Returned. Whoever may log sees why; until then the value counts nowhere."))


def _seen(ticked: list[str]) -> Mapping[int, int]:
    """Id → version, from "12.3"."""
    if not ticked:
        raise Invalid({"observation": _("Tick one value or more.")})
    pairs = [text.partition(".") for text in ticked[:LARGEST_PAGE]]
    return {number_in(row) or 0: number_in(version) or 0 for row, _dot, version in pairs}


def _waiting(session: Session, initiative: Initiative, after: After | None) -> dict[str, Any]:
    page = waiting_for_review(session, initiative.key, after, PAGE_SIZE)
    indicators = {row.key: row for row in indicators_of(session, initiative.key)}
    return {
        "entered": Page(entered_values(session, initiative, indicators, page.items), page.next),
        "indicators": indicators,
        "value": sentences.value,
        "people": sentences.people,
        **frame(session, initiative),
    }


def _around(session: Session, initiative: Initiative, observation_id: int) -> dict[str, Any]:
    observation = row_of(session, Observation, initiative, observation_id)
    return {
        "observation": observation,
        "indicator": row_of(session, Indicator, initiative, observation.indicator_id),
        "value": sentences.value,
        **frame(session, initiative),
    }


def _said(approved: Approved) -> str:
    done = ngettext("Approved: {count} value.", "Approved: {count} values.", approved.count)
    left = ngettext(
        "{count} value is left as it is: it changed meanwhile, or its days are locked.",
        "{count} values are left as they are: they changed meanwhile, or their days are locked.",
        approved.left,
    )
    texts = (done.format(count=approved.count), left.format(count=approved.left) if approved.left else "")
    return " ".join(filter(None, texts))
