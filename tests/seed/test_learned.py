"""What the stories tell of learning: whose words they are, and that every day fits."""

import pytest

from app.learning.kinds import INCIDENTS, OBSTACLES, PROPOSALS, STORIES
from app.vocabulary import EntryKind
from seed.enter_learned import KINDS
from seed.story import Learned, Story
from seed.world import STORIES as ALL

each_story = pytest.mark.parametrize("story", ALL, ids=lambda story: story.initiative.slug)
SHOWN = ("sheffield-loneliness", "montreal-green-alleys")
WHOLE = {kind.entry for kind in (PROPOSALS, OBSTACLES, INCIDENTS, STORIES)}


def of(story: Story, kind: EntryKind) -> list[Learned]:
    return [learned for learned in story.learned if learned.kind is kind]


@each_story
def test_every_entry_obeys_the_rules_of_its_form(story: Story) -> None:
    for learned in story.learned:
        KINDS[learned.kind].rules.model_validate(learned.fields)


@each_story
def test_every_entry_lies_within_its_initiative_and_names_a_phase_of_it(story: Story) -> None:
    assert {learned.phase for learned in story.learned} <= {phase.key for phase in story.phases} | {""}
    assert all(learned.happened_on >= story.initiative.starts_on for learned in story.learned)


@each_story
def test_nobody_is_quoted_with_a_source(story: Story) -> None:
    """Invented voices are marked as illustrative by having none."""
    assert not [told.fields["source"] for told in of(story, EntryKind.STORY) if "source" in told.fields]


@pytest.mark.parametrize("slug", SHOWN)
def test_two_initiatives_show_learning_of_every_kind(slug: str) -> None:
    (story,) = (known for known in ALL if known.initiative.slug == slug)
    assert {learned.kind for learned in story.learned} == WHOLE


def test_obstacles_of_the_article_name_it() -> None:
    sourced = [o for story in ALL for o in of(story, EntryKind.OBSTACLE) if "source" in o.fields]
    assert len(sourced) >= 15
    assert all("the days are illustrative" in obstacle.fields["source"] for obstacle in sourced)
