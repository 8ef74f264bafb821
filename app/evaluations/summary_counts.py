"""What a summary counts of a log beside its phases and its outcome, as JSON keeps it."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from app.evaluations.document import IndicatorResult
from app.evaluations.records import Log
from app.evaluations.summary_entries import Further
from app.measurement import counts
from app.measurement.missing import Missing
from app.measurement.overdue import next_value_on
from app.measurement.reach import dose
from app.vocabulary import Aim, Influence

EVER = date.max
NO_AIM = "none"


def hours(log: Log) -> dict[str, str | None]:
    return {side: _plain(amount) for side, amount in asdict(counts.hours_by_side(log.activities)).items()}


def reach(log: Log) -> dict[str, int | None]:
    """A person counts in `attendances` each time; the largest group is the least number of people there."""
    found = dose(log.activities, EVER)
    return {"attendances": _known(found.attendances), "largest_group": _known(found.largest_group)}


def learned(further: Further) -> dict[str, Any]:
    made, failed = counts.answers(further.proposals), counts.failures(further.incidents)
    by_answer = {answer.value: number for answer, number in sorted(made.by_answer.items())}
    proposals = {"made": made.made, "from_citizens": made.from_citizens, "told": made.told}
    return {
        "proposals": proposals | {"by_answer": by_answer},
        "incidents": asdict(failed),
        "influences": {
            influence.value: {
                kind.value: list(numbers)
                for kind, numbers in counts.influences(further.obstacles, influence).items()
            }
            for influence in Influence
        },
    }


def money(log: Log, further: Further, last: date | None) -> dict[str, list[list[str]]]:
    """`paid` is currency, payer and cash; `received` is currency, service, certainty and amount."""
    spent = counts.paid(log.costs, last) if last else {}
    gained = counts.received(log.benefits, further.services)
    return {
        "paid": [[*key, _text(amount)] for key, amount in spent.items()],
        "received": [[*key, _text(amount)] for key, amount in gained.items()],
    }


def indicators(results: Sequence[IndicatorResult]) -> dict[str, dict[str, int]]:
    """By the aim they serve: how many there are, have both ends, were observed, and show elsewhere."""
    return {
        aim: _indicators([r for r in results if (r.indicator.aim or NO_AIM) == aim])
        for aim in (*(aim.value for aim in Aim), NO_AIM)
        if any((r.indicator.aim or NO_AIM) == aim for r in results)
    }


def quality(log: Log) -> dict[str, int]:
    values = [value for known in log.indicators for value in log.observations.get(known.key, ())]
    return asdict(counts.gaps(log.activities, values))


def due_on(log: Log) -> date | None:
    """The day by which the first of the next values is expected, whether or not it is over by now."""
    expected = (
        next_value_on(
            known.frequency,
            max((o.observed_on for o in log.observations.get(known.key, ())), default=None),
            known.created_at.date(),
        )
        for known in log.indicators
    )
    return min((day for day in expected if day), default=None)


def _indicators(results: Sequence[IndicatorResult]) -> dict[str, int]:
    return {
        "defined": len(results),
        "with_both_ends": sum(_has_both_ends(result) for result in results),
        "observed": sum(bool(result.entered) for result in results),
        "elsewhere": sum(result.indicator.effect_service == "other" for result in results),
    }


def _has_both_ends(result: IndicatorResult) -> bool:
    return result.indicator.baseline_value is not None and result.indicator.target_value is not None


def _known(count: int | Missing) -> int | None:
    return None if isinstance(count, Missing) else count


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else _text(amount)


def _text(value: Decimal) -> str:
    return f"{round(value, 6).normalize():f}"
