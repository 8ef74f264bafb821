"""Two people who enter the same value at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

from sqlmodel import select

from app.database.engine import Database
from app.indicators.models import Observation
from app.indicators.observation_schemas import ObservationCreate
from app.indicators.recording import record_observation
from app.indicators.schemas import IndicatorCreate
from app.indicators.service import define_indicator
from app.refusals import Invalid
from app.vocabulary import Aggregation, Direction, Frequency, IndicatorLevel
from tests.support.world import World

WRITERS = 8


def test_one_date_keeps_one_value_however_many_enter_it_at_once(database: Database, world: World) -> None:
    with database.writing() as session:
        indicator = define_indicator(
            session,
            world.initiative,
            IndicatorCreate(
                name="Loneliness",
                level=IndicatorLevel.OUTCOME,
                direction=Direction.DOWN,
                frequency=Frequency.MONTHLY,
                aggregation=Aggregation.PER_PERIOD,
            ),
        )

    def enter(number: int) -> bool:
        new = ObservationCreate(observed_on=date(2024, 9, 1), value=Decimal(number))
        try:
            with database.writing() as session:
                record_observation(session, indicator, new)
        except Invalid:
            return False
        return True

    with ThreadPoolExecutor(WRITERS) as writers:
        assert sum(writers.map(enter, range(WRITERS))) == 1
    with database.reading() as session:
        assert len(session.exec(select(Observation)).all()) == 1
