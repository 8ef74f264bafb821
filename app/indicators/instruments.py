"""What is known of a questionnaire, each fact with its source or none, and the form that it fills in.

Never its questions nor its tables of conversion: those belong to its owners.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.i18n import N_, _
from app.vocabulary import Aggregation, Direction, IndicatorLevel

POINTS, PERCENT = N_("points"), N_("percent")


@dataclass(frozen=True, slots=True)
class Fact:
    """`text` is to be translated; without a `source` nobody has checked it against one, and pages say so."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class MinimalChange:
    """The smallest change in the instrument's unit that its users take to matter to a person."""

    value: Decimal
    fact: Fact


@dataclass(frozen=True, slots=True)
class Instrument:
    """`scale_source` is where the range and the direction were read; empty when they were not checked."""

    key: str
    name: str
    version: str
    direction: Direction
    minimum: int | None
    maximum: int
    decimals: int = 1
    unit: str = POINTS
    scale_source: str = ""
    scoring: tuple[Fact, ...] = ()
    missing_answers: Fact | None = None
    minimal_change: MinimalChange | None = None
    licence: tuple[Fact, ...] = ()

    @property
    def full_name(self) -> str:
        """With the version, as an indicator keeps it; in the language of the reader."""
        return _("{name} ({version})").format(name=_(self.name), version=_(self.version))


def filled_in(instrument: Instrument) -> dict[str, Any]:
    """The fields of an indicator measured with it; each of them can be changed before it is saved."""
    smallest = instrument.minimal_change
    return {
        "name": _(instrument.name),
        "instrument": instrument.full_name,
        "level": IndicatorLevel.OUTCOME,
        "aggregation": Aggregation.PER_PERIOD,
        "direction": instrument.direction,
        "unit": _(instrument.unit),
        "minimum": instrument.minimum,
        "maximum": instrument.maximum,
        "decimals": instrument.decimals,
        "minimal_change": smallest.value if smallest else None,
        "minimal_change_source": _source(smallest.fact) if smallest else "",
    }


def _source(fact: Fact) -> str:
    return _("{text} Source: {source}.").format(text=_(fact.text), source=fact.source)
