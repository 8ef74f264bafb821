"""The words with which changes are told: what each part of an evaluation document is called."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from app.i18n import N_, _
from app.i18n.formats import format_day, format_number, format_percent
from app.i18n.labels import label
from app.vocabulary import ClaimStatus, Lead, PhaseKind, Stability, Strength, WarningRule

Path = tuple[str, ...]

SECTIONS: Mapping[str, str] = {
    "aim": N_("Aim"),
    "process": N_("Who led, and who took part"),
    "outcomes": N_("Outcomes"),
    "costs": N_("Costs"),
    "citizen_time": N_("Citizens’ time"),
    "learning": N_("Learning"),
    "missing": N_("What is missing"),
}
PARTS: Mapping[str, str] = {
    "activities": N_("Activities"),
    "adopted": N_("Adopted"),
    "answered": N_("Answered"),
    "answered_for": N_("Answered for"),
    "attendances": N_("Attendances"),
    "basis": N_("Basis"),
    "break_even": N_("Break-even"),
    "cash": N_("Cash"),
    "cell": N_("Cell"),
    "citizen_hours": N_("Hours by citizens"),
    "citizens": N_("Citizens"),
    "claimed": N_("Claimed"),
    "count": N_("Count"),
    "decisions": N_("Decisions"),
    "decisions_shared": N_("Shared decisions"),
    "delivery": N_("Delivery"),
    "dose": N_("How much took place"),
    "enablers": N_("Enablers"),
    "entries": N_("Entries"),
    "evidenced": N_("Evidenced"),
    "happened": N_("Happened"),
    "in_kind": N_("In kind"),
    "incidents": N_("Incidents"),
    "interval": N_("Interval"),
    "label": N_("In words"),
    "latest": N_("Latest value"),
    "limits": N_("Limits"),
    "made": N_("Made"),
    "median": N_("Median"),
    "missing": N_("What is missing"),
    "monthly": N_("Month by month"),
    "months_active": N_("Active months"),
    "n": N_("People"),
    "noticed": N_("Noticed"),
    "number": N_("Number"),
    "observed_on": N_("Day"),
    "obstacles": N_("Obstacles"),
    "participants": N_("Participants"),
    "phases": N_("Phases"),
    "planning": N_("Planning"),
    "professional_hours": N_("Hours by professionals"),
    "professionals": N_("Professionals"),
    "progress": N_("Progress"),
    "proposals": N_("Proposals"),
    "reach": N_("Reach"),
    "sentence": N_("In words"),
    "share": N_("Share"),
    "signals": N_("Signals"),
    "stability": N_("Stability"),
    "status": N_("Claim beside evidence"),
    "stories": N_("Stories"),
    "strength": N_("Strength"),
    "told": N_("Told"),
    "trend": N_("Trend"),
    "value": N_("Value"),
    "views": N_("Views"),
    "volunteer_time": N_("Volunteers’ time"),
    "warnings": N_("Warnings"),
}
WORDS = {
    str(word): word
    for words in (Lead, ClaimStatus, PhaseKind, Stability, Strength, WarningRule)
    for word in words
}
SHARES = {"share"}


def place_of(path: Path, names: Mapping[Path, str]) -> tuple[str, str]:
    """The section, and the parts below it down to the number."""
    section = _(SECTIONS[path[0]]) if path[0] in SECTIONS else path[0]
    parts = [_part(path, place, names) for place in range(1, len(path))]
    return section, " › ".join(part for part in parts if part)


def value_of(path: Path, value: Any) -> str:
    """A value of a document as people read it."""
    if value is None or value == ():
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, tuple):
        return ", ".join(value_of(path, one) for one in value)
    if isinstance(value, int):
        return format_number(value)
    if value in WORDS:
        return label(WORDS[value])
    return _number_or_text(path, str(value))


def _part(path: Path, place: int, names: Mapping[Path, str]) -> str:
    name = path[place]
    if path[: place + 1] in names:
        return names[path[: place + 1]]
    if name in PARTS:
        return _(PARTS[name])
    return label(WORDS[name]) if name in WORDS else name.replace("_", " ")


def _number_or_text(path: Path, text: str) -> str:
    try:
        number = Decimal(text)
        return format_percent(number) if path[-1] in SHARES else format_number(number)
    except InvalidOperation:
        return _day_or_text(text)


def _day_or_text(text: str) -> str:
    try:
        return format_day(date.fromisoformat(text))
    except ValueError:
        return text
