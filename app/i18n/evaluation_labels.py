"""The words people read in evaluations, their reports and publications: the other half of `labels.py`."""

from enum import StrEnum

from app import vocabulary as v
from app.i18n.catalogue import N_

EVALUATION_LABELS: dict[type[StrEnum], dict[str, str]] = {
    v.FindingStrength: {
        v.FindingStrength.WEAK: N_("Weak: one source, or indirect"),
        v.FindingStrength.MODERATE: N_("Moderate: several sources that agree"),
        v.FindingStrength.STRONG: N_("Strong: several kinds of evidence, and rival explanations looked at"),
    },
    v.ExplanationWeight: {
        v.ExplanationWeight.OPEN: N_("Not looked into yet"),
        v.ExplanationWeight.UNLIKELY: N_("Unlikely"),
        v.ExplanationWeight.IN_PART: N_("May explain part of it"),
        v.ExplanationWeight.LIKELY: N_("May explain all of it"),
    },
    v.PublicationReach: {
        v.PublicationReach.FUNDERS: N_("Funders of this initiative"),
        v.PublicationReach.LINK: N_("Anybody with the link"),
        v.PublicationReach.PUBLIC: N_("Anybody"),
    },
    v.ReportSection: {
        v.ReportSection.SUMMARY: N_("Summary"),
        v.ReportSection.TOGETHER: N_("Process beside outcome"),
        v.ReportSection.CELL: N_("Who planned and who delivered"),
        v.ReportSection.PHASES: N_("Who led which phase"),
        v.ReportSection.REACH: N_("Who took part"),
        v.ReportSection.OUTCOMES: N_("What changed"),
        v.ReportSection.CONTRIBUTION: N_("What else may explain it"),
        v.ReportSection.MONEY: N_("Costs and benefits"),
        v.ReportSection.LEARNING: N_("What was learned"),
        v.ReportSection.ACCOUNTABILITY: N_("Who answers for it"),
        v.ReportSection.WARNINGS: N_("Warnings of tokenism"),
        v.ReportSection.FINDINGS: N_("Findings"),
        v.ReportSection.MISSING: N_("What is missing"),
        v.ReportSection.METHOD: N_("How it was worked out"),
        v.ReportSection.SOURCES: N_("Sources"),
    },
    v.WarningRule: {
        v.WarningRule.LATE_ENTRIES: N_("Entries made long after"),
        v.WarningRule.ONE_SIDED_LOG: N_("One side keeps the log"),
        v.WarningRule.NO_ASSESSMENT: N_("No assessment"),
        v.WarningRule.CLAIM_WITHOUT_EVIDENCE: N_("Claimed, not evidenced"),
        v.WarningRule.CONSULTATION_ONLY: N_("Consultation only"),
        v.WarningRule.CITIZENS_WORKED_PROFESSIONALS_DECIDED: N_("Citizens worked, professionals decided"),
        v.WarningRule.NOBODY_ACCOUNTABLE: N_("Nobody accountable"),
        v.WarningRule.PROPOSALS_WAITING: N_("Proposals waiting for an answer"),
        v.WarningRule.NOBODY_ANSWERED_FOR: N_("An incident nobody answered for"),
        v.WarningRule.CITIZENS_NOT_TOLD: N_("Citizens were not told"),
    },
    v.ClaimStatus: {
        v.ClaimStatus.CLAIMED_AND_EVIDENCED: N_("claimed and evidenced"),
        v.ClaimStatus.CLAIMED_NOT_EVIDENCED: N_("claimed, not evidenced"),
        v.ClaimStatus.EVIDENCED_NOT_CLAIMED: N_("evidenced, not claimed"),
        v.ClaimStatus.NONE: N_("no claim, too little in the log"),
    },
    v.Tag: {
        v.Tag.WITH_CONSULTATION: N_("with consultation"),
        v.Tag.PRESENT_NO_DECISION_POWER: N_("present, no decision power"),
        v.Tag.ASSISTED_BY_CITIZENS: N_("assisted by citizens"),
        v.Tag.CITIZENS_WORKED_PROFESSIONALS_DECIDED: N_("citizens worked, professionals decided"),
        v.Tag.COUNT_BASED: N_("counted by activities, since hours are missing"),
        v.Tag.DOMINATED_BY_ONE_ACTIVITY: N_("dominated by one activity"),
    },
    v.Strength: {
        v.Strength.PRESENT: N_("present, not balanced"),
        v.Strength.BALANCED: N_("balanced"),
    },
    v.Stability: {
        v.Stability.STABLE: N_("stable"),
        v.Stability.BORDERLINE: N_("borderline"),
    },
}
