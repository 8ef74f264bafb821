"""JSON routes of the history of an initiative."""

from typing import Annotated

from fastapi import APIRouter, Depends

from app.access import Right
from app.dependencies import Cursor, Limit, SessionDep, SignedIn, initiative_by_id_with, rights_on
from app.history.kinds import WHOLE_HISTORY
from app.history.names import people_in
from app.history.queries import Wanted, changes, of_initiative
from app.history.schemas import ChangePublic, change_public
from app.initiatives.models import Initiative
from app.web.pagination import PAGE_SIZE, AfterId, Page

router = APIRouter(tags=["history"])
InitiativeByIdToAudit = Annotated[Initiative, Depends(initiative_by_id_with(WHOLE_HISTORY))]


@router.get("/initiatives/{initiative_id}/history")
def list_changes(
    session: SessionDep,
    actor: SignedIn,
    initiative: InitiativeByIdToAudit,
    wanted: Annotated[Wanted, Depends()],
    cursor: Cursor = None,
    limit: Limit = PAGE_SIZE,
) -> Page[ChangePublic]:
    """Every change of the initiative, the newest first, as it was stored."""
    page = changes(session, of_initiative(initiative.key), wanted, AfterId.parse(cursor), limit)
    people = people_in(session, page.items)
    manages = Right.MANAGE in rights_on(session, actor, initiative.key)
    return Page([change_public(entry, people, with_addresses=manages) for entry in page.items], page.next)
