"""The demonstration, for tests that look at whole pages."""

from app.database.migrate import upgrade
from app.main import open_database
from app.settings import Settings
from seed.plant import plant


def fill(settings: Settings) -> None:
    upgrade(settings)
    database = open_database(settings)
    with database.writing() as session:
        plant(session)
    database.close()
