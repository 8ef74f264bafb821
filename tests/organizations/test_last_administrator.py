"""Two administrators who go at the same moment: one of them must stay."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlmodel import Session, select

from app.database.engine import Database
from app.organizations.membership import change_role, end_membership
from app.organizations.models import Member
from app.organizations.people import administrators_of
from app.organizations.schemas import MemberUpdate
from app.organizations.service import add_member
from app.refusals import Invalid
from app.vocabulary import MemberRole
from tests.support.world import World

ROUNDS = 5
Going = Callable[[Session, Member], object]


def step_back(session: Session, member: Member) -> Member:
    return change_role(session, member, MemberUpdate(role=MemberRole.STAFF), None)


@pytest.mark.parametrize("going", [(step_back, step_back), (end_membership, step_back)])
def test_however_they_go_one_administrator_stays(
    database: Database, world: World, going: tuple[Going, Going]
) -> None:
    for _ in range(ROUNDS):
        with database.writing() as session:
            both = [
                add_member(session, world.organization, person, MemberRole.ADMIN).key
                for person in (world.ada, world.eve)
            ]
        at_once = Barrier(2)

        def go(way: Going, member_id: int, at_once: Barrier = at_once) -> bool:
            """On PostgreSQL both have read that there are two before either writes."""
            with database.reading() as looking:
                assert len(administrators_of(looking, world.organization.key)) == 2
            at_once.wait(10)
            try:
                with database.writing() as session:
                    way(session, session.exec(select(Member).where(Member.id == member_id)).one())
            except Invalid:
                return False
            return True

        with ThreadPoolExecutor(2) as people:
            assert sorted(people.map(go, going, both)) == [False, True]
        with database.reading() as session:
            assert len(administrators_of(session, world.organization.key)) == 1
