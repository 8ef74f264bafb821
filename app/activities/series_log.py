"""Writing of several entries at once: through the same gate as one by one."""

from sqlmodel import Session

from app.activities.models import Activity
from app.activities.schemas import ActivityCreate
from app.activities.series_sheet import MOST_ROWS, Sheet
from app.activities.service import log_activity
from app.database.idempotency import once
from app.i18n import _
from app.initiatives.models import Initiative
from app.refusals import Invalid, KeyReused
from app.vocabulary import Side


def log_rows(session: Session, initiative: Initiative, sheet: Sheet, side: Side) -> list[Activity]:
    """The rows that are right become entries; the others stay on the sheet with what is wrong with them.

    What all rows share is refused for all of them: Invalid, and nothing is stored.
    """
    _check_length(len(sheet.filled))
    logged: dict[int, Activity] = {}
    for row, new in sheet.read():
        key = f"{sheet.form.idempotency_key}-{row.number}"
        try:
            logged[row.number] = _log_once(session, initiative, key, new, side)
        except KeyReused:
            sheet.send_anew(row)
            again = _("This row was sent before, with other words. Send it again to add it as another entry.")
            sheet.note(row, {"happened_on": again})
    sheet.rows = [row for row in sheet.filled if row.number not in logged]
    return list(logged.values())


def _check_length(count: int) -> None:
    if not count:
        raise Invalid({"rows": _("Fill in one row or more.")})
    if count > MOST_ROWS:
        said = _("These are {count} rows. Send at most {most} at a time.")
        raise Invalid({"rows": said.format(count=count, most=MOST_ROWS)})


def _log_once(
    session: Session, initiative: Initiative, key: str, new: ActivityCreate, side: Side
) -> Activity:
    return once(
        session,
        key,
        Activity,
        new,
        lambda: log_activity(session, initiative, new, side=side),
        below=initiative,
    )
