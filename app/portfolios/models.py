"""The table of views of portfolios that people keep for themselves."""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class SavedView(SQLModel, table=True):
    """A name for a set of filters. It is one person's own bookmark, and no part of anybody's log."""

    __tablename__ = "saved_view"
    __table_args__ = (sa.UniqueConstraint("person_id", "organization_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    organization_id: int = Field(foreign_key="organization.id")
    name: str = Field(max_length=80)
    query: str = Field(max_length=1000)
