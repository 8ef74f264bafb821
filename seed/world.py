"""All stories of the demo, in the order in which they are told."""

from seed.organizations import PARTNERS
from seed.stories import (
    care_plans,
    creche_parentale,
    diagnostic_errors,
    district_budget,
    jeu_des_besoins,
    montreal_alleys,
    neighbourhood_watch,
    relatives_care,
    restaurant_populaire,
    sheffield_loneliness,
    sheffield_mentoring,
    tenant_repairs,
    village_bus,
)
from seed.story import Organization, Story

STORIES: tuple[Story, ...] = tuple(
    story.STORY
    for story in (
        sheffield_loneliness,
        sheffield_mentoring,
        montreal_alleys,
        restaurant_populaire,
        creche_parentale,
        jeu_des_besoins,
        district_budget,
        relatives_care,
        care_plans,
        neighbourhood_watch,
        tenant_repairs,
        diagnostic_errors,
        village_bus,
    )
)

LEADS: tuple[Organization, ...] = tuple(dict.fromkeys(story.lead for story in STORIES))
ORGANIZATIONS = (*PARTNERS, *LEADS)
