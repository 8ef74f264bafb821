"""Which parts a funder wants in its report, kept so that nobody chooses them twice."""

import sqlalchemy as sa
from sqlmodel import Field

from app.database.tables import Editable


class ReportTemplate(Editable, table=True):
    """An organization's choice of parts. `sections` holds words of ReportSection, in their order."""

    __tablename__ = "report_template"

    organization_id: int = Field(foreign_key="organization.id", index=True)
    name: str = Field(max_length=160)
    sections: list[str] = Field(default_factory=list, sa_type=sa.JSON, nullable=False)
