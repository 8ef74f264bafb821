"""What the form that defines an indicator shows around its fields."""

from typing import Any

from sqlmodel import Session

from app.indicators import sentences
from app.indicators.former import former_points
from app.indicators.instrument_list import BY_KEY, INSTRUMENTS
from app.indicators.instruments import Instrument, filled_in
from app.indicators.models import Indicator
from app.initiatives.models import Initiative
from app.initiatives.pages import frame
from app.web.forms import Form


def definition_page(
    session: Session, initiative: Initiative, indicator: Indicator | None = None
) -> dict[str, Any]:
    """The context of `indicators/form.html`, but for its form."""
    return {
        **frame(session, initiative),
        "indicator": indicator,
        "former": former_points(session, indicator.key) if indicator else (),
        "instruments": INSTRUMENTS,
        "chosen": None,
        "value": sentences.value,
        "people": sentences.people,
    }


def first_form(chosen: Instrument | None) -> Form:
    """Filled in with what is known of the instrument; every field can still be changed."""
    return Form.showing(filled_in(chosen)) if chosen else Form()


def instrument_by(key: str | None) -> Instrument | None:
    return BY_KEY.get(key or "")
