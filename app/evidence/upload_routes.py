"""Files that come with a request: received, checked and drawn anew before the unit of work begins."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import BackgroundTasks, Depends, Request
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from app.access import Right
from app.dependencies import RowId, current_actor, require
from app.evidence.checking import Checked, check
from app.evidence.contents import folder_in
from app.evidence.kinds import LARGEST_FILE, MOST_FILES, Refused
from app.evidence.names import as_seen
from app.i18n import _
from app.initiatives.models import Initiative
from app.initiatives.queries import initiative_by_slug
from app.refusals import Absent, Invalid
from app.web.errors import NotSignedIn
from app.web.forms import Form

LARGEST_UPLOAD = 50 * 1024 * 1024
"""Bytes of one request, with all its files."""

MOST_PARTS = 100
"""Files that are read at all; more than an entry may have get a sentence of their own."""

_checking = ThreadPoolExecutor(max_workers=2, thread_name_prefix="checking")
"""Two pictures at once: each takes a processor and up to half a gigabyte while it is drawn."""


@dataclass(frozen=True)
class Upload:
    """What came: the fields, the files that may be stored, and why others may not."""

    form: Form
    files: Sequence[Checked]
    refusals: Sequence[str]

    def accepted(self) -> Sequence[Checked]:
        """All of them, or Invalid."""
        if self.refusals:
            raise Invalid({"files": " ".join(self.refusals)})
        return self.files


async def _received(request: Request) -> AsyncIterator[Upload]:
    """What is not taken into its place meanwhile is gone when the unit of work has ended."""
    folder = folder_in(request.app.state.settings.data_dir)
    files: list[Checked] = []
    try:
        async with request.form(max_files=MOST_PARTS, max_fields=20) as form:
            refusals = await _check_all(folder, form, files)
            typed = {name: [text for text in form.getlist(name) if isinstance(text, str)] for name in form}
        yield Upload(Form(typed), files, refusals)
    finally:
        for file in files:
            file.arrived.discard()


async def _check_all(folder: Path, form: FormData, files: list[Checked]) -> list[str]:
    """Fills `files` with what may be stored; answers why others may not."""
    given = [file for file in form.getlist("files") if isinstance(file, UploadFile) and _is_chosen(file)]
    if not given:
        return [_("Choose a file first.")]
    if len(given) > MOST_FILES:
        return [_("Add at most {number} files at once.").format(number=MOST_FILES)]
    refusals = []
    for file in given:
        name, content = file.filename or "", await file.read(LARGEST_FILE + 1)
        try:
            files.append(
                await asyncio.get_running_loop().run_in_executor(_checking, check, folder, name, content)
            )
        except Refused as refused:
            message = _("{name} is not stored. {reason}")
            refusals.append(message.format(name=as_seen(name), reason=_(refused.reason)))
    return refusals


def _is_chosen(file: UploadFile) -> bool:
    """A field left empty is sent as a file without name and content."""
    return bool(file.filename or file.size)


async def upload_to_page(request: Request, slug: str) -> AsyncIterator[Upload]:
    await allow(request, lambda session: initiative_by_slug(session, slug))
    async for upload in _received(request):
        yield upload


async def upload_by_program(request: Request, initiative_id: RowId) -> AsyncIterator[Upload]:
    await allow(request, lambda session: session.get(Initiative, initiative_id))
    async for upload in _received(request):
        yield upload


async def allow(request: Request, find: Callable[[Session], Initiative | None]) -> None:
    """Nobody's bytes are looked at who may not log here. The unit of work asks again."""
    await run_in_threadpool(_check_right, request, find)


def _check_right(request: Request, find: Callable[[Session], Initiative | None]) -> None:
    with request.app.state.database.reading() as session:
        actor = current_actor(request, session, BackgroundTasks())
        if actor is None:
            raise NotSignedIn
        initiative = find(session)
        if initiative is None or initiative.archived_at:
            raise Absent
        require(session, actor, initiative.key, Right.LOG)


UploadToPage = Annotated[Upload, Depends(upload_to_page, scope="function")]
UploadByProgram = Annotated[Upload, Depends(upload_by_program, scope="function")]
