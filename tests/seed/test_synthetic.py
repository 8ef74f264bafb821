"""What `tandem seed --initiatives N` plants."""

import sqlalchemy as sa
from sqlmodel import col, select

from app.database.engine import Database
from app.evaluations.models import InitiativeSummary
from app.evaluations.summaries import refresh_all
from app.initiatives.models import Initiative, Partnership
from app.organizations.queries import organization_by_slug
from app.vocabulary import PartnershipRole
from seed.synthetic.plant import plant_synthetic
from seed.synthetic.profiles import FUND, OTHER_FUND

SOME = 12


def test_as_many_as_asked_for_are_there_however_often_it_is_asked(database: Database) -> None:
    assert plant_synthetic(database, 5) == "5 synthetic initiatives planted"
    assert plant_synthetic(database, SOME) == "7 synthetic initiatives planted"
    assert plant_synthetic(database, SOME) == "0 synthetic initiatives planted"
    with database.reading() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Initiative)) == SOME


def test_what_is_invented_says_so(database: Database) -> None:
    plant_synthetic(database, SOME)
    with database.reading() as session:
        rows = session.exec(select(Initiative)).all()
        assert all(row.illustrative and "invented" in row.source for row in rows)


def test_planted_summaries_are_what_the_log_says(database: Database) -> None:
    plant_synthetic(database, SOME)
    with database.writing() as session:
        assert refresh_all(session) == 0
        assert session.scalar(sa.select(sa.func.sum(col(InitiativeSummary.claims))))


def test_each_initiative_has_one_of_two_funders(database: Database) -> None:
    plant_synthetic(database, 40)
    with database.reading() as session:
        funds = [organization_by_slug(session, slug) for slug in (FUND, OTHER_FUND)]
        counts = [
            session.scalar(
                sa.select(sa.func.count()).where(
                    col(Partnership.organization_id) == (fund.key if fund else 0),
                    col(Partnership.role) == PartnershipRole.FUNDER,
                )
            )
            or 0
            for fund in funds
        ]
        assert sum(counts) == 40
        assert min(counts) > 0
