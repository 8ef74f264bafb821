"""What the people of the demo answer when they are asked who led, before it is planted."""

from statistics import median

from app.measurement.views import RATINGS
from app.vocabulary import Side
from seed.story import Phase
from seed.views import ASKED, Asked
from seed.world import STORIES

PHASES = {(story.initiative.slug, phase.key): phase for story in STORIES for phase in story.phases}


def phase_of(asked: Asked) -> Phase:
    return PHASES[asked.initiative, asked.phase]


def answers(initiative: str, phase: str, side: Side) -> list[int]:
    found = [
        asked for asked in ASKED if (asked.initiative, asked.phase, asked.side) == (initiative, phase, side)
    ]
    return [rating for asked in found for rating in asked.ratings]


def test_everybody_answers_on_the_scale_and_after_the_phase_began() -> None:
    for asked in ASKED:
        assert set(asked.ratings) <= set(RATINGS)
        assert asked.asked_on > phase_of(asked).starts_on


def test_the_tenants_do_not_see_what_their_landlord_sees() -> None:
    tenants = median(answers("repairs-with-tenants", "priorities", Side.CITIZENS))
    landlord = median(answers("repairs-with-tenants", "priorities", Side.PROFESSIONALS))
    assert (tenants, landlord) == (2, 4)


def test_somewhere_too_few_have_answered_to_be_shown() -> None:
    assert 0 < len(answers("repairs-with-tenants", "review", Side.CITIZENS)) < 5


def test_whoever_else_answered_is_shown_whole() -> None:
    assert all(len(asked.ratings) % 5 == 0 for asked in ASKED if asked.phase != "review")
