"""Who may read a publication, and what a withdrawn one answers to those outside."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request, Response
from sqlmodel import Session

from app.access import Actor, Right, access_rule
from app.dependencies import CurrentActor, RowId, SessionDep, rights_on
from app.i18n import _
from app.initiatives.models import Initiative
from app.initiatives.queries import partnerships_of
from app.publications.content import Content
from app.publications.models import Publication
from app.publications.queries import content_in, publication_by_token, publication_there
from app.refusals import Absent
from app.vocabulary import PartnershipRole, PublicationReach
from app.web.errors import problem
from app.web.forms import ShownAgain
from app.web.templating import render

GONE = 410


@dataclass(frozen=True)
class Published:
    """A publication as somebody reads it. `path` is the address under which they do."""

    row: Publication
    initiative: Initiative
    content: Content
    is_inside: bool
    path: str


@access_rule
def published(row_id: RowId, request: Request, session: SessionDep, actor: CurrentActor) -> Published:
    """Those inside, the funders, and anybody where it is public. To others it is not there."""
    publication, initiative = _or_absent(publication_there(session, row_id))
    is_inside = reads(session, actor, initiative)
    is_public = publication.reach is PublicationReach.PUBLIC
    if not (is_inside or is_public or funds(session, actor, initiative)):
        raise Absent
    content, path = content_in(session, publication), f"/publications/{publication.key}"
    return _shown(request, Published(publication, initiative, content, is_inside, path))


@access_rule
def unlisted_one(token: str, request: Request, session: SessionDep, actor: CurrentActor) -> Published:
    """Whoever has the link."""
    publication, initiative = _or_absent(publication_by_token(session, token))
    is_inside, content = reads(session, actor, initiative), content_in(session, publication)
    return _shown(request, Published(publication, initiative, content, is_inside, f"/published/{token}"))


PublishedDep = Annotated[Published, Depends(published)]
UnlistedDep = Annotated[Published, Depends(unlisted_one)]


def reads(session: Session, actor: Actor | None, initiative: Initiative) -> bool:
    return actor is not None and Right.READ in rights_on(session, actor, initiative.key)


def funds(session: Session, actor: Actor | None, initiative: Initiative) -> bool:
    """Whoever belongs to an organization that funds it today."""
    return actor is not None and any(
        partner.role is PartnershipRole.FUNDER and partner.organization_id in actor.roles
        for partner in partnerships_of(session, initiative.key)
    )


def _or_absent(found: tuple[Publication, Initiative] | None) -> tuple[Publication, Initiative]:
    if found is None:
        raise Absent
    return found


def _shown(request: Request, found: Published) -> Published:
    if found.row.withdrawn_at and not found.is_inside:
        raise ShownAgain(_gone(request, found.row))
    return found


def _gone(request: Request, publication: Publication) -> Response:
    """That it was there, when it was withdrawn and why: nothing of what it said."""
    if request.url.path.startswith("/api/"):
        return problem(
            GONE, _("This publication is withdrawn."), {"withdrawn_because": publication.withdrawn_because}
        )
    return render(request, "publications/withdrawn.html", status=GONE, publication=publication)
