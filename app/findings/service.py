"""Writing of findings, and of what the team answers."""

from sqlmodel import Session

from app.database.editing import edit
from app.findings.models import Finding
from app.findings.schemas import FindingCreate, FindingResponse
from app.i18n import _
from app.initiatives.models import Initiative
from app.learning.queries import measures_of
from app.refusals import Invalid


def write_finding(session: Session, initiative: Initiative, new: FindingCreate) -> Finding:
    _check_indicator(session, initiative.key, new.indicator_id)
    finding = Finding(initiative_id=initiative.key, **new.model_dump())
    session.add(finding)
    session.flush()
    return finding


def edit_finding(session: Session, finding: Finding, change: FindingCreate, version: int | None) -> Finding:
    """What the team has answered stays, and must still fit."""
    if change.indicator_id != finding.indicator_id:
        _check_indicator(session, finding.initiative_id, change.indicator_id)
    if any(day and day < change.found_on for day in (finding.responded_on, finding.done_on)):
        raise Invalid({"found_on": _("The team answered before this day.")})
    if finding.done_on and not change.recommendation:
        raise Invalid({"recommendation": _("It was followed: keep what was recommended.")})
    return edit(session, finding, change, version)


def respond_to(session: Session, finding: Finding, response: FindingResponse, version: int | None) -> Finding:
    if response.responded_on and response.responded_on < finding.found_on:
        raise Invalid({"responded_on": _("A response cannot come before the finding.")})
    if response.done_on and not finding.recommendation:
        raise Invalid({"done_on": _("Nothing was recommended here.")})
    if response.done_on and response.done_on < finding.found_on:
        raise Invalid({"done_on": _("Nobody can follow what was not yet recommended.")})
    return edit(session, finding, response, version)


def _check_indicator(session: Session, initiative_id: int, indicator_id: int | None) -> None:
    """An indicator of another initiative is refused like one that does not exist."""
    if indicator_id is not None and indicator_id not in measures_of(session, initiative_id):
        raise Invalid({"indicator_id": _("Choose an indicator of this initiative.")})
