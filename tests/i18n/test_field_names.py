"""The list of errors on top of a form can name every field that somebody types into."""

import pytest
from pydantic import BaseModel

from app.accounts.schemas import Credentials
from app.activities.schemas import ActivityCreate
from app.costs.schemas import BenefitCreate, CostCreate
from app.i18n.field_names import FIELD_NAMES
from app.indicators.observation_schemas import ObservationCreate
from app.indicators.schemas import IndicatorCreate
from app.initiatives.schemas import AimCreate, ClaimCreate, InitiativeCreate, PartnershipCreate, PhaseCreate
from app.organizations.schemas import AccountCreate, InvitationCreate, OrganizationCreate

NOT_TYPED = {"slug", "illustrative", "is_estimate", "category"}
SCHEMAS = (
    AccountCreate,
    ActivityCreate,
    AimCreate,
    BenefitCreate,
    ClaimCreate,
    CostCreate,
    Credentials,
    IndicatorCreate,
    InitiativeCreate,
    InvitationCreate,
    ObservationCreate,
    OrganizationCreate,
    PartnershipCreate,
    PhaseCreate,
)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_field_that_is_typed_has_a_name(schema: type[BaseModel]) -> None:
    assert set(schema.model_fields) - NOT_TYPED <= set(FIELD_NAMES)
