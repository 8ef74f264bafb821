"""create_app(): middleware, routers and error pages; nothing else."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from app import archive_routes
from app.accounts import account_routes, demo, openid_routes, password_routes
from app.accounts import routes as accounts
from app.activities import api as activities_api
from app.activities import routes as activities
from app.activities import series_routes
from app.comparisons import api as comparisons_api
from app.comparisons import routes as comparisons
from app.contributions import api as contributions_api
from app.contributions import explanation_routes
from app.contributions import routes as contributions
from app.costs import api as costs_api
from app.costs import benefit_routes as benefits
from app.costs import rate_routes as rates
from app.costs import routes as costs
from app.database.engine import Database
from app.evaluations import answer_api, answer_routes, due_routes
from app.evaluations import api as evaluations_api
from app.evaluations import cost_routes as cost_list
from app.evaluations import phase_routes as phases_page
from app.evaluations import routes as evaluations
from app.evaluations.summaries import refresh_summaries
from app.evidence import api as evidence_api
from app.evidence import routes as evidence
from app.exchange import routes as exchange
from app.findings import api as findings_api
from app.findings import ground_routes
from app.findings import routes as findings
from app.history import api as history_api
from app.history import organization_routes as organization_history
from app.history import routes as history
from app.home import routes as home
from app.i18n.catalogue import translations
from app.indicators import api as indicators_api
from app.indicators import grid_routes, locks_api, locks_routes, review_routes
from app.indicators import observation_api as observations_api
from app.indicators import observation_routes as observations
from app.indicators import routes as indicators
from app.initiatives import (
    aim_routes,
    joined_routes,
    partner_api,
    partner_routes,
    phase_api,
    phase_routes,
)
from app.initiatives import api as initiatives_api
from app.initiatives import invitation_api as partner_invitations_api
from app.initiatives import invitation_routes as partner_invitations
from app.initiatives import routes as initiatives
from app.journal import api as journal_api
from app.journal import routes as journal
from app.learning import api as learning_api
from app.learning import reply_routes as replies
from app.learning import routes as learning
from app.organizations import api as organizations_api
from app.organizations import invitation_routes, member_routes, people_api, set_up_routes
from app.organizations import routes as organizations
from app.portfolios import api as portfolios_api
from app.portfolios import file_routes as portfolio_files
from app.portfolios import list_routes as initiative_list
from app.portfolios import publication_routes as portfolio_publications
from app.portfolios import routes as portfolios
from app.portfolios import view_routes as portfolio_views
from app.publications import api as publications_api
from app.publications import reading_routes as published
from app.publications import routes as publications
from app.ratings import link_routes as rating_links
from app.ratings import routes as ratings
from app.ratings import view_api, view_routes
from app.reports import routes as reports
from app.reports import template_api, template_routes
from app.settings import Settings
from app.trends import api as trends_api
from app.trends import download_routes as trend_downloads
from app.trends import rebase_routes as rebases
from app.trends import routes as trends
from app.web.access_check import refuse_routes_without_rule
from app.web.csrf import SameOriginForms
from app.web.errors import add_error_pages
from app.web.faults import UnforeseenFaults
from app.web.headers import SafetyHeaders
from app.web.language import ReadersLanguage
from app.web.templating import STATIC

PAGES: Sequence[APIRouter] = (
    home.router,
    openid_routes.router,  # before the page of one-time links, which takes any word after /sign-in/
    accounts.router,
    account_routes.router,
    password_routes.router,
    set_up_routes.router,
    demo.router,
    initiative_list.router,
    archive_routes.router,
    initiatives.router,
    phases_page.router,
    phase_routes.router,
    view_routes.router,
    rating_links.router,
    ratings.router,
    partner_routes.router,
    partner_invitations.router,
    joined_routes.router,
    aim_routes.router,
    evidence.router,
    series_routes.router,  # before the page of one activity
    activities.router,
    journal.router,
    evaluations.router,
    answer_routes.router,
    reports.router,
    template_routes.router,
    comparisons.router,
    organizations.router,
    member_routes.router,
    invitation_routes.router,
    portfolios.router,
    portfolio_publications.router,
    portfolio_files.router,
    portfolio_views.router,
    cost_list.router,
    due_routes.router,
    costs.router,
    benefits.router,
    rates.router,
    indicators.router,
    trends.router,
    rebases.router,
    trend_downloads.router,
    review_routes.router,  # before the page of one value
    observations.router,
    grid_routes.router,
    locks_routes.router,
    replies.router,
    learning.router,
    findings.router,
    ground_routes.router,
    contributions.router,
    explanation_routes.router,
    publications.router,
    published.router,
    exchange.router,
    history.router,
    organization_history.router,
)
LARGEST_BODY = 1024 * 1024
"""Bytes of any request."""

API: Sequence[APIRouter] = (
    initiatives_api.router,
    phase_api.router,
    view_api.router,
    partner_api.router,
    partner_invitations_api.router,
    evidence_api.router,
    activities_api.router,
    journal_api.router,
    organizations_api.router,
    people_api.router,
    portfolios_api.router,
    costs_api.router,
    indicators_api.router,
    trends_api.router,
    observations_api.router,
    locks_api.router,
    learning_api.router,
    findings_api.router,
    template_api.router,
    contributions_api.router,
    publications_api.router,
    evaluations_api.router,
    answer_api.router,
    comparisons_api.router,
    history_api.router,
    archive_routes.api,
)


def open_database(settings: Settings) -> Database:
    """The database, with the summaries kept up to date by every change."""
    return Database(settings, on_change=refresh_summaries)


def create_app(settings: Settings) -> FastAPI:
    translations("fr")  # without the French texts there is no start
    app = FastAPI(
        title="Tandem",
        version="1",
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        max_body_size=LARGEST_BODY,
    )
    app.state.settings = settings
    app.state.database = open_database(settings)
    for pages in PAGES:
        app.include_router(pages, include_in_schema=False)
    for api in API:
        app.include_router(api, prefix="/api/v1")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_error_pages(app)
    _add_middleware(app, settings)
    refuse_routes_without_rule(app)
    return app


def _add_middleware(app: FastAPI, settings: Settings) -> None:
    """The last one added sees a request first."""
    app.add_middleware(SameOriginForms, origin=settings.origin)
    app.add_middleware(UnforeseenFaults)
    app.add_middleware(ReadersLanguage)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=[settings.host, "127.0.0.1", "localhost"])
    app.add_middleware(SafetyHeaders, is_secure=settings.is_secure)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.database.close()
