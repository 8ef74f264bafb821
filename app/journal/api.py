"""JSON of the journal."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import InitiativeByIdToRead, SessionDep
from app.journal.queries import AfterEntry, journal
from app.journal.schemas import EntryPublic, JournalQuery
from app.web.pagination import Page

router = APIRouter(tags=["journal"])


@router.get("/initiatives/{initiative_id}/journal")
def list_entries(
    session: SessionDep, initiative: InitiativeByIdToRead, wanted: Annotated[JournalQuery, Query()]
) -> Page[EntryPublic]:
    after = AfterEntry.parse(wanted.cursor)
    page = journal(session, initiative.key, wanted, after, wanted.limit)
    return Page([EntryPublic.model_validate(entry) for entry in page.items], page.next)
