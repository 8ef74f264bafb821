"""What an initiative declares that it is for."""

from app.evaluations.records import AimFrom
from app.i18n import _
from app.i18n.formats import format_date
from app.i18n.labels import label


def aim(found: AimFrom) -> str:
    day, name = format_date(found.declared_on), label(found.aim)
    if found.chosen_by:
        return _("{aim}, declared on {day}, chosen by {who}").format(aim=name, day=day, who=found.chosen_by)
    return _("{aim}, declared on {day}").format(aim=name, day=day)
