"""Every table of the house in one metadata: for migrations, and for tests that look at all of them."""

from sqlmodel import SQLModel

from app.accounts import models as accounts
from app.activities import models as activities
from app.contributions import models as contributions
from app.costs import models as costs
from app.database import audit, idempotency
from app.evaluations import models as evaluations
from app.evidence import models as evidence
from app.exchange import models as exchange
from app.findings import models as findings
from app.indicators import models as indicators
from app.initiatives import models as initiatives
from app.learning import models as learning
from app.organizations import models as organizations
from app.portfolios import models as portfolios
from app.publications import models as publications
from app.ratings import models as ratings
from app.reports import models as reports

PACKAGES = (
    accounts,
    organizations,
    portfolios,
    initiatives,
    ratings,
    activities,
    costs,
    indicators,
    learning,
    evidence,
    findings,
    contributions,
    evaluations,
    reports,
    publications,
    exchange,
    audit,
    idempotency,
)
metadata = SQLModel.metadata
