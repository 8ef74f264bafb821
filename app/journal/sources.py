"""Where each kind of entry is kept, and what one timeline needs of it: its day, words and figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

from app.activities.models import Activity
from app.costs.models import Benefit, Cost
from app.indicators.models import Indicator, Observation
from app.indicators.records import COUNTED
from app.initiatives.models import Claim, Phase
from app.learning.models import Incident, Obstacle, Proposal, Story
from app.vocabulary import EntryKind

LONGEST_TITLE = 200
"""Characters of a text that stand for it in the timeline."""

Column = sa.ColumnElement[Any]


@dataclass(frozen=True)
class Source:
    """One kind. Columns that several kinds have under one name have one type.

    `above` must not be archived, or the entry is nowhere: it is joined by the condition beside it.
    `wholes` leave out the parts of a breakdown, and what is not said for good.
    """

    kind: EntryKind
    table: sa.Table
    day: Column
    title: Column
    searched: tuple[Column, ...]
    figures: Mapping[str, Column]
    phase: Column | None = None
    above: tuple[sa.Table, sa.ColumnElement[bool]] | None = None
    wholes: tuple[sa.ColumnElement[bool], ...] = ()


def _table(model: Any) -> sa.Table:
    return SQLModel.metadata.tables[model.__tablename__]


def _columns(table: sa.Table, *names: str) -> dict[str, Column]:
    return {name: table.c[name] for name in names}


def _beginning(text: Column) -> Column:
    return sa.func.substr(text, 1, LONGEST_TITLE)


activity, cost, benefit, observation = map(_table, (Activity, Cost, Benefit, Observation))
proposal, obstacle, incident, story = map(_table, (Proposal, Obstacle, Incident, Story))
claim, indicator, phase = map(_table, (Claim, Indicator, Phase))

ACTIVITIES = Source(
    kind=EntryKind.ACTIVITY,
    table=activity,
    day=activity.c.happened_on,
    title=activity.c.title,
    searched=(activity.c.title, activity.c.note),
    figures=_columns(
        activity,
        *("citizen_role", "decision", "citizens", "professionals", "citizen_hours", "professional_hours"),
    ),
    phase=activity.c.phase_id,
)
COSTS = Source(
    kind=EntryKind.COST,
    table=cost,
    day=cost.c.spent_on,
    title=_beginning(cost.c.note),
    searched=(cost.c.note, cost.c.payer),
    figures=_columns(cost, "amount", "currency", "stage", "nature", "is_estimate", "payer"),
    phase=cost.c.phase_id,
    wholes=(cost.c.is_estimate.is_(False),),
)
BENEFITS = Source(
    kind=EntryKind.BENEFIT,
    table=benefit,
    day=benefit.c.received_on,
    title=_beginning(benefit.c.note),
    searched=(benefit.c.note, benefit.c.service),
    figures=_columns(benefit, "amount", "currency", "certainty", "service"),
)
OBSERVATIONS = Source(
    kind=EntryKind.OBSERVATION,
    table=observation,
    day=observation.c.observed_on,
    title=indicator.c.name,
    searched=(indicator.c.name, observation.c.category, observation.c.note),
    figures=_columns(observation, "indicator_id", "category", "value", "n", "status")
    | _columns(indicator, "unit", "decimals"),
    above=(indicator, indicator.c.id == observation.c.indicator_id),
    wholes=(observation.c.category == "", observation.c.status.in_(COUNTED)),
)
PROPOSALS = Source(
    kind=EntryKind.PROPOSAL,
    table=proposal,
    day=proposal.c.made_on,
    title=_beginning(proposal.c.text),
    searched=(proposal.c.text, proposal.c.reason),
    figures=_columns(proposal, "side", "answer", "told_on"),
    phase=proposal.c.phase_id,
)
OBSTACLES = Source(
    kind=EntryKind.OBSTACLE,
    table=obstacle,
    day=obstacle.c.noticed_on,
    title=_beginning(obstacle.c.text),
    searched=(obstacle.c.text, obstacle.c.resolution),
    figures=_columns(obstacle, "influence", "resolved_on") | {"influence_kind": obstacle.c.kind},
    phase=obstacle.c.phase_id,
)
INCIDENTS = Source(
    kind=EntryKind.INCIDENT,
    table=incident,
    day=incident.c.happened_on,
    title=_beginning(incident.c.text),
    searched=(incident.c.text, incident.c.decision, incident.c.learning),
    figures=_columns(incident, "answered_by", "told_on"),
    phase=incident.c.phase_id,
)
STORIES = Source(
    kind=EntryKind.STORY,
    table=story,
    day=story.c.told_on,
    title=_beginning(story.c.text),
    searched=(story.c.text,),
    figures=_columns(story, "side", "consent", "strength"),
    phase=story.c.phase_id,
)
CLAIMS = Source(
    kind=EntryKind.CLAIM,
    table=claim,
    day=claim.c.claimed_on,
    title=claim.c.claimed_by,
    searched=(claim.c.claimed_by,),
    figures=_columns(claim, "lead"),
    phase=claim.c.phase_id,
    above=(phase, phase.c.id == claim.c.phase_id),
)

SOURCES = (ACTIVITIES, COSTS, BENEFITS, OBSERVATIONS, PROPOSALS, OBSTACLES, INCIDENTS, STORIES, CLAIMS)
"""In the order in which the entries of one day stand."""

FIGURES: Mapping[str, Any] = {
    name: column.type for source in SOURCES for name, column in source.figures.items()
}
"""Every figure that some kind has, with its type: the columns that all branches share."""
