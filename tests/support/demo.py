"""The demonstration, for tests that look at whole pages."""

from app.accounts.schemas import PersonCreate
from app.accounts.service import add_person
from app.database.migrate import upgrade
from app.main import open_database
from app.settings import Settings

PEOPLE = ("staff", "citizen", "evaluator", "funder", "admin", "outsider")


def fill(settings: Settings) -> None:
    upgrade(settings)
    database = open_database(settings)
    with database.writing() as session:
        for name in PEOPLE:
            add_person(session, PersonCreate(email=f"{name}@demo.example", name=name.capitalize()))
    database.close()
