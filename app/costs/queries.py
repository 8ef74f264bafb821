"""Reads of costs and benefits, the newest first. Archived rows are left out everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select, tuple_

from app.costs.models import Benefit, Cost
from app.i18n import _
from app.refusals import Invalid
from app.vocabulary import CostNature, CostStage, Currency
from app.web.addresses import ids_in
from app.web.pagination import After, Page


@dataclass(frozen=True)
class Wanted:
    """What a list of costs is narrowed to; empty means all."""

    ids: tuple[int, ...] = ()
    stage: str = ""
    nature: str = ""
    currency: str = ""

    @classmethod
    def parse(cls, ids: str, stage: str, nature: str, currency: str) -> Self:
        """From the address of a page; a word that is not in its list is refused."""
        words = {"stage": CostStage, "nature": CostNature, "currency": Currency}
        for (name, kind), value in zip(words.items(), (stage, nature, currency), strict=True):
            if value and value not in list(kind):
                raise Invalid({name: _("Choose one.")})
        return cls(ids_in(ids), stage, nature, currency)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.ids or self.stage or self.nature or self.currency)


def costs_of(
    session: Session, initiative_id: int, after: After | None, limit: int, wanted: Wanted | None = None
) -> Page[Cost]:
    rows = session.exec(
        select(Cost)
        .where(
            Cost.initiative_id == initiative_id,
            col(Cost.archived_at).is_(None),
            *_narrowed(wanted or Wanted()),
            *([tuple_(col(Cost.spent_on), col(Cost.id)) < (after.day, after.id)] if after else []),
        )
        .order_by(col(Cost.spent_on).desc(), col(Cost.id).desc())
        .limit(limit + 1)
    ).all()
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], str(After(more.spent_on, more.key)) if more else None)


def benefits_of(
    session: Session, initiative_id: int, after: After | None, limit: int, ids: tuple[int, ...] = ()
) -> Page[Benefit]:
    rows = session.exec(
        select(Benefit)
        .where(
            Benefit.initiative_id == initiative_id,
            col(Benefit.archived_at).is_(None),
            *([col(Benefit.id).in_(ids)] if ids else []),
            *([tuple_(col(Benefit.received_on), col(Benefit.id)) < (after.day, after.id)] if after else []),
        )
        .order_by(col(Benefit.received_on).desc(), col(Benefit.id).desc())
        .limit(limit + 1)
    ).all()
    more = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], str(After(more.received_on, more.key)) if more else None)


def _narrowed(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.ids:
        yield col(Cost.id).in_(wanted.ids)
    for name in ("stage", "nature", "currency"):
        if value := getattr(wanted, name):
            yield col(getattr(Cost, name)) == value
