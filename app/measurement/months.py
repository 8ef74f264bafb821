"""Calendar arithmetic in whole months, the unit of windows and of costs."""

from calendar import monthrange
from datetime import date


def month_index(day: date) -> int:
    """Months since year 0, so that neighbours differ by one."""
    return day.year * 12 + day.month - 1


def month_start(index: int) -> date:
    return date(index // 12, index % 12 + 1, 1)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last day: 31 March and one month less is the end of February."""
    first = month_start(month_index(day) + months)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
