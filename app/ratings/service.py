"""Writing of rating links and of views on who led a phase.

No view goes through `once`: an idempotency key is kept with the person and the row.
"""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from app.clock import today
from app.database.editing import archive, restore
from app.i18n import _
from app.initiatives.models import Initiative, Phase
from app.initiatives.queries import phases_of
from app.measurement.thresholds import DEFAULT
from app.ratings.models import RatedToday, RatingLink, View
from app.ratings.queries import answers_shown_of, latest_batch, waiting
from app.ratings.schemas import LeavingOut, RatingLinkCreate
from app.refusals import Invalid
from app.vocabulary import Side

TOGETHER = DEFAULT.disclosure_inside
"""Views are shown so many at a time: what came between two days is never one person's."""


def make_rating_link(session: Session, initiative: Initiative, new: RatingLinkCreate) -> RatingLink:
    if new.phase_id not in {phase.key for phase in phases_of(session, initiative.key)}:
        raise Invalid({"phase_id": _("There is no such phase.")})
    if new.ends_on and new.ends_on < today():
        raise Invalid({"ends_on": _("Enter a date that is not before today.")})
    link = RatingLink(initiative_id=initiative.key, **new.model_dump())
    session.add(link)
    session.flush()
    return link


def revoke_link(session: Session, link: RatingLink) -> None:
    """Nobody answers by it any more; what came by it stays counted."""
    archive(session, link)


def restore_link(session: Session, link: RatingLink) -> None:
    if link.left_out_because:
        raise Invalid({"left_out_because": _("Its answers are left out. Count them first.")})
    restore(session, link)


def leave_answers_out(session: Session, link: RatingLink, why: LeavingOut) -> None:
    """Of a revoked link, and never so few shown ones that the difference would tell whose they were."""
    _keep_still(session, link.phase_id)
    if link.archived_at is None:
        raise Invalid({"left_out_because": _("Revoke the link first.")})
    if 0 < answers_shown_of(session, link) < DEFAULT.disclosure_outside:
        raise Invalid(
            {
                "left_out_because": _(
                    "A few of its answers are shown already. Taken out now, the difference would tell "
                    "what they were."
                )
            }
        )
    link.left_out_because = why.left_out_because
    session.flush()


def count_answers_again(session: Session, link: RatingLink) -> None:
    _keep_still(session, link.phase_id)
    link.left_out_because = ""
    session.flush()
    _show_waiting(session, link.phase_id, link.side, today())


def rate(
    session: Session, phase: Phase, side: Side, rating: int, answerer: str, link: RatingLink | None = None
) -> bool:
    """False, and nothing kept, where the answerer has spoken for this side of the phase today."""
    if not _is_first_today(session, phase, side, answerer):
        return False
    keep_view(session, phase, side, rating, today(), link)
    return True


def keep_view(
    session: Session, phase: Phase, side: Side, rating: int, rated_on: date, link: RatingLink | None = None
) -> None:
    """Whoever else rates this phase waits, so that two do not close the same batch."""
    _keep_still(session, phase.key)
    session.add(
        View(
            initiative_id=phase.initiative_id,
            phase_id=phase.key,
            rating_link_id=link.key if link else None,
            side=side,
            rating=rating,
            rated_on=rated_on,
        )
    )
    session.flush()
    _show_waiting(session, phase.key, side, rated_on)


def _show_waiting(session: Session, phase_id: int, side: Side, day: date) -> None:
    views = waiting(session, phase_id, side)
    if len(views) < TOGETHER:
        return
    batch = latest_batch(session, phase_id, side) + 1
    for view in views:
        view.batch, view.shown_on = batch, day
    session.flush()


def _keep_still(session: Session, phase_id: int) -> None:
    """The phase is locked against others who would count its views; SQLite has one writer anyway."""
    session.execute(sa.select(col(Phase.id)).where(col(Phase.id) == phase_id).with_for_update(key_share=True))


def _is_first_today(session: Session, phase: Phase, side: Side, answerer: str) -> bool:
    """The key of the table decides, also between twenty copies in one moment. Older days are forgotten."""
    session.execute(sa.delete(RatedToday).where(col(RatedToday.rated_on) < today()))
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    kept = session.execute(
        insert(RatedToday)
        .values(phase_id=phase.key, side=side, answerer_hash=answerer, rated_on=today())
        .on_conflict_do_nothing()
        .returning(sa.literal(1))
    )
    return kept.first() is not None
