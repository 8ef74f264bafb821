"""What each address asks of whoever comes, in the words of the house's design, written by hand.

Not read from the application: this is what it is checked against. An address that is missing here is a fault.
"""

from enum import StrEnum

from app.vocabulary import MemberRole, PartnershipRole


class Need(StrEnum):
    ANYONE = "anyone"
    SIGNED_IN = "signed in"
    MEMBER = "member of the organization"
    ADMINISTER = "administrator of the organization"
    READ = "read"
    LOG = "log"
    MANAGE = "manage"
    EVALUATE = "evaluate"
    AUDIT = "audit"
    HISTORY = "log or audit"
    REVIEW = "manage or evaluate"
    END = "manage, or administer the partner"
    OFF = "nothing unless it is configured"


ADMIN, STAFF, CITIZEN, EVALUATOR, VIEWER = MemberRole
LOGGERS = {ADMIN, STAFF, CITIZEN}
EVERYBODY = set(MemberRole)
NOBODY: set[MemberRole] = set()

MAY: dict[Need, dict[str, set[MemberRole]]] = {
    Need.READ: {
        "lead": EVERYBODY,
        PartnershipRole.DELIVERY: EVERYBODY,
        PartnershipRole.EVALUATOR: EVERYBODY,
    },
    Need.LOG: {"lead": LOGGERS, PartnershipRole.DELIVERY: LOGGERS},
    Need.MANAGE: {"lead": {ADMIN, STAFF}},
    Need.END: {"lead": {ADMIN, STAFF}, PartnershipRole.DELIVERY: {ADMIN}},
    Need.EVALUATE: {
        "lead": {EVALUATOR},
        PartnershipRole.DELIVERY: {EVALUATOR},
        PartnershipRole.EVALUATOR: {ADMIN, STAFF, EVALUATOR},
    },
    Need.AUDIT: {
        "lead": {ADMIN, EVALUATOR},
        PartnershipRole.DELIVERY: {EVALUATOR},
        PartnershipRole.EVALUATOR: {ADMIN, STAFF, EVALUATOR},
    },
}
MAY[Need.HISTORY] = {
    part: MAY[Need.LOG].get(part, NOBODY) | MAY[Need.AUDIT].get(part, NOBODY) for part in MAY[Need.READ]
}
MAY[Need.REVIEW] = {
    part: MAY[Need.MANAGE].get(part, NOBODY) | MAY[Need.EVALUATE].get(part, NOBODY) for part in MAY[Need.READ]
}
"""What may be done with an initiative: need → as what the organization takes part → roles there."""

