"""All that a report tells of, read once: the evaluation, and what people wrote beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from app.contributions.models import Contribution, Explanation
from app.contributions.queries import contributions_between, explanations_of
from app.evaluations.checks import Check, checks
from app.evaluations.document import Evaluation
from app.evaluations.links import Links
from app.evaluations.page import Picture, main_money, picture
from app.findings.ground_queries import count_grounds
from app.findings.models import Finding
from app.findings.queries import findings_between
from app.initiatives.models import Initiative
from app.learning.models import Story
from app.learning.queries import stories_that_may_leave
from app.organizations.models import Organization

STORIES = 10
"""The newest of those that may be read outside."""


@dataclass(frozen=True, slots=True)
class Material:
    initiative: Initiative
    lead_organization: str
    evaluation: Evaluation
    links: Links
    picture: Picture
    checks: Sequence[Check]
    findings: Sequence[Finding]
    grounds: Mapping[int, int]
    """How many entries of the log a finding names, by finding."""
    contributions: Sequence[Contribution]
    explanations: Mapping[int, Sequence[Explanation]]
    """By contribution."""
    stories: Sequence[Story]
    narrative: str


def material_of(
    session: Session, initiative: Initiative, evaluation: Evaluation, narrative: str = ""
) -> Material:
    links, first, last = Links(initiative.slug), evaluation.starts_on, evaluation.as_of
    money = main_money(evaluation, initiative.currency)
    stories = stories_that_may_leave(session, initiative.key, last, STORIES)
    claimed = contributions_between(session, initiative.key, first, last)
    return Material(
        initiative=initiative,
        lead_organization=session.get_one(Organization, initiative.organization_id).name,
        evaluation=evaluation,
        links=links,
        picture=picture(evaluation, evaluation.hero, money, links),
        checks=checks(session, evaluation, links),
        findings=findings_between(session, initiative.key, first, last),
        grounds=count_grounds(session, initiative.key),
        contributions=claimed,
        explanations=explanations_of(session, (row.key for row in claimed), last),
        stories=[story for story in stories if first is None or story.told_on >= first],
        narrative=narrative,
    )
