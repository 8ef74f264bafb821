"""What every page of one initiative shows around its own content."""

from typing import Any

from sqlmodel import Session

from app.i18n.countries import country_name
from app.initiatives.models import Initiative
from app.initiatives.queries import aims_of
from app.organizations.models import Organization


def frame(session: Session, initiative: Initiative) -> dict[str, Any]:
    """The context of `initiatives/_frame.html`: initiative, lead_organization, declared_aim, country_name."""
    return {
        "initiative": initiative,
        "lead_organization": session.get_one(Organization, initiative.organization_id),
        "declared_aim": next(iter(aims_of(session, initiative.key)), None),
        "country_name": country_name(initiative.country),
    }
