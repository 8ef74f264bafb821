"""What tables share: the metadata's naming, and the columns of every row that people edit."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from app.clock import utc_now
from app.database.columns import Moment

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Editable(SQLModel):
    """A row people edit: it knows its version, when it was made and changed, and whether it is archived.

    `version` goes up by one at each change and is checked by the database layer, so that two people
    editing one entry cannot overwrite each other unseen.
    """

    id: int | None = Field(default=None, primary_key=True)
    version: int = Field(default=1, nullable=False)
    created_at: datetime = Field(default_factory=utc_now, sa_type=Moment, nullable=False)
    updated_at: datetime = Field(
        default_factory=utc_now, sa_type=Moment, nullable=False, sa_column_kwargs={"onupdate": utc_now}
    )
    created_by_id: int | None = Field(default=None, foreign_key="person.id")
    archived_at: datetime | None = Field(default=None, sa_type=Moment)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]  # set by the mapper

    @property
    def initiative_touched(self) -> int | None:
        """The initiative whose summary this row is part of, if any."""
        touched: int | None = getattr(self, "initiative_id", None)
        return touched

    @property
    def organization_touched(self) -> int | None:
        """The organization whose people or property this row is, if any."""
        touched: int | None = getattr(self, "organization_id", None)
        return touched

    @property
    def is_nameless(self) -> bool:
        """Whether nobody may learn who entered it: neither the row nor the audit log says."""
        return False

    @property
    def kept_out_of_audit(self) -> frozenset[str]:
        """Columns of which the audit log keeps only that they changed: somebody may take their words back."""
        return frozenset()

    @property
    def key(self) -> int:
        """The id of a stored row."""
        if self.id is None:
            raise ValueError(f"{type(self).__name__} has not been stored yet")
        return self.id


def of_one_initiative(parent: str) -> sa.ForeignKeyConstraint:
    """A reference that cannot cross initiatives: the row and its parent belong to the same one."""
    return sa.ForeignKeyConstraint(
        ["initiative_id", f"{parent}_id"], [f"{parent}.initiative_id", f"{parent}.id"]
    )
