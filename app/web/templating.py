"""Pages from templates: one environment, strict, with the words and formats every template may use."""

import hashlib
from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from app import vocabulary
from app.i18n import formats, gettext, ngettext
from app.i18n.field_names import field_name
from app.i18n.labels import label, labels
from app.i18n.locale import LOCALES, current_language, current_locale
from app.settings import ROOT
from app.web.flash import take_flash

STATIC = ROOT / "app" / "static"


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page, or a partial when the template's name begins with `_`."""
    flash = take_flash(request)
    text = (
        environment()
        .get_template(template)
        .render(request=request, actor=getattr(request.state, "actor", None), flash=flash, **context)
    )
    response = HTMLResponse(text, status)
    if flash:
        response.delete_cookie("flash")
    return response


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # by the extension
    made.globals.update(
        v=vocabulary,
        label=label,
        labels=labels,
        static=static,
        field_name=field_name,
        LOCALES=LOCALES,
        current_locale=current_locale,
        current_language=current_language,
        here=here,
    )
    made.filters.update({name: getattr(formats, name) for name in dir(formats) if name.startswith("format_")})
    return made


def static(name: str) -> str:
    """The address of a static file, which changes when the file does."""
    return f"/static/{name}?{_fingerprint(name)}"


@cache
def _fingerprint(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]


@pass_context
def here(context: Context, path: str) -> bool:
    """Whether the page shown is at this address."""
    return bool(context["request"].url.path == path)
