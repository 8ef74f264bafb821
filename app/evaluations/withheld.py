"""What readers outside are not told: values and baselines that stand for fewer people than the threshold.

A mean of three people tells of three people, whatever is said of their number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.evaluations.records import Log
from app.indicators.models import Indicator
from app.measurement.records import Observation
from app.measurement.thresholds import DEFAULT


def is_few(n: int | None, least: int) -> bool:
    """Nobody is not few: there is nobody to protect."""
    return n is not None and 0 < n < least


def told(log: Log, least: int) -> Log:
    """The log as these readers may know it. Inside, values stay, and only how many gave them is masked."""
    if least < DEFAULT.disclosure_outside:
        return log
    return replace(
        log,
        indicators=[_told_of(indicator, least) for indicator in log.indicators],
        observations={key: _enough(values, least) for key, values in log.observations.items()},
    )


def withheld(log: Log, least: int) -> Iterator[tuple[str, int]]:
    """The name of each indicator of which values are withheld, and how many those are."""
    for indicator in log.indicators:
        values = log.observations.get(indicator.key, ())
        few = len(values) - len(_enough(values, least)) + is_few(indicator.baseline_n, least)
        if few:
            yield indicator.name, few


def _enough(values: Sequence[Observation], least: int) -> list[Observation]:
    """Parts go with the whole: what is left of a whole and its large parts would tell of the small one."""
    few_on = {value.observed_on for value in values if is_few(value.n, least)}
    return [
        value
        for value in values
        if not is_few(value.n, least) and not (value.category and value.observed_on in few_on)
    ]


def _told_of(indicator: Indicator, least: int) -> Indicator:
    """A copy that no session knows, so that nothing of it is ever stored."""
    if not is_few(indicator.baseline_n, least):
        return indicator
    without = dict.fromkeys(("baseline_value", "baseline_on", "baseline_n"))
    return Indicator(**{**indicator.model_dump(), **without})
