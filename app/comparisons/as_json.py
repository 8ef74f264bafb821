"""A comparison as programs read it: both documents, and what does not let them be compared."""

from typing import Any

from app.comparisons.compared import Compared, Comparison
from app.comparisons.context import Context, Difference, context
from app.comparisons.disclosure import Counted, attendances
from app.comparisons.measures import Measures, Results, measures
from app.comparisons.subjects import Stand
from app.evaluations import as_json as evaluations
from app.measurement.disclosure import Masked
from app.measurement.missing import Missing

Json = dict[str, Any]


def as_json(found: Comparison) -> Json:
    """There is no order in it, no difference between two numbers, and no sum."""
    measured = measures(found)
    left, right = attendances(found)
    return {
        "is_of_one_initiative": found.is_of_one,
        "shared_days": found.shared_days,
        "context": _context(context(found, measured)),
        "indicators": _indicators(measured),
        "left": _one(found.left, left),
        "right": _one(found.right, right),
    }


def _context(found: Context) -> Json:
    return {
        "differences": [_difference(difference) for difference in found.differences],
        "alike": [subject.value for subject in found.alike],
        "unknown": [subject.value for subject in found.unknown],
    }


def _difference(found: Difference) -> Json:
    return {
        "subject": found.subject.value,
        "about": found.about,
        "left": _stand(found.left),
        "right": _stand(found.right),
    }


def _stand(found: Stand) -> Json:
    return {"value": found.value, "words": found.words}


def _indicators(found: Measures) -> Json:
    left, right = found.unlike
    return {
        "comparable": [
            {"name": alike.name, "left": _ids(alike.left), "right": _ids(alike.right)}
            for alike in found.alike
        ],
        "not_comparable": {"left": _ids(left), "right": _ids(right)},
    }


def _ids(results: Results) -> list[int]:
    return [result.indicator.key for result in results]


def _one(one: Compared, came: Counted) -> Json:
    """The evaluation document, in which a count of people stands as the comparison lets it."""
    document = evaluations.as_json(one.evaluation)
    document["process"]["reach"]["dose"]["attendances"] = _people(came)
    return {
        "initiative_id": one.initiative.key,
        "slug": one.initiative.slug,
        "name": one.initiative.name,
        "starts_on": one.starts_on.isoformat() if one.starts_on else None,
        "as_of": one.as_of.isoformat(),
        "evaluation": document,
    }


def _people(found: Counted) -> int | str | None:
    if isinstance(found, Missing):
        return None
    return f"<{found.below}" if isinstance(found, Masked) else found
