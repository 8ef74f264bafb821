"""A synthetic portfolio, with somebody of each of its two funders."""

from sqlmodel import Session

from app.accounts.models import Person
from app.database.engine import Database
from app.organizations.models import Organization
from app.organizations.queries import organization_by_slug
from app.organizations.service import add_member
from app.vocabulary import MemberRole
from seed.synthetic.plant import plant_synthetic
from seed.synthetic.profiles import FUND, OTHER_FUND
from tests.support.world import World

SOME = 60


def plant(database: Database, world: World, number: int = SOME) -> tuple[Organization, Organization]:
    """Dan belongs to the one fund, Cleo to the other."""
    plant_synthetic(database, number)
    with database.writing() as session:
        return _join(session, FUND, world.dan), _join(session, OTHER_FUND, world.cleo)


def _join(session: Session, slug: str, person: Person) -> Organization:
    fund = organization_by_slug(session, slug)
    assert fund is not None
    add_member(session, fund, person, MemberRole.STAFF)
    return fund
