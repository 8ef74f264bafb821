"""What two organizations of the demo want in their reports. Both are invented."""

from app.vocabulary import ReportSection
from seed.organizations import PASSERELLE_FUND
from seed.stories.sheffield_loneliness import DON_VALLEY
from seed.story import ReportTemplate

REPORT_TEMPLATES = (
    ReportTemplate(
        PASSERELLE_FUND.slug,
        "Yearly report to the fund",
        (
            ReportSection.SUMMARY,
            ReportSection.CELL,
            ReportSection.REACH,
            ReportSection.OUTCOMES,
            ReportSection.MONEY,
            ReportSection.LEARNING,
            ReportSection.WARNINGS,
        ),
    ),
    ReportTemplate(
        DON_VALLEY.slug,
        "Note to the scrutiny committee",
        (ReportSection.SUMMARY, ReportSection.OUTCOMES, ReportSection.MONEY, ReportSection.ACCOUNTABILITY),
    ),
)
