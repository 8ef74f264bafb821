"""Summaries as the log's readers leave them, for tests of what is made of them."""

from datetime import date
from typing import Any

from sqlmodel import Session

from app.evaluations.models import InitiativeSummary
from app.initiatives.models import Initiative
from app.initiatives.schemas import PartnershipCreate
from app.initiatives.service import add_partner
from app.organizations.models import Organization
from app.vocabulary import PartnershipRole
from tests.support.world import make_initiative

DESIGN = {
    "id": 1,
    "kind": "design",
    "name": "",
    "starts_on": "2019-01-01",
    "ends_on": "2019-06-30",
    "claimed": "citizens",
    "evidenced": "professionals",
    "status": "claimed_not_evidenced",
}
DELIVERY = {
    "id": 2,
    "kind": "delivery",
    "name": "First year",
    "starts_on": "2019-07-01",
    "ends_on": None,
    "claimed": "together",
    "evidenced": "together",
    "status": "claimed_and_evidenced",
}
LONELINESS = {
    "indicator_id": 1,
    "name": "Loneliness",
    "direction": "down",
    "progress": "0.47",
    "missing": None,
    "latest": "5.1",
    "latest_on": "2020-12-31",
    "n": 42,
}


def summary(initiative: Initiative, **fields: Any) -> InitiativeSummary:
    given: dict[str, Any] = {
        "claims": 2,
        "claims_evidenced": 1,
        "cell": 5,
        "last_entry_on": date(2020, 12, 31),
        "phases": [DESIGN, DELIVERY],
        "outcome": LONELINESS,
        "cash": {"GBP": "1200.50"},
        "aim": "quality",
    }
    return InitiativeSummary(initiative_id=initiative.key, **(given | fields))


def funded(session: Session, funder: Organization, lead: Organization, name: str) -> Initiative:
    initiative = make_initiative(session, lead, name)
    add_partner(
        session, initiative, PartnershipCreate(organization_id=funder.key, role=PartnershipRole.FUNDER)
    )
    return initiative
