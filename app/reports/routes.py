"""The report of one initiative: as a page to read and print, as PDF, and its pictures."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from sqlmodel import Session

from app.dependencies import InitiativeToRead, SessionDep
from app.evaluations.document import evaluate
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.measurement.thresholds import DEFAULT
from app.refusals import Absent, Invalid
from app.reports.blocks import Report, figures_of
from app.reports.drawing import as_image
from app.reports.page import choices, query_of
from app.reports.pdf import pdf_of
from app.reports.queries import templates_for
from app.reports.report import report_of
from app.reports.schemas import ReportWanted
from app.web.downloads import as_attachment
from app.web.forms import UNPROCESSABLE, Form
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}")
PDF, SVG = "application/pdf", "image/svg+xml"
BOXED_IN = {"Content-Security-Policy": "sandbox"}


def asked(request: Request) -> Form:
    """What stands in the address, as it was typed."""
    known = ReportWanted.model_fields
    return Form({name: request.query_params.getlist(name) for name in known if name in request.query_params})


Asked = Annotated[Form, Depends(asked)]


@router.get("/report")
def show_report(request: Request, session: SessionDep, initiative: InitiativeToRead, form: Asked) -> Response:
    """A period that cannot be is refused beside its field, above the report of the whole."""
    try:
        wanted = form.read(ReportWanted)
    except Invalid as invalid:
        form.errors, wanted = invalid.errors, ReportWanted()
    return render(
        request,
        "reports/report.html",
        status=UNPROCESSABLE if form.errors else 200,
        form=form,
        wanted=wanted,
        report=_report(session, initiative, wanted),
        query=query_of(wanted),
        choices=choices(wanted, templates_for(session, initiative.key)),
        **frame(session, initiative),
    )


@router.get("/report.pdf")
def download_report(session: SessionDep, initiative: InitiativeToRead, form: Asked) -> Response:
    report = _report(session, initiative, form.read(ReportWanted))
    return Response(pdf_of(report), media_type=PDF, headers=as_attachment(f"{named(report)}.pdf"))


@router.get("/report/figures/{number}.svg")
def show_figure(session: SessionDep, initiative: InitiativeToRead, number: int, form: Asked) -> Response:
    figures = figures_of(_report(session, initiative, form.read(ReportWanted)))
    if not 1 <= number <= len(figures):
        raise Absent(f"figure {number}")
    return Response(as_image(figures[number - 1].svg), media_type=SVG, headers=BOXED_IN)


def named(report: Report) -> str:
    """What a file of it is called; a sign that parts folders would cut a name short."""
    return f"{report.title}, {report.as_of}".replace("/", "-").replace("\\", "-")


def _report(session: Session, initiative: Initiative, wanted: ReportWanted) -> Report:
    """A report is handed on, so few people are masked as for readers outside."""
    least = DEFAULT.disclosure_outside
    evaluation = evaluate(session, initiative, wanted.last, least, wanted.starts_on)
    return report_of(session, initiative, evaluation, wanted.chosen)
