"""The file that comes with a form: received before the unit of work begins, so that nobody waits for it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from app.evidence.names import as_seen
from app.evidence.upload_routes import allow
from app.exchange.limits import LARGEST_FILE
from app.exchange.reading import Table, read_table
from app.exchange.texts import Unreadable
from app.i18n import _
from app.initiatives.queries import initiative_by_slug
from app.refusals import Invalid
from app.web.forms import Form

LARGEST_UPLOAD = 12 * 1024 * 1024
"""Bytes of the request: more than a file may have, so that one too large is told why."""


@dataclass(frozen=True)
class Sent:
    """`content` is at most one byte more than a file may have."""

    form: Form
    name: str
    content: bytes

    def table(self) -> Table:
        """Raises Invalid with the reason beside the field."""
        if not self.name and not self.content:
            raise Invalid({"file": _("Choose a file first.")})
        try:
            return read_table(self.content)
        except Unreadable as unreadable:
            raise Invalid({"file": _(unreadable.reason).format(**unreadable.given)}) from unreadable


async def sent_file(request: Request, slug: str) -> Sent:
    """Nobody's bytes are looked at who may not log here. The unit of work asks again."""
    await allow(request, lambda session: initiative_by_slug(session, slug))
    async with request.form(max_files=1, max_fields=10) as form:
        typed = {name: [text for text in form.getlist(name) if isinstance(text, str)] for name in form}
        file = form.get("file")
        if not isinstance(file, UploadFile) or not file.filename:
            return Sent(Form(typed), "", b"")
        return Sent(Form(typed), as_seen(file.filename), await file.read(LARGEST_FILE + 1))


SentFile = Annotated[Sent, Depends(sent_file, scope="function")]
