"""The worked example of the rules: 46 of 120 h and 3 of 7 decisions in planning, 310 of 400 h in delivery."""

from datetime import date
from decimal import Decimal

from app.activities.models import Activity
from app.vocabulary import CitizenRole, Decision
from tests.evaluations.entries import activity
from tests.support.world import World

PLANNING = [(7, 11), (7, 11), (7, 11), (7, 11), (6, 10), (6, 10), (6, 10)]
DELIVERY = [(28, 8)] * 10 + [(30, 10)]
SHARED, CO_LED = 3, 9


def worked_example(world: World) -> list[Activity]:
    return [
        *(
            activity(
                world.design,
                date(2024, 2, day),
                title=f"Meeting {day}",
                citizen_hours=Decimal(citizens),
                professional_hours=Decimal(professionals),
                decision=Decision.JOINTLY if day <= SHARED else Decision.PROFESSIONALS,
            )
            for day, (citizens, professionals) in enumerate(PLANNING, start=1)
        ),
        *(
            activity(
                world.delivery,
                date(2024, 8, day),
                title=f"Visit {day}",
                citizen_hours=Decimal(citizens),
                professional_hours=Decimal(professionals),
                citizen_role=CitizenRole.CO_LED if day <= CO_LED else CitizenRole.CONTRIBUTED,
            )
            for day, (citizens, professionals) in enumerate(DELIVERY, start=1)
        ),
    ]