ADDRESSES: dict[Need, str] = {
    Need.REVIEW: """
        GET /initiatives/{slug}/ratings/{link_id}/leave-out
        POST /initiatives/{slug}/ratings/{link_id}/leave-out
        POST /initiatives/{slug}/ratings/{link_id}/count-again
    """,
    Need.EVALUATE: """
        GET /initiatives/{slug}/observations/review
        POST /initiatives/{slug}/observations/review
        GET /initiatives/{slug}/observations/{observation_id}/return
        POST /initiatives/{slug}/observations/{observation_id}/return
        POST /api/v1/observations/{row_id}/approve
        POST /api/v1/observations/{row_id}/return
        POST /initiatives/{slug}/locks
        GET /initiatives/{slug}/indicators/{indicator_id}/rebase
        POST /initiatives/{slug}/indicators/{indicator_id}/rebase
        POST /initiatives/{slug}/indicators/{indicator_id}/limits
        POST /api/v1/indicators/{row_id}/rebases
        PUT /api/v1/indicators/{row_id}/limits
        POST /api/v1/initiatives/{initiative_id}/locks
        GET /initiatives/{slug}/publications/new
        POST /initiatives/{slug}/publications
        POST /initiatives/{slug}/publications/preview
        POST /initiatives/{slug}/publications/again
        GET /initiatives/{slug}/publications/{row_id}/reach
        POST /initiatives/{slug}/publications/{row_id}/reach
        GET /initiatives/{slug}/publications/{row_id}/withdraw
        POST /initiatives/{slug}/publications/{row_id}/withdraw
        POST /api/v1/initiatives/{initiative_id}/publications
        PATCH /api/v1/publications/{row_id}
        POST /api/v1/publications/{row_id}/withdraw
        GET /initiatives/{slug}/findings/new
        GET /initiatives/{slug}/contributions/new
        POST /initiatives/{slug}/contributions
        GET /initiatives/{slug}/contributions/{row_id}/edit
        POST /initiatives/{slug}/contributions/{row_id}/edit
        GET /initiatives/{slug}/contributions/{contribution_id}/explanations/new
        POST /initiatives/{slug}/contributions/{contribution_id}/explanations
        GET /initiatives/{slug}/contributions/{contribution_id}/explanations/{row_id}/edit
        POST /initiatives/{slug}/contributions/{contribution_id}/explanations/{row_id}/edit
        POST /api/v1/initiatives/{initiative_id}/contributions
        PATCH /api/v1/contributions/{row_id}
        POST /api/v1/contributions/{row_id}/explanations
        PATCH /api/v1/explanations/{row_id}
        POST /initiatives/{slug}/findings
        GET /initiatives/{slug}/findings/{row_id}/edit
        POST /initiatives/{slug}/findings/{row_id}/edit
        GET /initiatives/{slug}/findings/{finding_id}/entries
        POST /initiatives/{slug}/findings/{finding_id}/entries
        POST /api/v1/findings/{row_id}/grounds
        POST /api/v1/initiatives/{initiative_id}/findings
        PATCH /api/v1/findings/{row_id}
    """,
    Need.AUDIT: """
        GET /initiatives/{slug}/history
        GET /initiatives/{slug}/history.csv
        GET /initiatives/{slug}/history.jsonl
        GET /api/v1/initiatives/{initiative_id}/history
    """,
    Need.HISTORY: """
        GET /initiatives/{slug}/history/{kind}/{row_id}
    """,
    Need.OFF: """
        GET /sign-in/openid
        GET /account/openid
        GET /sign-in/openid/return
        GET /account/identities/new
        POST /account/identities
        POST /account/identities/{identity_id}/unlink
    """,
    Need.ANYONE: """
        POST /sign-in-link
        GET /password
        POST /password
        GET /password/{token}
        POST /password/{token}
        GET /set-up/{token}
        POST /set-up/{token}
        GET /publications/{row_id}
        GET /publications/{row_id}/content.json
        GET /publications/{row_id}/report.pdf
        GET /publications/{row_id}/outcomes.csv
        GET /publications/{row_id}/figures/{number}.svg
        GET /api/v1/publications/{row_id}/content
        GET /published/{token}
        GET /published/{token}/content.json
        GET /published/{token}/report.pdf
        GET /published/{token}/outcomes.csv
        GET /published/{token}/figures/{number}.svg
        GET /rate/{token}
        POST /rate/{token}
        GET /rate/{token}/thanks
        GET /invitations/{token}
        POST /invitations/{token}/account
        GET /partner-invitations/{token}
        GET /
        GET /help
        GET /accessibility
        GET /docs
        GET /openapi.json
        GET /healthz
        GET /readyz
        GET /sign-in
        GET /sign-in/{token}
        POST /demo/sign-in
        POST /language
        POST /sign-in
        POST /sign-in/{token}
        POST /sign-out
    """,
    Need.SIGNED_IN: """
        GET /compare
        GET /api/v1/comparisons
        GET /due
        POST /account/digest
        GET /rates
        POST /account/sessions/{session_id}/end
        POST /account/sessions/end
        GET /account/password
        POST /account/password
        POST /invitations/{token}
        POST /partner-invitations/{token}
        POST /partner-invitations/{token}/refusal
        GET /initiatives/archived
        GET /api/v1/initiatives/archived
        GET /account
        GET /initiatives
        GET /initiatives/new
        GET /organizations
        GET /organizations/new
        GET /portfolios
        POST /account/tokens
        POST /account/tokens/{token_id}/revoke
        POST /initiatives
        POST /organizations
        GET /api/v1/initiatives
        GET /api/v1/organizations
        POST /api/v1/initiatives
        POST /api/v1/organizations
    """,
    Need.END: """
        POST /api/v1/partnerships/{row_id}/ending
    """,
    Need.MEMBER: """
        GET /organizations/{slug}/partnerships
        GET /organizations/{slug}/report-templates
        GET /api/v1/organizations/{organization_id}/report-templates
        GET /api/v1/report-templates/{row_id}
        GET /organizations/{slug}/leave
        POST /organizations/{slug}/leave
        GET /api/v1/organizations/{organization_id}/partnerships
        GET /api/v1/organizations/{organization_id}/members
        GET /api/v1/members/{row_id}
        GET /organizations/{slug}
        GET /portfolios/{slug}
        GET /portfolios/{slug}/publications
        GET /portfolios/{slug}/lines.csv
        GET /portfolios/{slug}/lines.json
        GET /portfolios/{slug}/lines.xlsx
        POST /portfolios/{slug}/views
        POST /portfolios/{slug}/views/removal
        GET /api/v1/organizations/{organization_id}
        GET /api/v1/portfolios/{organization_id}
    """,
    Need.ADMINISTER: """
        GET /organizations/{slug}/partnerships/{partnership_id}/ending
        POST /organizations/{slug}/partnerships/{partnership_id}/ending
        GET /organizations/{slug}/report-templates/new
        POST /organizations/{slug}/report-templates
        GET /organizations/{slug}/report-templates/{row_id}/edit
        POST /organizations/{slug}/report-templates/{row_id}/edit
        POST /organizations/{slug}/report-templates/{row_id}/archive
        POST /organizations/{slug}/report-templates/{row_id}/restore
        POST /api/v1/organizations/{organization_id}/report-templates
        PATCH /api/v1/report-templates/{row_id}
        DELETE /api/v1/report-templates/{row_id}
        GET /organizations/{slug}/archive
        POST /organizations/{slug}/archive
        POST /organizations/{slug}/restore
        GET /organizations/{slug}/members/{member_id}/edit
        POST /organizations/{slug}/members/{member_id}/edit
        POST /organizations/{slug}/members/{member_id}/remove
        POST /organizations/{slug}/members/{member_id}/restore
        GET /organizations/{slug}/invitations/new
        POST /organizations/{slug}/invitations
        POST /organizations/{slug}/invitations/{invitation_id}/again
        POST /organizations/{slug}/invitations/{invitation_id}/withdraw
        GET /organizations/{slug}/history
        GET /organizations/{slug}/history.csv
        DELETE /api/v1/organizations/{organization_id}
        PATCH /api/v1/members/{row_id}
        DELETE /api/v1/members/{row_id}
        GET /api/v1/organizations/{organization_id}/invitations
        POST /api/v1/organizations/{organization_id}/invitations
        GET /api/v1/invitations/{row_id}
        DELETE /api/v1/invitations/{row_id}
        GET /organizations/{slug}/edit
        POST /organizations/{slug}/edit
        PATCH /api/v1/organizations/{organization_id}
    """,
    Need.READ: """
        GET /initiatives/{slug}/ratings
        GET /initiatives/{slug}/journal
        GET /initiatives/{slug}/publications
        GET /initiatives/{slug}/publications/{row_id}
        GET /initiatives/{slug}/publications/{row_id}/changes
        GET /api/v1/initiatives/{initiative_id}/publications
        GET /api/v1/publications/{row_id}
        GET /initiatives/{slug}/findings
        GET /initiatives/{slug}/findings/{row_id}
        GET /initiatives/{slug}/contributions
        GET /initiatives/{slug}/contributions/{row_id}
        GET /api/v1/initiatives/{initiative_id}/contributions
        GET /api/v1/contributions/{row_id}
        GET /api/v1/contributions/{row_id}/explanations
        GET /api/v1/explanations/{row_id}
        GET /api/v1/initiatives/{initiative_id}/findings
        GET /api/v1/findings/{row_id}
        GET /api/v1/findings/{row_id}/grounds
        GET /initiatives/{slug}/learning
        GET /initiatives/{slug}/learning/{kind}
        GET /initiatives/{slug}/learning/{kind}/{row_id}
        GET /api/v1/phases/{row_id}/views
        GET /api/v1/initiatives/{initiative_id}/journal
        GET /api/v1/initiatives/{initiative_id}/proposals
        GET /api/v1/proposals/{row_id}
        GET /api/v1/initiatives/{initiative_id}/obstacles
        GET /api/v1/obstacles/{row_id}
        GET /api/v1/initiatives/{initiative_id}/incidents
        GET /api/v1/incidents/{row_id}
        GET /api/v1/initiatives/{initiative_id}/stories
        GET /api/v1/stories/{row_id}
        GET /initiatives/{slug}
        GET /initiatives/{slug}/activities
        GET /initiatives/{slug}/activities/{activity_id}
        GET /initiatives/{slug}/aims
        GET /initiatives/{slug}/benefits
        GET /initiatives/{slug}/benefits/{benefit_id}
        GET /initiatives/{slug}/costs
        GET /initiatives/{slug}/evidence
        GET /initiatives/{slug}/evidence/{row_id}
        GET /initiatives/{slug}/evidence/{row_id}/preview
        GET /initiatives/{slug}/costs/{cost_id}
        GET /initiatives/{slug}/evaluation
        GET /initiatives/{slug}/evaluation/warnings/{rule}
        GET /initiatives/{slug}/report
        GET /initiatives/{slug}/report.pdf
        GET /initiatives/{slug}/report/figures/{number}.svg
        GET /initiatives/{slug}/indicators
        GET /initiatives/{slug}/indicators/{indicator_id}
        GET /initiatives/{slug}/indicators/{indicator_id}/trend.svg
        GET /initiatives/{slug}/indicators/{indicator_id}/trend.png
        GET /initiatives/{slug}/indicators/{indicator_id}/trend.csv
        GET /initiatives/{slug}/observations/{observation_id}
        GET /initiatives/{slug}/locks
        GET /api/v1/initiatives/{initiative_id}/locks
        GET /initiatives/{slug}/partners
        GET /initiatives/{slug}/phases
        GET /api/v1/activities/{row_id}
        GET /api/v1/benefits/{row_id}
        GET /api/v1/claims/{row_id}
        GET /api/v1/costs/{row_id}
        GET /api/v1/evidence/{row_id}
        GET /api/v1/evidence/{row_id}/content
        GET /api/v1/initiatives/{initiative_id}/evidence
        GET /api/v1/indicators/{row_id}
        GET /api/v1/indicators/{row_id}/observations
        GET /api/v1/indicators/{row_id}/trend
        GET /api/v1/indicators/{row_id}/rebases
        GET /api/v1/rebases/{row_id}
        GET /api/v1/initiatives/{initiative_id}
        GET /api/v1/initiatives/{initiative_id}/activities
        GET /api/v1/initiatives/{initiative_id}/aims
        GET /api/v1/initiatives/{initiative_id}/benefits
        GET /api/v1/initiatives/{initiative_id}/costs
        GET /api/v1/initiatives/{initiative_id}/evaluation
        GET /api/v1/initiatives/{initiative_id}/warning-answers
        GET /api/v1/warning-answers/{row_id}
        GET /api/v1/initiatives/{initiative_id}/indicators
        GET /api/v1/initiatives/{initiative_id}/partnerships
        GET /api/v1/initiatives/{initiative_id}/phases
        GET /api/v1/observations/{row_id}
        GET /api/v1/partnerships/{row_id}
        GET /api/v1/phases/{row_id}
        GET /api/v1/phases/{row_id}/claims
    """,
    Need.LOG: """
        GET /initiatives/{slug}/import
        POST /initiatives/{slug}/import
        GET /initiatives/{slug}/import/columns
        POST /initiatives/{slug}/import/columns
        GET /initiatives/{slug}/import/check
        GET /initiatives/{slug}/import/check.csv
        POST /initiatives/{slug}/import/store
        POST /initiatives/{slug}/import/discard
        GET /initiatives/{slug}/import/stored
        POST /initiatives/{slug}/import/undo
        GET /initiatives/{slug}/activities/series
        POST /initiatives/{slug}/activities/series
        GET /initiatives/{slug}/log
        POST /initiatives/{slug}/evidence
        GET /initiatives/{slug}/evidence/archived
        POST /initiatives/{slug}/evidence/{row_id}/archive
        POST /initiatives/{slug}/evidence/{row_id}/restore
        POST /api/v1/initiatives/{initiative_id}/evidence
        GET /api/v1/initiatives/{initiative_id}/evidence/archived
        DELETE /api/v1/evidence/{row_id}
        POST /api/v1/evidence/{row_id}/restore
        GET /initiatives/{slug}/log/observation
        GET /initiatives/{slug}/phases/{phase_id}/views/new
        POST /initiatives/{slug}/phases/{phase_id}/views
        POST /api/v1/phases/{row_id}/views
        GET /initiatives/{slug}/ratings/new
        POST /initiatives/{slug}/ratings
        GET /initiatives/{slug}/ratings/{link_id}
        POST /initiatives/{slug}/ratings/{link_id}/revoke
        POST /initiatives/{slug}/ratings/{link_id}/restore
        GET /initiatives/{slug}/findings/{row_id}/response
        POST /initiatives/{slug}/evaluation/warnings/{rule}
        GET /initiatives/{slug}/evaluation/warnings/answers/{row_id}/edit
        POST /initiatives/{slug}/evaluation/warnings/answers/{row_id}/edit
        POST /api/v1/initiatives/{initiative_id}/warning-answers
        PATCH /api/v1/warning-answers/{row_id}
        POST /initiatives/{slug}/findings/{row_id}/response
        PATCH /api/v1/findings/{row_id}/response
        GET /initiatives/{slug}/learning/proposals/{row_id}/answer
        POST /initiatives/{slug}/learning/proposals/{row_id}/answer
        GET /initiatives/{slug}/learning/obstacles/{row_id}/resolve
        POST /initiatives/{slug}/learning/obstacles/{row_id}/resolve
        GET /initiatives/{slug}/learning/stories/{row_id}/withdraw
        POST /initiatives/{slug}/learning/stories/{row_id}/withdraw
        GET /initiatives/{slug}/learning/{kind}/new
        POST /initiatives/{slug}/learning/{kind}
        GET /initiatives/{slug}/learning/{kind}/{row_id}/edit
        POST /initiatives/{slug}/learning/{kind}/{row_id}/edit
        POST /api/v1/initiatives/{initiative_id}/proposals
        PATCH /api/v1/proposals/{row_id}
        POST /api/v1/initiatives/{initiative_id}/obstacles
        PATCH /api/v1/obstacles/{row_id}
        POST /api/v1/initiatives/{initiative_id}/incidents
        PATCH /api/v1/incidents/{row_id}
        POST /api/v1/initiatives/{initiative_id}/stories
        PATCH /api/v1/stories/{row_id}
        GET /initiatives/{slug}/activities/new
        GET /initiatives/{slug}/activities/{activity_id}/edit
        GET /initiatives/{slug}/benefits/new
        GET /initiatives/{slug}/benefits/{benefit_id}/edit
        GET /initiatives/{slug}/costs/new
        GET /initiatives/{slug}/costs/{cost_id}/edit
        GET /initiatives/{slug}/indicators/{indicator_id}/observations/new
        GET /initiatives/{slug}/indicators/{indicator_id}/grid
        POST /initiatives/{slug}/indicators/{indicator_id}/grid
        GET /initiatives/{slug}/observations/{observation_id}/edit
        GET /initiatives/{slug}/phases/{phase_id}/claims/new
        POST /initiatives/{slug}/activities
        POST /initiatives/{slug}/activities/{activity_id}/edit
        POST /initiatives/{slug}/benefits
        POST /initiatives/{slug}/benefits/{benefit_id}/edit
        POST /initiatives/{slug}/costs
        POST /initiatives/{slug}/costs/{cost_id}/edit
        POST /initiatives/{slug}/indicators/{indicator_id}/observations
        POST /initiatives/{slug}/observations/{observation_id}/edit
        POST /initiatives/{slug}/phases/{phase_id}/claims
        PATCH /api/v1/activities/{row_id}
        PATCH /api/v1/benefits/{row_id}
        PATCH /api/v1/claims/{row_id}
        PATCH /api/v1/costs/{row_id}
        PATCH /api/v1/observations/{row_id}
        POST /api/v1/indicators/{row_id}/observations
        POST /api/v1/initiatives/{initiative_id}/activities
        POST /api/v1/initiatives/{initiative_id}/benefits
        POST /api/v1/initiatives/{initiative_id}/costs
        POST /api/v1/phases/{row_id}/claims
    """,
    Need.MANAGE: """
        POST /initiatives/{slug}/archive
        POST /initiatives/{slug}/restore
        POST /initiatives/{slug}/partners/{partner_id}/ending
        GET /initiatives/{slug}/partner-invitations/new
        POST /initiatives/{slug}/partner-invitations
        POST /initiatives/{slug}/partner-invitations/{invitation_id}/again
        POST /initiatives/{slug}/partner-invitations/{invitation_id}/withdraw
        POST /api/v1/initiatives/{initiative_id}/restore
        GET /api/v1/initiatives/{initiative_id}/partner-invitations
        POST /api/v1/initiatives/{initiative_id}/partner-invitations
        DELETE /api/v1/partner-invitations/{row_id}
        GET /initiatives/{slug}/edit
        GET /initiatives/{slug}/indicators/new
        GET /initiatives/{slug}/indicators/instruments
        GET /initiatives/{slug}/indicators/{indicator_id}/edit
        GET /initiatives/{slug}/partners/{partner_id}/edit
        GET /initiatives/{slug}/phases/new
        GET /initiatives/{slug}/phases/{phase_id}/edit
        POST /initiatives/{slug}/aims
        POST /initiatives/{slug}/edit
        POST /initiatives/{slug}/indicators
        POST /initiatives/{slug}/indicators/{indicator_id}/edit
        POST /initiatives/{slug}/partners/{partner_id}/edit
        POST /initiatives/{slug}/phases
        POST /initiatives/{slug}/phases/{phase_id}/edit
        DELETE /api/v1/initiatives/{initiative_id}
        PATCH /api/v1/indicators/{row_id}
        PATCH /api/v1/initiatives/{initiative_id}
        PATCH /api/v1/partnerships/{row_id}
        PATCH /api/v1/phases/{row_id}
        POST /api/v1/initiatives/{initiative_id}/aims
        POST /api/v1/initiatives/{initiative_id}/indicators
        POST /api/v1/initiatives/{initiative_id}/partnerships
        POST /api/v1/initiatives/{initiative_id}/phases
    """,
}

