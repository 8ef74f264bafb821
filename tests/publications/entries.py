"""What somebody publishes, and the people, values and answers that it tells of."""

from typing import Any

from sqlmodel import Session

from app.publications.models import Publication
from app.publications.schemas import PublicationCreate
from app.publications.service import publish
from tests.support.world import World

PAGE = "/initiatives/good-neighbours/publications"
TYPED = {
    "title": "Good neighbours in 2025",
    "narrative": "Peers lead the visits since spring.",
    "language": "en",
    "as_of": "2025-12-31",
    "reach": "funders",
}
"""The least that the form takes."""


def make_publication(session: Session, world: World, **given: Any) -> Publication:
    return publish(session, world.initiative, PublicationCreate.model_validate(TYPED | given))
