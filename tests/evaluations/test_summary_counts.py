"""What a summary counts beside phases and outcome, read again from the rows; computed when it is stale."""

from collections import Counter
from datetime import date
from decimal import Decimal

from sqlmodel import Session, select

from app.activities.models import Activity
from app.costs.models import Benefit
from app.database.engine import Database
from app.evaluations.models import InitiativeSummary
from app.evaluations.summaries import refresh_stale
from app.learning.models import Incident, Obstacle, Proposal
from app.vocabulary import Influence, ProposalAnswer
from seed.synthetic.plant import plant_synthetic
from tests.evaluations.entries import activity
from tests.support.world import make_world

SOME = 30


def summaries(session: Session) -> list[InitiativeSummary]:
    return list(session.exec(select(InitiativeSummary)).all())


def test_hours_are_those_of_the_activities(database: Database) -> None:
    plant_synthetic(database, SOME)
    with database.reading() as session:
        rows = session.exec(select(Activity)).all()
        for found in summaries(session):
            own = [row.citizen_hours for row in rows if row.initiative_id == found.initiative_id]
            known = [hours for hours in own if hours is not None]
            said = found.hours["citizens"]
            assert (None if said is None else Decimal(said)) == (sum(known) if known else None)


def test_proposals_obstacles_and_incidents_are_counted(database: Database) -> None:
    plant_synthetic(database, SOME)
    with database.reading() as session:
        made = session.exec(select(Proposal)).all()
        stood = session.exec(select(Obstacle).where(Obstacle.influence == Influence.OBSTACLE)).all()
        failed = session.exec(select(Incident)).all()
        learned = [one.learned for one in summaries(session)]
        assert sum(one["proposals"]["made"] for one in learned) == len(made) > 0
        assert sum(one["proposals"]["told"] for one in learned) == sum(
            p.told_on is not None and p.answer != ProposalAnswer.OPEN for p in made
        )
        assert sum(one["incidents"]["happened"] for one in learned) == len(failed) > 0
        by_kind = Counter[str]()
        for one in learned:
            by_kind.update({kind: noticed for kind, (noticed, _) in one["influences"]["obstacle"].items()})
        assert by_kind == Counter(o.kind.value for o in stood)


def test_benefits_stand_by_service_and_certainty_as_they_were_entered(database: Database) -> None:
    plant_synthetic(database, SOME)
    with database.reading() as session:
        expected: Counter[tuple[str, ...]] = Counter()
        for row in session.exec(select(Benefit)):
            expected[row.currency.value, row.service, row.certainty.value] += row.amount  # type: ignore[assignment]  # decimals add up too
        found: Counter[tuple[str, ...]] = Counter()
        for one in summaries(session):
            for *key, amount in one.money["received"]:
                found[tuple(key)] += Decimal(amount)  # type: ignore[assignment]  # as above
        assert found == expected


def test_a_row_left_behind_by_a_change_of_schema_is_computed(database: Database) -> None:
    with database.writing() as session:
        world = make_world(session)
        session.add(activity(world.delivery, date(2024, 8, 1)))
    with database.writing() as session:
        session.get_one(InitiativeSummary, world.initiative.key).sqlmodel_update({"revision": 0, "hours": {}})
    with database.writing() as session:
        assert refresh_stale(session) == 1
        assert refresh_stale(session) == 0
        assert session.get_one(InitiativeSummary, world.initiative.key).hours["citizens"] is not None
