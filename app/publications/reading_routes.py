"""The published page and its files, as whoever may read them finds them: from what is kept alone."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from app.publications.dependencies import Published, PublishedDep, UnlistedDep
from app.publications.table_csv import outcomes_csv
from app.refusals import Absent
from app.reports.blocks import figures_of
from app.reports.drawing import as_image
from app.reports.pdf import pdf_of
from app.vocabulary import PublicationReach
from app.web.csv import MEDIA_TYPE as CSV
from app.web.downloads import as_attachment
from app.web.templating import render

router = APIRouter()
JSON, PDF, SVG = "application/json", "application/pdf", "image/svg+xml"
BOXED_IN = {"Content-Security-Policy": "sandbox"}
NOT_MODIFIED = 304


@router.get("/publications/{row_id}")
def show_published(request: Request, found: PublishedDep) -> Response:
    return page(request, found)


@router.get("/published/{token}")
def show_unlisted(request: Request, found: UnlistedDep) -> Response:
    return page(request, found)


@router.get("/publications/{row_id}/content.json")
def download_content(request: Request, found: PublishedDep) -> Response:
    return content_of(request, found)


@router.get("/published/{token}/content.json")
def download_unlisted_content(request: Request, found: UnlistedDep) -> Response:
    return content_of(request, found)


@router.get("/publications/{row_id}/report.pdf")
def download_pdf(request: Request, found: PublishedDep) -> Response:
    return pdf(request, found)


@router.get("/published/{token}/report.pdf")
def download_unlisted_pdf(request: Request, found: UnlistedDep) -> Response:
    return pdf(request, found)


@router.get("/publications/{row_id}/outcomes.csv")
def download_outcomes(found: PublishedDep) -> Response:
    return outcomes(found)


@router.get("/published/{token}/outcomes.csv")
def download_unlisted_outcomes(found: UnlistedDep) -> Response:
    return outcomes(found)


@router.get("/publications/{row_id}/figures/{number}.svg")
def show_figure(request: Request, found: PublishedDep, number: int) -> Response:
    return figure(request, found, number)


@router.get("/published/{token}/figures/{number}.svg")
def show_unlisted_figure(request: Request, found: UnlistedDep, number: int) -> Response:
    return figure(request, found, number)


def page(request: Request, found: Published) -> Response:
    response = render(
        request,
        "publications/published.html",
        found=found,
        publication=found.row,
        content=found.content.found,
        report=found.content.report(),
    )
    return as_listed(found, response)


def content_of(request: Request, found: Published) -> Response:
    """The bytes as they are kept, to the last one: their SHA-256 is the fingerprint."""
    return kept(request, found, "", lambda: found.content.kept, JSON, as_attachment(f"{_name(found)}.json"))


def pdf(request: Request, found: Published) -> Response:
    report = found.content.report()
    named = as_attachment(f"{_name(found)}.pdf")
    return kept(request, found, f"-{report.language}", lambda: pdf_of(report), PDF, named)


def outcomes(found: Published) -> Response:
    headers = as_attachment(f"{_name(found)}.csv")
    return as_listed(found, StreamingResponse(outcomes_csv(found.content), media_type=CSV, headers=headers))


def figure(request: Request, found: Published, number: int) -> Response:
    report = found.content.report()
    figures = figures_of(report)
    if not 1 <= number <= len(figures):
        raise Absent
    tag = f"-{report.language}-{number}"
    picture = figures[number - 1].svg
    return kept(request, found, tag, lambda: as_image(picture).encode(), SVG, BOXED_IN)


def kept(
    request: Request,
    found: Published,
    tag: str,
    made: Callable[[], bytes],
    media_type: str,
    headers: dict[str, Any],
) -> Response:
    """What never changes is asked for again, and not sent again: whether one may still see it can change."""
    etag = f'"{found.row.fingerprint}{tag}"'
    told = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if etag in request.headers.get("if-none-match", ""):
        return as_listed(found, Response(status_code=NOT_MODIFIED, headers=told))
    return as_listed(found, Response(made(), media_type=media_type, headers=headers | told))


def as_listed(found: Published, response: Response) -> Response:
    """Only what is public may be found by a search engine."""
    if found.row.reach is not PublicationReach.PUBLIC or found.row.withdrawn_at:
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _name(found: Published) -> str:
    return f"{found.initiative.slug}-{found.row.as_of.isoformat()}"
