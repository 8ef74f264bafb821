"""Publishing, changing who sees it, withdrawing. What is published is never written again."""

import secrets
from datetime import datetime

from sqlmodel import Session

from app.clock import utc_now
from app.database.editing import expect_version
from app.i18n import _
from app.initiatives.models import Initiative
from app.initiatives.queries import wait_for_partners
from app.measurement.thresholds import DEFAULT
from app.publications.content import Content, content_of
from app.publications.few_between import tells_of_few
from app.publications.models import Publication, PublicationContent
from app.publications.queries import all_of, content_in
from app.publications.schemas import PublicationCreate, PublicationReachChange, PublicationWithdrawal
from app.refusals import Invalid
from app.vocabulary import PublicationReach

TOKEN_BYTES = 24


def publish(session: Session, initiative: Initiative, new: PublicationCreate) -> Publication:
    """One at a time for an initiative, so that none tells of few people beside another."""
    wait_for_partners(session, initiative)
    published_at = utc_now().replace(microsecond=0)
    content = content_to_publish(session, initiative, new, published_at)
    publication = Publication(
        initiative_id=initiative.key,
        title=new.title,
        starts_on=new.starts_on,
        as_of=new.as_of,
        reach=new.reach,
        token=_token(new.reach),
        fingerprint=content.fingerprint,
        published_at=published_at,
    )
    session.add(publication)
    session.flush()
    session.add(PublicationContent(publication_id=publication.key, content=content.kept))
    session.flush()
    return publication


def content_to_publish(
    session: Session, initiative: Initiative, new: PublicationCreate, published_at: datetime
) -> Content:
    """What outsiders will see; refused where it would tell of few people beside what they have seen."""
    content = content_of(session, initiative, new, published_at)
    earlier = [content_in(session, one).found for one in all_of(session, initiative.key)]
    if tells_of_few(content.found, earlier, DEFAULT.disclosure_outside):
        text = _(
            "Beside an earlier publication this one would tell of fewer than {least} people. "
            "Choose another day, on which the two differ by more or by nobody."
        )
        raise Invalid({"as_of": text.format(least=DEFAULT.disclosure_outside)})
    return content


def change_reach(
    session: Session, publication: Publication, change: PublicationReachChange, version: int | None
) -> Publication:
    """A link that was given to nobody else stays, unless it is wanted anew."""
    expect_version(publication, version)
    _expect_not_withdrawn(publication)
    keeps_link = change.reach is publication.reach and not change.new_link
    publication.token = publication.token if keeps_link else _token(change.reach)
    publication.reach = change.reach
    session.flush()
    return publication


def withdraw(
    session: Session, publication: Publication, withdrawal: PublicationWithdrawal, version: int | None
) -> Publication:
    expect_version(publication, version)
    _expect_not_withdrawn(publication)
    publication.withdrawn_at = utc_now()
    publication.withdrawn_because = withdrawal.withdrawn_because
    session.flush()
    return publication


def _token(reach: PublicationReach) -> str | None:
    return secrets.token_urlsafe(TOKEN_BYTES) if reach is PublicationReach.LINK else None


def _expect_not_withdrawn(publication: Publication) -> None:
    if publication.withdrawn_at:
        raise Invalid({"withdrawn_because": _("This publication is withdrawn already.")})
