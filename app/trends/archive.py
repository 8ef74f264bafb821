"""What of trends can be lifted and brought back."""

from sqlmodel import Session

from app.access import Right
from app.archiving import Archivable
from app.i18n import N_, _
from app.i18n.formats import format_day
from app.indicators.models import Indicator, Rebase
from app.trends.service import restore_rebase


def _rebase(session: Session, row: Rebase) -> str:
    return _("{indicator}, begun anew on {day}").format(
        indicator=session.get_one(Indicator, row.indicator_id).name, day=format_day(row.rebased_on)
    )


REBASES = Archivable(
    "rebases",
    Rebase,
    Right.EVALUATE,
    N_("Lifted new beginnings of series"),
    _rebase,
    restore=restore_rebase,
    listed=lambda row: f"indicators/{row.indicator_id}",
    shown=lambda row: f"indicators/{row.indicator_id}",
)
