"""A column of values: of an indicator that exists, or of one that is defined with them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pydantic import ValidationError

from app.exchange.numbers import DecimalSign, decimals, number
from app.exchange.uses import alike
from app.i18n import N_, _
from app.indicators.models import Indicator
from app.indicators.schemas import IndicatorCreate
from app.refusals import Invalid
from app.vocabulary import Aggregation, Direction, Frequency, IndicatorLevel
from app.web.forms import Form
from app.web.messages import messages_by_field

MOST_DECIMALS = 2
"""That a new indicator shows by itself; a value with more shows more."""

PERCENT = ("%", "percent", "per cent", "pour cent", "pourcent")
TAKEN = N_("There is an indicator of this name already. Choose it above, or change the name.")


@dataclass(frozen=True)
class Series:
    """`column` is its place in the table. One of `indicator` and `new` is there."""

    column: int
    indicator: Indicator | None
    new: IndicatorCreate | None

    @property
    def about(self) -> Indicator | IndicatorCreate:
        about = self.indicator or self.new
        assert about is not None
        return about

    @property
    def name(self) -> str:
        return self.about.name

    @property
    def range(self) -> tuple[Decimal | None, Decimal | None]:
        return self.about.minimum, self.about.maximum

    @property
    def has_parts(self) -> bool:
        return bool(self.about.breakdown)

    @property
    def fingerprint(self) -> str:
        """Which indicator it is, or will be."""
        return self.new.model_dump_json() if self.new else str(self.indicator and self.indicator.key)

    @property
    def is_percent(self) -> bool:
        """Then 45% is 45; elsewhere it could be 0.45, so it is refused."""
        return any(word in self.about.unit.lower() for word in PERCENT)


@dataclass(frozen=True)
class IndicatorTyped:
    """What a person says of a new indicator; its name is the heading unless they change it."""

    fields: dict[str, str]

    @classmethod
    def of(cls, form: Form, index: int, heading: str) -> "IndicatorTyped":
        asked = {name: form[f"{name}-{index}"] for name in ("name", "unit", "direction", "aggregation")}
        return cls(asked | {"name": asked["name"] or heading})


def new_indicator(
    typed: IndicatorTyped,
    level: IndicatorLevel,
    breakdown: str,
    texts: Sequence[str],
    names: Collection[str],
) -> IndicatorCreate:
    """Raises Invalid, also for a name that is there already: its values would be in two places."""
    if alike(typed.fields["name"]) in {alike(name) for name in names}:
        raise Invalid({"name": _(TAKEN)})
    try:
        return IndicatorCreate.model_validate(
            {
                "direction": Direction.NEUTRAL,
                "aggregation": Aggregation.PER_PERIOD,
                **{name: text for name, text in typed.fields.items() if text},
                "level": level,
                "frequency": Frequency.IRREGULAR,
                "breakdown": breakdown[:120],
                "decimals": _decimals(texts),
            }
        )
    except ValidationError as error:
        raise Invalid(messages_by_field(error.errors())) from error


def _decimals(texts: Sequence[str]) -> int:
    """As many as the values are written with, up to a few."""
    numbers = (number(text, sign) for text in texts for sign in DecimalSign)
    return min(MOST_DECIMALS, max((decimals(found) for found in numbers if found is not None), default=0))
