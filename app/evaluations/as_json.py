"""The evaluation document as programs read it: the spine of the design, decimals as strings."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from app.evaluations.citizen_time_json import citizen_time_as_json
from app.evaluations.conclusions import missing
from app.evaluations.document import Evaluation, IndicatorResult, progress_value
from app.evaluations.learning_json import learning_as_json
from app.evaluations.money import ANNUAL_RATE, Money
from app.evaluations.sentences import outcomes, process
from app.evaluations.sentences.missing import why
from app.measurement.axes import Basis
from app.measurement.break_even import BreakEven, Month
from app.measurement.cell import Axis, Cell
from app.measurement.claims import PhaseLead
from app.measurement.control_chart import Limits, Signal
from app.measurement.disclosure import Masked, mask_count
from app.measurement.missing import Missing
from app.measurement.reach import Dose, Reach
from app.measurement.trend import Trend
from app.measurement.views import PhaseViews, SideView
from app.measurement.warnings import LogWarning
from app.ratings.view_answers import plain, side_as_public
from app.vocabulary import Lead

Result = TypeVar("Result")
Json = dict[str, Any]
PLACES = 6


def as_json(evaluation: Evaluation) -> Json:
    aim = evaluation.aim
    return {
        "starts_on": evaluation.starts_on.isoformat() if evaluation.starts_on else None,
        "as_of": evaluation.as_of.isoformat(),
        "aim": {
            "aim": aim.aim.value,
            "declared_on": aim.declared_on.isoformat(),
            "chosen_by": aim.chosen_by,
        }
        if aim
        else None,
        "process": _process(evaluation),
        "outcomes": [_outcome(result, evaluation.least) for result in evaluation.outcomes],
        "costs": {money.currency.value: _money(money) for money in evaluation.costs},
        "citizen_time": _or_missing(evaluation.citizen_time, citizen_time_as_json),
        "learning": {
            **learning_as_json(evaluation.learning),
            "warnings": [_warning(warning, evaluation) for warning in evaluation.learning.warnings],
        },
        "missing": missing(evaluation),
    }


def _process(evaluation: Evaluation) -> Json:
    found, least = evaluation.process, evaluation.least
    return {
        "cell": _cell(found.cell),
        "phases": [_phase(lead, views) for lead, views in zip(found.phases, found.views, strict=True)],
        "reach": {
            **_or_missing(found.reach, lambda reach: _reach(reach, least)),
            "dose": _dose(found.dose, least),
        },
        "warnings": [_warning(warning, evaluation) for warning in found.warnings],
    }


def _cell(cell: Cell) -> Json:
    number = cell.number
    known = not isinstance(number, Missing)
    return {
        "number": number if known else None,
        "label": process.cell_name(number, cell.strength) if not isinstance(number, Missing) else "",
        "strength": cell.strength.value if cell.strength else None,
        "stability": cell.stability.value if cell.stability else None,
        "alternatives": list(cell.alternatives),
        "tags": [tag.value for tag in cell.tags],
        "missing": why(number) if isinstance(number, Missing) else None,
        "basis": {"planning": _axis(cell.planning), "delivery": _axis(cell.delivery)},
    }


def _axis(axis: Axis) -> Json:
    return {"lead": _lead(axis.lead), "tags": [tag.value for tag in axis.tags], **_basis(axis.basis)}


def _basis(basis: Basis) -> Json:
    return {
        "activities": basis.activities,
        "citizen_hours": _text(basis.citizen_hours),
        "professional_hours": _text(basis.professional_hours),
        "share": _text(basis.share),
        "decisions": basis.decisions,
        "decisions_shared": basis.decisions_shared,
        "citizens_led": basis.citizens_led,
        "count_based": basis.count_based,
        "capped": list(basis.capped),
        "entries": list(basis.entries),
    }


def _phase(lead: PhaseLead, views: PhaseViews) -> Json:
    return {
        "phase_id": lead.phase_id,
        "kind": lead.kind.value,
        "claimed": _lead(lead.claimed),
        "evidenced": _lead(lead.evidenced),
        "status": lead.status.value,
        "missing": why(lead.evidenced) if isinstance(lead.evidenced, Missing) else None,
        "basis": _basis(lead.evidence.basis),
        "views": _views(views),
    }


def _views(found: PhaseViews) -> Json:
    """Both sides beside each other, never averaged; how the ratings spread stays inside."""
    return {
        "citizens": _side(found.citizens),
        "professionals": _side(found.professionals),
        "gap": None if isinstance(found.gap, Missing) else plain(found.gap),
    }


def _side(found: SideView | Missing) -> Json:
    shown = side_as_public(found)
    return {
        "n": shown.n,
        "median": shown.median,
        "missing": why(found) if isinstance(found, Missing) else None,
    }


def _reach(found: Reach, least: int) -> Json:
    """The share of a few would tell how many they are."""
    few = isinstance(mask_count(found.participants, least), Masked)
    return {
        "participants": _people(found.participants, least),
        "eligible": found.eligible,
        "share": None if few else _text(found.share),
    }


def _dose(found: Dose, least: int) -> Json:
    """Attendances count people, so a few of them are not told."""
    attendances = found.attendances
    return {
        "activities": found.activities,
        "attendances": None if isinstance(attendances, Missing) else _people(attendances, least),
        "citizen_hours": None if isinstance(found.citizen_hours, Missing) else _text(found.citizen_hours),
        "months_active": found.months_active,
    }


def _warning(warning: LogWarning, evaluation: Evaluation) -> Json:
    answer = evaluation.answers.get((warning.rule, warning.phase_id))
    return {
        "rule": warning.rule.value,
        "phase_id": warning.phase_id,
        "entry_kind": warning.entry_kind.value,
        "entries": list(warning.entries),
        "count": warning.count,
        "of": warning.of,
        "answer": answer.text if answer else None,
    }


def _outcome(result: IndicatorResult, least: int) -> Json:
    made, latest = result.found.progress, result.latest
    parts = result.found.control_chart
    limits = parts[-1].limits if parts else None
    return {
        "indicator_id": result.indicator.key,
        "name": result.indicator.name,
        "latest": {
            "value": _text(latest.value),
            "observed_on": latest.on.isoformat(),
            "n": _people(latest.n, least),
        }
        if latest
        else None,
        "progress": {
            "value": progress_value(result),
            "missing": why(made) if isinstance(made, Missing) else None,
        },
        "limits": _limits(limits) if isinstance(limits, Limits) else None,
        "signals": [_signal(signal) for signal in outcomes.signals(result)],
        "trend": _or_missing(result.found.trend, _trend),
        "sentence": outcomes.reading(result),
    }


def _limits(limits: Limits) -> Json:
    return {
        "mean": _text(limits.mean),
        "lower": _text(limits.lower),
        "upper": _text(limits.upper),
        "trial": limits.trial,
    }


def _signal(signal: Signal) -> Json:
    return {
        "observed_on": signal.on.isoformat(),
        "kind": signal.kind.value,
        "direction": signal.movement.value,
    }


def _trend(trend: Trend) -> Json:
    return {
        "slope_per_year": _number(trend.slope),
        "interval": [_number(trend.interval.low), _number(trend.interval.high)],
        "p": _number(trend.p),
        "points": trend.points,
    }


def _money(money: Money) -> Json:
    total = money.totals.total if money.totals else None
    volunteers = _text(total.volunteer_time if total else Decimal(0))
    per_participant = money.per_participant
    return {
        "cash": _text(total.cash if total else Decimal(0)),
        "in_kind": _text(total.in_kind if total else Decimal(0)),
        "volunteer_time": {"low": volunteers, "high": volunteers},
        "per_participant": {"value": None, "missing": why(per_participant)}
        if isinstance(per_participant, Missing)
        else {"value": _text(per_participant.cash), "missing": None},
        "annual_rate": _text(ANNUAL_RATE),
        "break_even": {
            certainty.value: _month(found.month) if isinstance(found, BreakEven) else None
            for certainty, found in money.flow.break_even.items()
        },
        "monthly": [_of_month(month) for month in money.plain.months],
    }


def _of_month(month: Month) -> Json:
    return {
        "month": _month(month.starts_on),
        "cost": _text(month.cost),
        "benefits": {certainty.value: _text(amount) for certainty, amount in month.benefits.items()},
        "is_planned": month.is_planned,
    }


def _or_missing(found: Result | Missing, told: Callable[[Result], Json]) -> Json:
    """The result with `missing` null, or only the reason."""
    if isinstance(found, Missing):
        return {"missing": why(found)}
    return {**told(found), "missing": None}


def _people(n: int | None, least: int) -> int | str | None:
    """A small count leaves as words, here as on the page."""
    shown = None if n is None else mask_count(n, least)
    return f"<{shown.below}" if isinstance(shown, Masked) else shown


def _lead(lead: Lead | Missing) -> str | None:
    return None if isinstance(lead, Missing) else lead.value


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _text(value: Decimal) -> str:
    return f"{round(value, PLACES).normalize():f}"


def _number(value: float) -> str:
    return _text(Decimal(value))
