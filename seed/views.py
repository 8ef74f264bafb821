"""What citizens and professionals answered when they were asked who led a phase. All of it is invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from app.clock import today
from app.initiatives.models import Initiative, Phase
from app.ratings.schemas import RatingLinkCreate
from app.ratings.service import keep_view, make_rating_link, revoke_link
from app.vocabulary import Side
from seed.table import rows


@dataclass(frozen=True)
class Asked:
    """People of one side on one day, by one link; its name is for those who made it."""

    initiative: str
    phase: str
    asked_on: date
    side: Side
    ratings: tuple[int, ...]
    link: str


def _asked(text: str) -> tuple[Asked, ...]:
    """Initiative | phase | day | side | ratings from 1 to 5 | name of the link."""
    return tuple(
        Asked(initiative, phase, date.fromisoformat(day), Side(side), tuple(map(int, ratings.split())), link)
        for initiative, phase, day, side, ratings, link in (row.cells for row in rows(text))
    )


# The tenants do not see what their landlord claims; too few answered about the scrutiny to be shown.
ASKED = _asked("""
repairs-with-tenants | priorities | 2025-03-18 | citizens | 1 2 2 1 3 2 1 2 2 1 | Panel and stairwells
repairs-with-tenants | priorities | 2025-03-25 | professionals | 4 3 4 4 3 | Property team
repairs-with-tenants | work | 2026-03-17 | citizens | 1 2 1 2 2 3 1 2 1 1 | Sheet at the office
repairs-with-tenants | work | 2026-03-24 | professionals | 3 4 3 3 2 | Property team
repairs-with-tenants | review | 2026-04-21 | citizens | 2 1 2 | Panel meeting
sheffield-loneliness | design-1 | 2016-11-15 | citizens | 3 4 3 2 3 3 4 3 3 4 | Design day
sheffield-loneliness | design-1 | 2016-11-22 | professionals | 3 3 2 3 4 | Team meeting
sheffield-loneliness | delivery-2 | 2020-02-18 | citizens | 4 5 4 3 5 4 4 5 3 4 5 4 4 3 5 | Lunch clubs
sheffield-loneliness | delivery-2 | 2020-02-25 | professionals | 3 3 4 3 2 | Team meeting
montreal-green-alleys | design-1 | 2013-10-08 | citizens | 2 1 2 3 2 2 1 2 2 3 | Comités de ruelle
montreal-green-alleys | design-1 | 2013-10-22 | professionals | 3 3 2 4 3 3 2 3 3 4 | Équipe verdissement
montreal-green-alleys | delivery-2 | 2019-10-15 | citizens | 4 4 5 3 4 4 5 4 3 4 4 5 4 4 3 | Comités de ruelle
montreal-green-alleys | delivery-2 | 2019-10-22 | professionals | 3 3 3 4 2 3 3 3 4 3 | Équipe verdissement
creche-parentale-les-petits-paves | accueil | 2025-06-17 | citizens | 3 3 4 3 2 3 3 4 3 3 | Fête de la crèche
creche-parentale-les-petits-paves | accueil | 2025-06-19 | professionals | 3 3 3 2 4 | Réunion d’équipe
""")


def enter_views(session: Session, initiative: Initiative, phases: Mapping[str, Phase]) -> None:
    """The links of phases that are over are revoked; those of phases that go on can still be used."""
    for asked in ASKED:
        if asked.initiative != initiative.slug or asked.asked_on > today():
            continue
        phase = phases[asked.phase]
        new = RatingLinkCreate(phase_id=phase.key, side=asked.side, name=asked.link)
        link = make_rating_link(session, initiative, new)
        for rating in asked.ratings:
            keep_view(session, phase, asked.side, rating, asked.asked_on, link)
        if phase.ends_on:
            revoke_link(session, link)
