"""Citizens' time as JSON: decimals as strings, `high` null where a rate has no source for one."""

from decimal import Decimal
from typing import Any

from app.measurement.citizen_time import CitizenTime, Hours, MonthOfTime, RatedHours
from app.measurement.missing import Missing

Json = dict[str, Any]


def citizen_time_as_json(found: CitizenTime) -> Json:
    """`low` is null where no hour is valued; the reason is that there is no rate."""
    return {
        "currency": found.currency.value,
        **_hours(found.valued),
        "low": None if isinstance(found.low, Missing) else _text(found.low),
        "high": _text(found.high),
        "unvalued": _hours(found.unvalued),
        "paid": _hours(found.paid),
        "rates": [_rate(rated) for rated in found.by_rate],
        "monthly": [_month(month) for month in found.by_month],
    }


def _hours(found: Hours) -> Json:
    return {"hours": _text(found.hours), "entries": list(found.entries)}


def _rate(rated: RatedHours) -> Json:
    rate = rated.rate
    return {
        "name": rate.name,
        "starts_on": rate.starts_on.isoformat(),
        "lower": _text(rate.lower),
        "source": rate.source,
        "higher": _text(rate.higher),
        "higher_name": rate.higher_name,
        "higher_source": rate.higher_source,
        "hours": _text(rated.given.hours),
        "low": _text(rated.low),
        "high": _text(rated.high),
    }


def _month(found: MonthOfTime) -> Json:
    return {
        "month": f"{found.starts_on:%Y-%m}",
        "hours": _text(found.given.hours),
        "low": _text(found.low),
        "high": _text(found.high),
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{round(value, 2).normalize():f}"
