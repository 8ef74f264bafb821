"""Pages of evidence: the files of one entry, adding some, and taking one home."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from sqlmodel import Session

from app.dependencies import InitiativeToLog, InitiativeToRead, RowId, SessionDep, row_of
from app.evidence.download_routes import as_download, as_preview
from app.evidence.entries import entry_of, place_of_entry
from app.evidence.models import EvidenceFile
from app.evidence.queries import files_of
from app.evidence.schemas import EvidenceCreate
from app.evidence.service import add_files
from app.evidence.upload_routes import LARGEST_UPLOAD, UploadToPage
from app.i18n import ngettext
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.vocabulary import EntryKind
from app.web.answers import saved, see
from app.web.forms import Form
from app.web.templating import render

router = APIRouter(prefix="/initiatives/{slug}/evidence")
PAGE = "evidence/entry.html"


@router.get("")
def show_files(
    request: Request,
    session: SessionDep,
    initiative: InitiativeToRead,
    entry_kind: str = "",
    entry_id: str = "",
) -> Response:
    """Of one entry; without one, what there is to choose from."""
    if not entry_kind and not entry_id:
        return see(f"/initiatives/{initiative.slug}/journal")
    form = Form.showing({"entry_kind": entry_kind, "entry_id": entry_id})
    asked = form.read(EvidenceCreate)
    return render(request, PAGE, form=Form(), **_page(session, initiative, asked))


@router.post("", max_body_size=LARGEST_UPLOAD)
def add(request: Request, upload: UploadToPage, session: SessionDep, initiative: InitiativeToLog) -> Response:
    new = upload.form.read(EvidenceCreate)
    with upload.form.or_again(request, PAGE, **_page(session, initiative, new)):
        added = add_files(session, initiative, new, upload.accepted())
    message = ngettext("Saved. The file is in the log.", "Saved. The files are in the log.", len(added))
    place = place_of_entry(new.entry_kind, new.entry_id)
    return saved(request, f"/initiatives/{initiative.slug}/{place}#evidence", message)


@router.get("/{row_id}")
def download(
    request: Request, session: SessionDep, initiative: InitiativeToRead, row_id: RowId
) -> FileResponse:
    return as_download(request, _file(session, initiative, row_id))


@router.get("/{row_id}/preview")
def show_preview(
    request: Request, session: SessionDep, initiative: InitiativeToRead, row_id: RowId
) -> FileResponse:
    return as_preview(request, _file(session, initiative, row_id))


def _file(session: Session, initiative: Initiative, row_id: int) -> EvidenceFile:
    """While its entry is there."""
    file = row_of(session, EvidenceFile, initiative, row_id)
    entry_of(session, initiative.key, file.entry_kind, file.entry_id)
    return file


def _page(session: Session, initiative: Initiative, of: EvidenceCreate) -> dict[str, Any]:
    """The context of `evidence/entry.html`, but for its form; `entry_place` is below the initiative."""
    entry = entry_of(session, initiative.key, of.entry_kind, of.entry_id)
    is_value = of.entry_kind is EntryKind.OBSERVATION
    return {
        **frame(session, initiative),
        "entry": entry,
        "entry_place": f"observations/{of.entry_id}"
        if is_value
        else place_of_entry(of.entry_kind, of.entry_id),
        "files": files_of(session, initiative.key, of.entry_kind, of.entry_id),
    }
