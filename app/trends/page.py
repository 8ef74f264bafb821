"""What the page of one indicator shows: its trend on a day, and the values that it rests on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from sqlmodel import Session

from app.access import Right
from app.accounts.queries import names_of_people
from app.charts.control import ControlSize
from app.clock import today
from app.findings.beside import beside
from app.indicators import sentences
from app.indicators.observation_table import value_table
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.trends.bands import joined
from app.trends.breakdown import breakdown
from app.trends.computed import computed
from app.trends.document import Trend
from app.trends.pictures import picture, shown_events, tells_who_led
from app.trends.queries import entered_after
from app.trends.reading import reading
from app.web.pagination import After


@dataclass(frozen=True)
class Asked:
    """What of the address stays in every link of the page: the day, and limits without screening."""

    as_of: date | None
    screened: bool

    def link(self, **changed: str | None) -> str:
        """The query with some parts changed; None takes one out."""
        parts: Mapping[str, str | None] = {
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "screen": None if self.screened else "no",
        } | changed
        return urlencode({name: value for name, value in parts.items() if value is not None})


def trend_page(
    session: Session,
    initiative: Initiative,
    found: Trend,
    rights: Collection[Right],
    after: After | None = None,
) -> dict[str, Any]:
    """The context of `trends/trend.html`."""
    wide = picture(found, ControlSize.WIDE)
    signals = sentences.signals(found.row, found.found)
    is_past = found.as_of < today()
    begin = After(found.as_of + timedelta(days=1), 0) if is_past else None
    return {
        **frame(session, initiative),
        "indicator": found.row,
        "found": found,
        "asked": Asked(found.as_of if is_past else None, found.screened),
        "is_past": is_past,
        "late": entered_after(session, found.row.key, found.as_of) if is_past else 0,
        "reading": reading(found),
        "computed": computed(found),
        "limits_note": sentences.limits_note(found.row, found.found.control_chart),
        "signals": {entry: sentences.signal(signal) for entry, signal in signals.items()},
        "wide": wide,
        "narrow": picture(found, ControlSize.NARROW),
        "events": shown_events(found),
        "authors": names_of_people(session, [rebase.created_by_id for rebase in found.rebases]),
        "bands": tuple(joined(found.bands)),
        "tells_who_led": tells_who_led(found),
        "parts": breakdown(found),
        "beside": beside(session, initiative.key, found.row.key, found.as_of),
        "picture_note": sentences.picture_note(
            starts_at_zero=wide is None or wide.marks.starts_at_zero, has_signals=bool(signals)
        ),
        **value_table(session, initiative, found.row, rights, after or begin),
    }
