"""An entry to add files to."""

import pytest

from app.activities.models import Activity
from app.database.engine import Database
from tests.support.entries import make_activity
from tests.support.world import World


@pytest.fixture
def activity(database: Database, world: World) -> Activity:
    with database.writing() as session:
        return make_activity(session, world)
