"""JSON routes of evidence files. They come as `multipart/form-data`, one or several under `files`."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import FileResponse

from app.access import Right
from app.dependencies import (
    Cursor,
    InitiativeByIdToLog,
    InitiativeByIdToRead,
    Limit,
    SessionDep,
    row_with,
)
from app.evidence.download_routes import as_download
from app.evidence.entries import entry_of
from app.evidence.models import EvidenceFile
from app.evidence.queries import page_of_files
from app.evidence.schemas import EvidenceCreate, EvidencePublic
from app.evidence.service import add_files
from app.evidence.upload_routes import LARGEST_UPLOAD, UploadByProgram
from app.fields import Id
from app.vocabulary import EntryKind
from app.web.pagination import PAGE_SIZE, AfterId, Page

router = APIRouter(tags=["evidence"])

BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["entry_kind", "entry_id", "files"],
                    "properties": {
                        "entry_kind": {"type": "string", "enum": [kind.value for kind in EntryKind]},
                        "entry_id": {"type": "integer"},
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                    },
                }
            }
        },
    }
}


def _while_its_entry_is_there(
    session: SessionDep, file: Annotated[EvidenceFile, Depends(row_with(EvidenceFile, Right.READ))]
) -> EvidenceFile:
    entry_of(session, file.initiative_id, file.entry_kind, file.entry_id)
    return file


FileToRead = Annotated[EvidenceFile, Depends(_while_its_entry_is_there)]


@router.get("/initiatives/{initiative_id}/evidence", response_model=Page[EvidencePublic])
def list_evidence(
    session: SessionDep,
    initiative: InitiativeByIdToRead,
    entry_kind: EntryKind | None = None,
    entry_id: Id | None = None,
    cursor: Cursor = None,
    limit: Limit = PAGE_SIZE,
) -> Page[EvidenceFile]:
    return page_of_files(session, initiative.key, entry_kind, entry_id, AfterId.parse(cursor), limit)


@router.post(
    "/initiatives/{initiative_id}/evidence",
    status_code=201,
    response_model=list[EvidencePublic],
    max_body_size=LARGEST_UPLOAD,
    openapi_extra=BODY,
)
def add_evidence(
    upload: UploadByProgram, session: SessionDep, initiative: InitiativeByIdToLog
) -> list[EvidenceFile]:
    """All the files or none. One that the entry has already is answered and not stored again."""
    return add_files(session, initiative, upload.form.read(EvidenceCreate), upload.accepted())


@router.get("/evidence/{row_id}", response_model=EvidencePublic)
def show_evidence(file: FileToRead) -> EvidenceFile:
    return file


@router.get("/evidence/{row_id}/content", response_class=FileResponse)
def show_content(request: Request, file: FileToRead) -> FileResponse:
    return as_download(request, file)
