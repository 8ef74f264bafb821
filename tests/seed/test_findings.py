"""What the stories tell of findings: every one fits its rules, and none pretends to be published."""

import pytest

from app.findings.schemas import FindingCreate
from seed.story import Story
from seed.world import STORIES as ALL

each_story = pytest.mark.parametrize("story", ALL, ids=lambda story: story.initiative.slug)


@each_story
def test_every_finding_obeys_the_rules_of_its_form(story: Story) -> None:
    names = {indicator.name for indicator in story.indicators}
    for finding in story.findings:
        FindingCreate.model_validate(finding.fields)
        assert finding.indicator in names
        assert finding.responded_on is None or finding.responded_on >= finding.found_on
        assert "source" not in finding.fields


def test_two_initiatives_show_findings_with_and_without_an_answer() -> None:
    told = [finding for story in ALL for finding in story.findings]
    assert sum(1 for story in ALL if story.findings) >= 2
    assert {bool(finding.response) for finding in told} == {True, False}
