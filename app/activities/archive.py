"""What of the activity log can be archived and brought back."""

from app.access import Right
from app.activities.models import Activity
from app.archiving import Archivable
from app.i18n import N_

ACTIVITIES = Archivable(
    "activities",
    Activity,
    Right.LOG,
    N_("Archived activities"),
    lambda session, activity: activity.title,
    listed=lambda activity: "journal",
    shown=lambda activity: f"activities/{activity.key}",
)
