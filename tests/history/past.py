"""A past to read about: entries that are logged, changed, archived and brought back, by whom one likes."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlmodel import Session

from app.accounts.models import Person
from app.activities.models import Activity
from app.clock import utc_now
from app.database.audit import act_as
from app.database.engine import Database
from app.initiatives.models import PartnerInvitation
from app.ratings.models import View
from app.vocabulary import PartnershipRole, Side
from tests.support.entries import make_activity
from tests.support.world import World


def logged_by(database: Database, world: World, person: Person, **fields: Any) -> Activity:
    with database.writing() as session:
        act_as(session, person.key)
        return make_activity(session, world, **fields)


def changed_by(database: Database, activity: Activity, person: Person, **values: object) -> None:
    with database.writing() as session:
        act_as(session, person.key)
        row = session.get_one(Activity, activity.key)
        for name, value in values.items():
            setattr(row, name, value)


def invited(database: Database, world: World, email: str = "office@club.example") -> PartnerInvitation:
    with database.writing() as session:
        act_as(session, world.eve.key)
        return _stored(
            session,
            PartnerInvitation(
                initiative_id=world.initiative.key,
                token_hash="f" * 64,
                name="The Club",
                email=email,
                role=PartnershipRole.DELIVERY,
                grant_amount=Decimal("1200.00"),
                ends_at=utc_now(),
            ),
        )


def rated(database: Database, world: World, person: Person) -> View:
    with database.writing() as session:
        act_as(session, person.key)
        view = View(
            initiative_id=world.initiative.key,
            phase_id=world.delivery.key,
            side=Side.CITIZENS,
            rating=4,
            rated_on=date(2025, 4, 12),
        )
        session.add(view)
        session.flush()
        return view


def _stored(session: Session, row: PartnerInvitation) -> PartnerInvitation:
    session.add(row)
    session.flush()
    return row
