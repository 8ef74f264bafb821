"""How files leave: always to be kept, never to be shown, but for the small pictures that we drew."""

import logging
from pathlib import Path

from fastapi import Request
from fastapi.responses import FileResponse

from app.evidence.contents import folder_in, place_of, preview_of
from app.evidence.models import EvidenceFile
from app.i18n import _
from app.refusals import Invalid
from app.web.downloads import as_attachment

log = logging.getLogger("tandem")
PRIVATE = {"Cache-Control": "private, no-store"}
BOXED_IN = {"Content-Security-Policy": "sandbox"}


def as_download(request: Request, file: EvidenceFile) -> FileResponse:
    path = place_of(_folder(request), file.sha256)
    return _sent(path, file.media_type, {**as_attachment(file.name), **PRIVATE, **BOXED_IN})


def as_preview(request: Request, file: EvidenceFile) -> FileResponse:
    return _sent(preview_of(_folder(request), file.sha256), "image/webp", PRIVATE)


def _folder(request: Request) -> Path:
    return folder_in(request.app.state.settings.data_dir)


def _sent(path: Path, media_type: str, headers: dict[str, str]) -> FileResponse:
    if not path.is_file():
        log.error("evidence: %s is missing on the disk", path.name)
        message = _("What this file held is missing here. Whoever runs this place may have it in a backup.")
        raise Invalid({"content": message})
    return FileResponse(path, media_type=media_type, headers=headers)
