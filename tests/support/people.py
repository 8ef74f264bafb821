"""People for tests of the lower floors, where no initiative is needed."""

from sqlmodel import Session

from app.accounts.models import Person
from app.accounts.schemas import PersonCreate
from app.accounts.service import add_person


def make_person(session: Session, name: str = "Ada") -> Person:
    return add_person(session, PersonCreate(email=f"{name.lower()}@demo.example", name=name))
