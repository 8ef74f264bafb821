"""What every story must be, and what the whole demo must hold, before anything is planted."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from app.vocabulary import Aggregation, Certainty, Direction, EffectService, MemberRole, PartnershipRole
from seed.montreal.count import ATTRIBUTION
from seed.organizations import CLEARWATER, PASSERELLE_FUND
from seed.people import CITIZEN, MEMBERS, OUTSIDER, PEOPLE, STAFF
from seed.stories import village_bus
from seed.stories.montreal_alleys import ALLEYS
from seed.story import Indicator, Phase, Story
from seed.world import LEADS, ORGANIZATIONS, STORIES

# Nothing in the demo may lie after this day, since entries of things to come are refused.
WRITTEN_ON = date(2026, 11, 1)
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.initiative.slug)


def phase_of(story: Story, key: str) -> Phase:
    return {phase.key: phase for phase in story.phases}[key]


def is_within(day: date, starts_on: date, ends_on: date | None) -> bool:
    return starts_on <= day <= (ends_on or WRITTEN_ON)


def observed(story: Story) -> list[tuple[Indicator, Decimal]]:
    return [(i, Decimal(seen.value)) for i in story.indicators for seen in i.observations]


@each_story
def test_every_activity_lies_within_its_phase(story: Story) -> None:
    outside = [
        (activity.title, activity.happened_on)
        for activity in story.activities
        for phase in [phase_of(story, activity.phase)]
        if not is_within(activity.happened_on, phase.starts_on, phase.ends_on)
    ]
    assert outside == []


@each_story
def test_every_phase_lies_within_its_initiative(story: Story) -> None:
    last = story.initiative.ends_on or WRITTEN_ON
    for phase in story.phases:
        assert is_within(phase.starts_on, story.initiative.starts_on, last)
        assert is_within(phase.ends_on or last, phase.starts_on, last)


@each_story
def test_nobody_claims_to_lead_a_phase_before_it_begins(story: Story) -> None:
    assert all(claim.claimed_on >= phase.starts_on for phase in story.phases for claim in phase.claims)


@each_story
def test_every_cost_names_a_phase_of_its_story_or_none(story: Story) -> None:
    assert {cost.phase for cost in story.costs} <= {phase.key for phase in story.phases} | {""}


@each_story
def test_money_is_in_the_currency_of_the_initiative(story: Story) -> None:
    spent = {cost.currency for cost in story.costs}
    received = {benefit.currency for benefit in story.benefits}
    assert spent | received <= {story.initiative.currency}


@each_story
def test_nothing_is_entered_before_it_happened_or_after_the_demo_was_written(story: Story) -> None:
    for activity in story.activities:
        assert activity.happened_on <= activity.known_on <= WRITTEN_ON
    for cost in story.costs:
        assert cost.spent_on <= cost.known_on <= WRITTEN_ON
    assert all(seen.known_on <= WRITTEN_ON for i in story.indicators for seen in i.observations)


@each_story
def test_what_is_observed_lies_on_its_scale(story: Story) -> None:
    for indicator, value in observed(story):
        assert indicator.minimum is None or value >= Decimal(indicator.minimum)
        assert indicator.maximum is None or value <= Decimal(indicator.maximum)
        assert value == round(value, indicator.decimals)


@each_story
def test_each_part_of_an_indicator_is_observed_once_a_day(story: Story) -> None:
    for indicator in story.indicators:
        days = Counter((seen.category, seen.observed_on) for seen in indicator.observations)
        assert days.most_common(1)[0][1] == 1 if days else indicator.effect_service is EffectService.OTHER


@each_story
def test_a_cumulative_series_never_falls(story: Story) -> None:
    for indicator in story.indicators:
        if indicator.aggregation is Aggregation.CUMULATIVE:
            values = [Decimal(seen.value) for seen in indicator.observations]
            assert values == sorted(values)


@each_story
def test_the_first_aim_is_as_old_as_the_initiative(story: Story) -> None:
    assert story.initiative.aims[0].chosen_on == story.initiative.starts_on


@each_story
def test_its_partners_are_known_organizations(story: Story) -> None:
    known = {organization.slug for organization in ORGANIZATIONS}
    assert {partner.organization for partner in story.partnerships} <= known


@each_story
def test_its_texts_fit_their_fields(story: Story) -> None:
    assert len(story.initiative.summary) <= 2000
    assert len(story.initiative.name) <= 160
    assert all(len(activity.title) <= 160 for activity in story.activities)


def test_addresses_are_used_once() -> None:
    slugs = Counter(story.initiative.slug for story in STORIES)
    slugs.update(organization.slug for organization in ORGANIZATIONS)
    assert slugs.most_common(1)[0][1] == 1


def test_the_fund_supports_initiatives_in_several_countries() -> None:
    funded = [
        story.initiative.country
        for story in STORIES
        for partner in story.partnerships
        if (partner.organization, partner.role) == (PASSERELLE_FUND.slug, PartnershipRole.FUNDER)
    ]
    assert len(funded) >= 6
    assert len(set(funded)) >= 4


def test_the_evaluator_works_on_more_than_one_initiative() -> None:
    evaluated = [s for s in STORIES if any(p.organization == CLEARWATER.slug for p in s.partnerships)]
    assert len(evaluated) > 1


def test_benefits_are_expected_claimed_and_confirmed_and_come_after_the_first_cost() -> None:
    certainties = set()
    for story in STORIES:
        first_cost = min(cost.spent_on for cost in story.costs)
        assert all(benefit.received_on > first_cost for benefit in story.benefits)
        certainties |= {benefit.certainty for benefit in story.benefits}
    assert certainties == set(Certainty)


def test_something_gets_worse_somewhere() -> None:
    waiting = next(
        i for story in STORIES for i in story.indicators if i.name == "Days until a repair is done"
    )
    assert waiting.direction is Direction.DOWN
    assert Decimal(waiting.observations[-1].value) > Decimal(waiting.observations[0].value)


def test_a_spill_over_without_figures_stays_without_figures() -> None:
    assert any(
        i.effect_service is EffectService.OTHER and not i.observations
        for story in STORIES
        for i in story.indicators
    )


def test_the_alleys_of_a_year_are_the_sum_of_its_boroughs() -> None:
    parts = Counter[date]()
    for seen in ALLEYS.observations:
        if seen.category:
            parts[seen.observed_on] += int(seen.value)
    wholes = {seen.observed_on: int(seen.value) for seen in ALLEYS.observations if not seen.category}
    assert wholes == parts


def test_every_counted_alley_names_its_source() -> None:
    assert {seen.source for seen in ALLEYS.observations} == {ATTRIBUTION}


def test_what_has_no_source_is_illustrative() -> None:
    sheffield = STORIES[0]
    reached = next(i for i in sheffield.indicators if i.unit == "people")
    assert [seen.value for seen in reached.observations if not seen.illustrative] == ["1952"]


def test_the_outsider_and_the_others_share_no_organization() -> None:
    outside = {member.organization for member in MEMBERS if member.email == OUTSIDER.email}
    inside = {member.organization for member in MEMBERS if member.email != OUTSIDER.email}
    assert outside == {village_bus.GLENMORE.slug}
    assert not outside & inside


def test_the_person_of_the_staff_belongs_to_every_lead_but_the_outsiders() -> None:
    staffed = {member.organization for member in MEMBERS if member.email == STAFF.email}
    assert staffed == {lead.slug for lead in LEADS} - {village_bus.GLENMORE.slug}


def test_the_citizen_is_a_citizen_everywhere() -> None:
    assert {m.role for m in MEMBERS if m.email == CITIZEN.email} == {MemberRole.CITIZEN}


def test_every_member_is_somebody_of_the_cast() -> None:
    assert {member.email for member in MEMBERS} == {person.email for person in PEOPLE}
