"""What a refusal answers where no form can be shown again: to programs, and with the typed text to people."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request

from app.i18n import _
from app.i18n.field_names import field_name
from app.refusals import Archived, Stale
from app.web.addresses import query_with_next
from app.web.answers import inside
from app.web.conflicts import choose, in_plain_words, stored_now

NEVER_SHOWN = ("_", "password", "current_password", "token")
COLLECTIONS = {"/learning/": "/", "/partners/": "/partnerships/"}
"""Where the address of a form says otherwise than the address that brings back."""


async def stale_for_programs(request: Request, stale: Stale) -> dict[str, Any]:
    """Members of the problem: the version to name next, and those fields that are not as they were sent."""
    sent = await _json(request)
    since = stale.since
    return {
        "version": stale.row.model_dump(include={"version"})["version"],
        "current": stored_now(stale.row, sent),
        **({"changed_by": since.by, "changed_at": since.at.isoformat()} if since else {}),
    }


async def _json(request: Request) -> Mapping[str, Any]:
    try:
        sent = await request.json()
    except ValueError:
        return {}
    return sent if isinstance(sent, dict) else {}


async def typed_in(request: Request) -> dict[str, list[str]]:
    """What was typed, without what belongs to the machinery and without secrets.

    A form with files is not read: they could not be given back, and nobody's are who is not signed in.
    """
    if request.headers.get("content-type", "").startswith("multipart/"):
        return {}
    form = await request.form(max_files=0, max_fields=500)
    typed = choose({name: [str(value) for value in form.getlist(name)] for name in form})
    return {
        name: [value for value in values if value.strip()]
        for name, values in typed.items()
        if not name.startswith(NEVER_SHOWN) and any(value.strip() for value in values)
    }


def in_title_and_words(typed: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Only what a form of ours asks for, and no numbers of rows: (title, words) to read and to copy."""
    return [
        (field_name(name), " · ".join(in_plain_words(name, text) for text in values))
        for name, values in typed.items()
        if field_name(name) and not name.endswith("_id")
    ]


def around_archived(request: Request, archived: Archived, typed: dict[str, list[str]]) -> dict[str, Any]:
    """The context of `errors/conflict_archived.html`: the ways on, as far as there are any."""
    address = request.url.path.removesuffix("/edit")
    collection = address.rsplit("/", 1)[0]
    indicator_id = getattr(archived.row, "indicator_id", None)
    if collection.endswith("/observations"):
        collection = f"{collection.removesuffix('/observations')}/indicators/{indicator_id}/observations"
    return {
        "title": _("This was archived meanwhile"),
        "typed": typed,
        "shown": in_title_and_words(typed),
        "restore": f"{_restored(address)}/restore",
        "anew": "" if collection.endswith("/partners") else collection,
    }


def _restored(address: str) -> str:
    for typed_at, kept_at in COLLECTIONS.items():
        address = address.replace(typed_at, kept_at)
    return address


def around_signed_out(request: Request, typed: dict[str, list[str]]) -> dict[str, Any]:
    """The context of `errors/conflict_signed_out.html`; signing in leads back to the page of the form."""
    came_from = urlsplit(request.headers.get("referer", ""))
    page = inside(
        f"{came_from.path}?{came_from.query}" if came_from.query else came_from.path, "/initiatives"
    )
    return {
        "title": _("You are signed out"),
        "shown": in_title_and_words(typed),
        "sign_in": "/sign-in" + query_with_next(page),
    }


def is_page_form(request: Request) -> bool:
    return request.method == "POST" and not request.url.path.startswith("/api/")


def was_editing(request: Request) -> bool:
    return is_page_form(request) and request.url.path.endswith("/edit")
