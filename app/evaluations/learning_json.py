"""What was learned, as programs read it: counts with their entries, and never the words of a story."""

from typing import Any

from app.evaluations.sentences.missing import why
from app.measurement.learning import Days, Incidents, Influences, Learning, Proposals, Share, Stories
from app.measurement.missing import Missing

Json = dict[str, Any]
PLACES = 4


def learning_as_json(found: Learning) -> Json:
    return {
        "proposals": _proposals(found.proposals),
        "obstacles": _influences(found.obstacles),
        "enablers": _influences(found.enablers),
        "incidents": _incidents(found.incidents),
        "stories": _stories(found.stories),
    }


def _proposals(found: Proposals) -> Json:
    return {
        "made": found.made,
        "answered": _share(found.answered),
        "adopted": _share(found.adopted),
        "reasoned": _share(found.reasoned),
        "told": _share(found.told),
        "days_to_answer": _days(found.days_to_answer),
        "days_to_telling": _days(found.days_to_telling),
        "waiting": list(found.waiting),
        "entries": list(found.entries),
    }


def _influences(found: Influences) -> Json:
    return {
        "noticed": len(found.entries),
        "still_open": list(found.still_open),
        "kinds": [
            {
                "kind": known.kind.value,
                "noticed": known.noticed,
                "still_open": known.still_open,
                "entries": list(known.entries),
            }
            for known in found.kinds
        ],
        "lasting": [
            {"id": one.entry, "kind": one.kind.value, "days": one.days, "is_open": one.is_open}
            for one in found.lasting
        ],
        "days_to_end": _days(found.days_to_end),
    }


def _incidents(found: Incidents) -> Json:
    return {
        "happened": len(found.entries),
        "answered_for": _share(found.answered_for),
        "told": _share(found.told),
        "days_to_telling": _days(found.days_to_telling),
        "unanswered": list(found.unanswered),
        "untold": list(found.untold),
        "entries": list(found.entries),
    }


def _stories(found: Stories) -> Json:
    return {
        "told": len(found.entries),
        "strength": {
            "one_voice": found.one_voice,
            "several_voices": found.several_voices,
            "documented": found.documented,
        },
        "may_leave": found.may_leave,
        "withdrawn": found.withdrawn,
        "entries": list(found.entries),
    }


def _share(found: Share | Missing) -> Json:
    if isinstance(found, Missing):
        return {"missing": why(found)}
    part = found.part
    return {
        "count": part.count,
        "n": part.n,
        "share": _number(part.share),
        "interval": [_number(part.interval.low), _number(part.interval.high)],
        "entries": list(found.entries),
        "missing": None,
    }


def _days(found: Days | Missing) -> Json:
    if isinstance(found, Missing):
        return {"missing": why(found)}
    return {
        "median": f"{found.median:g}",
        "n": len(found.entries),
        "entries": list(found.entries),
        "missing": None,
    }


def _number(value: float) -> str:
    return f"{value:.{PLACES}f}"
