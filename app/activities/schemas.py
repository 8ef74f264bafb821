"""Activities as they come in and go out."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field

from app.fields import Count, Hours, Id, PastDay, Public, Source, Strict, Text, Title
from app.vocabulary import CitizenRole, Decision, Level, Side, Support


def _each_once(offered: list[Support]) -> list[Support]:
    return [support for support in Support if support in offered]


class ActivityCreate(Strict):
    """What happened on one day. People and hours may be left open, which is not zero."""

    happened_on: PastDay
    phase_id: Id
    title: Title
    citizen_role: CitizenRole
    decision: Decision
    level: Level = Level.GROUP
    citizens: Count | None = None
    professionals: Count | None = None
    citizen_hours: Hours | None = None
    professional_hours: Hours | None = None
    other_hours: Hours | None = None
    support: Annotated[list[Support], AfterValidator(_each_once)] = Field(default_factory=list)
    note: Text = ""
    source: Source = ""


class ActivityPublic(Public):
    id: int
    initiative_id: int
    phase_id: int
    happened_on: date
    title: str
    citizen_role: CitizenRole
    decision: Decision
    level: Level
    citizens: int | None
    professionals: int | None
    citizen_hours: Decimal | None
    professional_hours: Decimal | None
    other_hours: Decimal | None
    support: list[str]
    note: str
    source: str
    entered_on: date
    entered_by_side: Side | None
    version: int
