"""What the page of one indicator shows: its trend on a day, and the values that it rests on."""

from collections.abc import Collection
from typing import Any

from sqlmodel import Session

from app.access import Right
from app.charts.control import ControlSize
from app.findings.beside import beside
from app.indicators import sentences
from app.indicators.observation_table import value_table
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.trends.document import Trend
from app.trends.pictures import picture
from app.web.pagination import After


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
    return {
        **frame(session, initiative),
        "indicator": found.row,
        "found": found,
        "reading": sentences.reading(found.row, found.found, has_parts=bool(found.values)),
        "limits_note": sentences.limits_note(found.row, found.found.control_chart),
        "signals": {entry: sentences.signal(signal) for entry, signal in signals.items()},
        "wide": wide,
        "narrow": picture(found, ControlSize.NARROW),
        "beside": beside(session, initiative.key, found.row.key, found.as_of),
        "picture_note": sentences.picture_note(
            starts_at_zero=wide is None or wide.marks.starts_at_zero, has_signals=bool(signals)
        ),
        **value_table(session, initiative, found.row, rights, after),
    }
