"""JSON of the journal."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import InitiativeByIdToRead, SessionDep
from app.journal.queries import AfterEntry, Entry, journal
from app.journal.schemas import EntryPublic, JournalQuery
from app.web.pagination import Page

router = APIRouter(tags=["journal"])


@router.get("/initiatives/{initiative_id}/journal", response_model=Page[EntryPublic])
def list_entries(
    session: SessionDep, initiative: InitiativeByIdToRead, wanted: Annotated[JournalQuery, Query()]
) -> Page[Entry]:
    after = AfterEntry.parse(wanted.cursor)
    return journal(session, initiative.key, wanted, after, wanted.limit)
