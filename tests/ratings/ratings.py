"""Links, views and the answers of devices, for tests of who is asked who led a phase."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from app.database.engine import Database
from app.initiatives.models import Phase
from app.ratings.models import RatingLink, View
from app.ratings.schemas import RatingLinkCreate
from app.ratings.service import keep_view, make_rating_link
from app.ratings.tokens import link_token
from app.vocabulary import Side
from tests.support.world import World

SEEN = date(2024, 12, 1)


def make_link(database: Database, world: World, side: Side = Side.CITIZENS, **given: Any) -> RatingLink:
    with database.writing() as session:
        new = RatingLinkCreate(phase_id=world.design.key, side=side, **given)
        return make_rating_link(session, world.initiative, new)


def address_of(client: TestClient, link: RatingLink) -> str:
    assert isinstance(client.app, FastAPI)
    return f"/rate/{link_token(client.app.state.settings.signing_key, link.key)}"


def give_views(
    session: Session,
    phase: Phase,
    side: Side,
    ratings: Iterable[int],
    rated_on: date = SEEN,
    link: RatingLink | None = None,
) -> None:
    for rating in ratings:
        keep_view(session, phase, side, rating, rated_on, link)


def stored(database: Database) -> list[View]:
    with database.reading() as session:
        return list(session.exec(select(View)))


def other_device(client: TestClient) -> TestClient:
    """The same browser with its memory gone: another phone, as far as anybody can tell."""
    client.cookies.clear()
    return client
