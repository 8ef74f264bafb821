"""Archiving and bringing back, the same way for every noun below an initiative: pages and JSON."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from sqlmodel import Session

from app.activities.archive import ACTIVITIES
from app.archiving import Archivable, Archived, archived_rows
from app.contributions.archive import CONTRIBUTIONS, EXPLANATIONS
from app.costs.archive import BENEFITS, COSTS
from app.database.tables import Editable
from app.dependencies import (
    Cursor,
    IfMatch,
    Limit,
    RowId,
    SessionDep,
    archived_row_with,
    initiative_by_id_with,
    initiative_with,
    row_with,
)
from app.evaluations.archive import ANSWERS
from app.evidence.archive import FILES
from app.fields import Public
from app.findings.archive import FINDINGS, GROUNDS
from app.i18n import _
from app.indicators.archive import INDICATORS, LOCKS, OBSERVATIONS
from app.initiatives.archive import AIMS, CLAIMS, PARTNERSHIPS, PHASES
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.learning.archive import LEARNING
from app.refusals import Absent, Invalid
from app.trends.archive import REBASES
from app.web.answers import saved
from app.web.forms import FormDep, ShownAgain
from app.web.pagination import PAGE_SIZE, AfterId, Page
from app.web.patches import version_in
from app.web.templating import render

NOUNS: tuple[Archivable[Any], ...] = (
    ACTIVITIES,
    COSTS,
    BENEFITS,
    INDICATORS,
    OBSERVATIONS,
    LOCKS,
    PHASES,
    CLAIMS,
    AIMS,
    PARTNERSHIPS,
    *LEARNING,
    FINDINGS,
    GROUNDS,
    ANSWERS,
    CONTRIBUTIONS,
    EXPLANATIONS,
    FILES,
    REBASES,
)

router = APIRouter(prefix="/initiatives/{slug}")
api = APIRouter(tags=["archive"])


class ArchivedPublic(Public):
    id: int
    title: str
    archived_at: datetime
    archived_by: str


def add_pages(noun: Archivable[Any]) -> None:
    """The list of what is archived, and the two forms that send a row there and back."""
    known = Annotated[Initiative, Depends(initiative_with(noun.right))]

    @router.get(f"/{noun.collection}/archived")
    def show_archived(
        request: Request, session: SessionDep, initiative: known, cursor: Cursor = None
    ) -> Response:
        page = archived_rows(session, noun, initiative.key, AfterId.parse(cursor), PAGE_SIZE)
        around = frame(session, initiative)
        return render(request, "archive/list.html", noun=noun, heading=_(noun.heading), page=page, **around)

    @router.post(f"/{noun.collection}/{{row_id}}/archive")
    def archive_row(
        request: Request, session: SessionDep, initiative: known, form: FormDep, row_id: RowId
    ) -> Response:
        row = _row_here(session, noun, initiative, row_id)
        with _or_said(request, initiative, noun.list_of(row)):
            if not row.archived_at:
                noun.archive(session, row, form.version)
        home = f"/initiatives/{initiative.slug}"
        message = _(noun.archived)
        return saved(
            request,
            f"{home}/{noun.list_of(row)}",
            message.format(title=noun.title(session, row)),
            undo=f"{home}/{noun.collection}/{row_id}/restore",
        )

    @router.post(f"/{noun.collection}/{{row_id}}/restore")
    def restore_row(request: Request, session: SessionDep, initiative: known, row_id: RowId) -> Response:
        row = _row_here(session, noun, initiative, row_id)
        with _or_said(request, initiative, f"{noun.collection}/archived"):
            if row.archived_at:
                noun.restore(session, row)
        message = _("Back again: {title}.").format(title=noun.title(session, row))
        return saved(request, f"/initiatives/{initiative.slug}/{noun.place_of(row)}", message)


def add_json(noun: Archivable[Any]) -> None:
    archived = Annotated[Any, Depends(archived_row_with(noun.table, noun.right))]
    live = Annotated[Any, Depends(row_with(noun.table, noun.right))]
    known = Annotated[Initiative, Depends(initiative_by_id_with(noun.right))]

    @api.get(
        f"/initiatives/{{initiative_id}}/{noun.collection}/archived", response_model=Page[ArchivedPublic]
    )
    def list_archived(
        session: SessionDep, initiative: known, cursor: Cursor = None, limit: Limit = PAGE_SIZE
    ) -> Page[Archived]:
        return archived_rows(session, noun, initiative.key, AfterId.parse(cursor), limit)

    @api.delete(f"/{noun.collection}/{{row_id}}", status_code=204)
    def archive_row(session: SessionDep, row: live, if_match: IfMatch = None) -> None:
        noun.archive(session, row, version_in(if_match))

    @api.post(f"/{noun.collection}/{{row_id}}/restore", status_code=204)
    def restore_row(session: SessionDep, row: archived) -> None:
        noun.restore(session, row)


def _row_here(session: Session, noun: Archivable[Any], initiative: Initiative, row_id: int) -> Any:
    """Archived or not, so that a form sent twice is answered twice alike."""
    row: Editable | None = session.get(noun.table, row_id)
    if row is None or row.initiative_touched != initiative.key:
        raise Absent
    return row


@contextmanager
def _or_said(request: Request, initiative: Initiative, back: str) -> Iterator[None]:
    """A refusal has no form to be shown beside: it gets a page that says why."""
    try:
        yield
    except Invalid as invalid:
        address = f"/initiatives/{initiative.slug}/{back}"
        messages = invalid.errors.values()
        page = render(request, "archive/refused.html", status=422, messages=messages, back=address)
        raise ShownAgain(page) from invalid


for each in NOUNS:
    add_pages(each)
    add_json(each)
