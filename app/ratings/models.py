"""Tables of who led a phase, as both sides see it."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from app.database.columns import words
from app.database.tables import Editable, of_one_initiative
from app.vocabulary import Side


class RatingLink(Editable, table=True):
    """Lets people of one side say who led a phase, without an account. Archived means revoked.

    Where `left_out_because` says something, its answers are not counted.
    """

    __tablename__ = "rating_link"
    __table_args__ = (sa.UniqueConstraint("initiative_id", "id"), of_one_initiative("phase"))

    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    phase_id: int = Field(index=True)
    side: Side = Field(sa_type=words(Side))
    name: str = Field(default="", max_length=160)
    ends_on: date | None = None
    left_out_because: str = Field(default="", max_length=300)


class View(Editable, table=True):
    """One person's rating of who led a phase: 1 professionals alone, 3 equally, 5 citizens alone.

    Nobody's name is kept with it, whether it came by a link or from somebody signed in. It waits until
    there are enough of its side to be shown together: `batch` counts those, from `shown_on` they count.
    """

    __tablename__ = "view"
    __table_args__ = (
        of_one_initiative("phase"),
        sa.ForeignKeyConstraint(
            ["initiative_id", "rating_link_id"], ["rating_link.initiative_id", "rating_link.id"]
        ),
        sa.CheckConstraint("rating >= 1 AND rating <= 5", name="rating_on_the_scale"),
        sa.CheckConstraint("(batch IS NULL) = (shown_on IS NULL)", name="shown_in_a_batch"),
    )

    initiative_id: int = Field(foreign_key="initiative.id", index=True)
    phase_id: int = Field(index=True)
    rating_link_id: int | None = Field(default=None, index=True)
    side: Side = Field(sa_type=words(Side))
    rating: int
    rated_on: date
    batch: int | None = None
    shown_on: date | None = None

    @property
    def is_nameless(self) -> bool:
        return True

    @property
    def kept_out_of_audit(self) -> frozenset[str]:
        """With the minute beside it, a rating would tell whose it is."""
        return frozenset({"rating"})


class RatedToday(SQLModel, table=True):
    """That somebody has answered for a side of a phase on a day, apart from what they answered.

    Forgotten the day after; the hash is keyed, so that it tells neither the device nor the person.
    """

    __tablename__ = "rated_today"

    phase_id: int = Field(primary_key=True, foreign_key="phase.id")
    side: Side = Field(primary_key=True, sa_type=words(Side))
    answerer_hash: str = Field(primary_key=True, max_length=64)
    rated_on: date = Field(primary_key=True)
