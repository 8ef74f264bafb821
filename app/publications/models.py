"""Evaluations as they were published, which nothing changes later."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from app.clock import utc_now
from app.database.columns import Moment, words
from app.database.tables import Editable
from app.vocabulary import PublicationReach


class Publication(Editable, table=True):
    """One evaluation as of a day. Who sees it may change, and it may be withdrawn; what it says may not.

    `token` is the unguessable part of an unlisted address.
    """

    __tablename__ = "publication"
    __table_args__ = (
        sa.UniqueConstraint("initiative_id", "id"),
        sa.CheckConstraint("starts_on <= as_of", name="period_in_order"),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_because = '')", name="withdrawn_for_a_reason"
        ),
        sa.CheckConstraint("(reach = 'link') = (token IS NOT NULL)", name="a_link_has_a_token"),
        sa.Index("ix_publication_timeline", "initiative_id", "published_at", "id"),
    )

    initiative_id: int = Field(foreign_key="initiative.id")
    title: str = Field(max_length=200)
    starts_on: date | None = None
    as_of: date
    reach: PublicationReach = Field(sa_type=words(PublicationReach))
    token: str | None = Field(default=None, max_length=64, unique=True)
    fingerprint: str = Field(max_length=64)
    published_at: datetime = Field(default_factory=utc_now, sa_type=Moment, nullable=False)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Moment)
    withdrawn_because: str = Field(default="", max_length=1000)

    @property
    def kept_out_of_audit(self) -> frozenset[str]:
        """Whoever reads the history must not come by the unlisted address that way."""
        return frozenset({"token"})


class PublicationContent(SQLModel, table=True):
    """What a publication says: canonical JSON in UTF-8, whose SHA-256 is its fingerprint.

    The database itself refuses to change or delete it.
    """

    __tablename__ = "publication_content"

    publication_id: int = Field(
        primary_key=True, foreign_key="publication.id", sa_column_kwargs={"autoincrement": False}
    )
    content: bytes
