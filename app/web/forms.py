"""A form as it was typed: read into a schema, or shown again with what was wrong. Nothing typed is lost."""

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request, Response
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from app.i18n import _
from app.i18n.parsing import plain_number
from app.refusals import Archived, Invalid, KeyReused, Stale
from app.web.addresses import number_in
from app.web.conflicts import Conflict, choose, conflict, is_what_is_stored
from app.web.messages import messages_by_field
from app.web.templating import render
from app.web.typed import as_typed, holds

Schema = TypeVar("Schema", bound=BaseModel)
UNPROCESSABLE = 422
CONFLICT = 409
MOST_FIELDS = 2_000
"""In one form: the sheet on which 200 entries are logged at once has 1,600 cells."""


class ShownAgain(Exception):
    """Ends the unit of work without storing anything, and answers with the form."""

    def __init__(self, response: Response) -> None:
        super().__init__("form shown again")
        self.response = response


@dataclass
class Form:
    """Field name → what was typed. `typed` keeps raw text, so that a wrong date comes back as it was."""

    typed: dict[str, list[str]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    conflict: Conflict | None = None

    @classmethod
    def showing(cls, row: BaseModel | Mapping[str, Any]) -> "Form":
        """A form filled in from what is stored."""
        values = row if isinstance(row, Mapping) else row.model_dump()
        return cls({name: as_typed(value) for name, value in values.items()})

    def __getitem__(self, name: str) -> str:
        """The one value of a field, or nothing."""
        values = self.typed.get(name, [])
        return values[0] if values else ""

    def all(self, name: str) -> list[str]:
        """Every value of a field that can be ticked several times."""
        return self.typed.get(name, [])

    @property
    def idempotency_key(self) -> str:
        return self["_key"] or uuid.uuid4().hex

    @property
    def is_again(self) -> bool:
        """Whether it was sent and comes back."""
        return bool(self.errors or self.conflict)

    @property
    def version(self) -> int | None:
        """The version the person was looking at, where the form says so."""
        return number_in(self["_version"])

    def read(self, schema: type[Schema]) -> Schema:
        """What was typed, as the schema has it; raises Invalid with a message a field."""
        fields = {
            name: self._value(name, about)
            if self._is_given(name, about)
            else about.get_default(call_default_factory=True)
            for name, about in schema.model_fields.items()
            if self._is_given(name, about) or self._is_emptied(name, about)
        }
        try:
            return schema.model_validate(fields)
        except ValidationError as error:
            raise Invalid(messages_by_field(error.errors())) from error

    @contextmanager
    def or_again(self, request: Request, template: str, **context: Any) -> Iterator[None]:
        """Whatever is refused inside shows the form again, with the messages beside the fields."""
        try:
            yield
        except Invalid as invalid:
            self.errors = invalid.errors
            raise ShownAgain(
                render(request, template, status=UNPROCESSABLE, form=self, **context)
            ) from invalid
        except KeyReused as reused:
            self.errors = {
                "_key": _("This form was sent before, with other words. Send it again to add these.")
            }
            del self.typed["_key"]
            raise ShownAgain(
                render(request, template, status=UNPROCESSABLE, form=self, **context)
            ) from reused
        except Stale as stale:
            if is_what_is_stored(stale.row, self.typed):
                return
            self._beside(stale, context)
            raise ShownAgain(render(request, template, status=CONFLICT, form=self, **context)) from stale

    def _beside(self, stale: Stale, around: Mapping[str, Any]) -> None:
        """Both texts side by side. Sending again is a decision on the row as it is now."""
        now: dict[str, Any] = stale.row.model_dump(include={"version", "archived_at"})
        if now["archived_at"]:
            raise Archived(stale.row) from stale
        self.conflict = conflict(stale, self.typed, around)
        self.typed["_version"] = [str(now["version"])]

    def _is_given(self, name: str, about: FieldInfo) -> bool:
        """An empty field is not filled in: required ones say so, others take their default."""
        return any(value.strip() for value in self.all(name)) or (name in self.typed and holds(about, str))

    def _is_emptied(self, name: str, about: FieldInfo) -> bool:
        """The field was shown and left empty: its default is set, so that an edit can take a value away."""
        return name in self.typed and not about.is_required()

    def _value(self, name: str, about: FieldInfo) -> Any:
        if holds(about, list) or holds(about, tuple):
            return [value for value in self.all(name) if value]
        text = self[name]
        if holds(about, bool):
            return text == "yes"
        return plain_number(text) if holds(about, int) or holds(about, Decimal) else text


async def submitted(request: Request) -> Form:
    """Read before the unit of work begins, so that a slow phone keeps nobody waiting."""
    async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
        return Form(choose({name: [str(value) for value in form.getlist(name)] for name in form}))


FormDep = Annotated[Form, Depends(submitted)]
