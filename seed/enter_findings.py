"""Enters what a story tells of findings, by the evaluator, and of what the team answered."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from app.clock import today
from app.database.audit import act_as
from app.findings.ground_service import rest_on_all
from app.findings.models import Finding
from app.findings.schemas import FindingCreate, FindingResponse
from app.findings.service import respond_to, write_finding
from app.initiatives.models import Initiative
from app.journal.queries import journal
from app.journal.schemas import Wanted
from app.learning.queries import measures_of
from app.web.pagination import LARGEST_PAGE
from seed import story
from seed.hands import Hands


def enter_findings(session: Session, initiative: Initiative, told: story.Story, hands: Hands) -> None:
    """After the indicators, on which findings bear. What lies after today is left out."""
    named = {name: number for number, name in measures_of(session, initiative.key).items()}
    for known in told.findings:
        if known.found_on <= today():
            act_as(session, hands.evaluator)
            finding = write_finding(session, initiative, FindingCreate.model_validate(_fields(known, named)))
            for rests in known.rests:
                _rest_on(session, initiative, finding, rests)
            if known.responded_on and known.responded_on <= today():
                act_as(session, hands.staff)
                _answer(session, finding, known)


def _fields(known: story.Finding, indicators: Mapping[str, int]) -> dict[str, Any]:
    bearing = {"indicator_id": indicators[known.indicator]} if known.indicator else {}
    return {**known.fields, **bearing}


def _answer(session: Session, finding: Finding, known: story.Finding) -> None:
    done_on = known.done_on if known.done_on and known.done_on <= today() else None
    answer = FindingResponse(response=known.response, responded_on=known.responded_on, done_on=done_on)
    respond_to(session, finding, answer, None)


def _rest_on(session: Session, initiative: Initiative, finding: Finding, rests: story.Rests) -> None:
    fields = {"kind": [rests.kind], "from": rests.since, "to": rests.until, "q": rests.words}
    found = journal(session, initiative.key, Wanted.model_validate(fields), None, LARGEST_PAGE, wholes=True)
    rest_on_all(session, finding, [(entry.kind, entry.id) for entry in found.items], rests.note)
