"""The page on which two stand side by side, and the form that asks which."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlmodel import Session

from app.access import Actor
from app.clock import today
from app.comparisons.context import COMPLETENESS_GAP, DENSITY_RATIO, LENGTH_RATIO, START_DAYS
from app.comparisons.page import comparison_page, in_words
from app.comparisons.queries import MOST_LISTED, to_choose_from
from app.comparisons.reading import to_read
from app.comparisons.schemas import NAMED, Wanted
from app.dependencies import SessionDep, SignedIn
from app.evaluations.sentences.process import order_not_cause
from app.web.forms import Form
from app.web.strips import strip_words
from app.web.templating import render

router = APIRouter()
ASK, SHOW = "comparisons/ask.html", "comparisons/comparison.html"
Q = Annotated[str, Query(max_length=160)]


@router.get("/compare")
def show_comparison(request: Request, session: SessionDep, actor: SignedIn, q: Q = "") -> Response:
    """Without both of them it asks; all that was chosen stands in the address, so that it can be shared."""
    form = Form({name: request.query_params.getlist(name) for name in request.query_params})
    around = _choices(session, actor, form, q)
    if not all(name in request.query_params for name in NAMED):
        return render(request, ASK, form=form, **around)
    with form.or_again(request, ASK, **around):
        wanted = form.read(Wanted)
    both = to_read(session, actor, wanted.left), to_read(session, actor, wanted.right)
    return render(
        request,
        SHOW,
        form=form,
        page=comparison_page(session, both, wanted),
        words=strip_words(),
        in_words=in_words,
        today=today(),
        order_not_cause=order_not_cause(),
        far_apart={
            "days": START_DAYS,
            "length": LENGTH_RATIO - 1,
            "density": DENSITY_RATIO,
            "completeness": COMPLETENESS_GAP,
        },
        **around,
    )


def _choices(session: Session, actor: Actor, form: Form, q: str) -> dict[str, Any]:
    listed = to_choose_from(session, actor, q, [form[name] for name in NAMED])
    return {"initiatives": listed, "q": q, "is_cut": bool(q) or len(listed) >= MOST_LISTED}