COMES_BACK: dict[Need, str] = {
    Need.LOG: "activities costs benefits observations claims proposals obstacles incidents stories "
    "warning-answers",
    Need.MANAGE: "indicators phases aims partnerships",
    Need.EVALUATE: "findings grounds contributions explanations locks rebases",
}
"""What is archived and restored, by whom."""


def _of_archive(noun: str) -> tuple[str, ...]:
    return (
        f"GET /initiatives/{{slug}}/{noun}/archived",
        f"POST /initiatives/{{slug}}/{noun}/{{row_id}}/archive",
        f"POST /initiatives/{{slug}}/{noun}/{{row_id}}/restore",
        f"GET /api/v1/initiatives/{{initiative_id}}/{noun}/archived",
        f"DELETE /api/v1/{noun}/{{row_id}}",
        f"POST /api/v1/{noun}/{{row_id}}/restore",
    )


NEEDS: dict[str, Need] = {
    " ".join(line.split()): need for need, lines in ADDRESSES.items() for line in lines.strip().splitlines()
} | {
    address: need
    for need, nouns in COMES_BACK.items()
    for noun in nouns.split()
    for address in _of_archive(noun)
}


def may(need: Need, organization: str, role: MemberRole) -> bool:
    """Whether somebody in this role, of an organization that takes part as said, has what is needed."""
    return role in MAY[need].get(organization, NOBODY)
