"""every kind of entry is found by initiative and day, and a person's last activity by its author"""

from alembic import op

revision = "a4c07d52e9b3"
down_revision = "c94e2d7b1f60"
branch_labels = None
depends_on = None

TIMELINES = (("observation", "observed_on"), ("claim", "claimed_on"))


def upgrade() -> None:
    for table, day in TIMELINES:
        op.create_index(f"ix_{table}_timeline", table, ["initiative_id", day, "id"])
        op.drop_index(op.f(f"ix_{table}_initiative_id"), table)  # the longer one does its work too
    op.create_index("ix_activity_author", "activity", ["initiative_id", "created_by_id", "id"])


def downgrade() -> None:
    op.drop_index("ix_activity_author", "activity")
    for table, _day in TIMELINES:
        op.create_index(op.f(f"ix_{table}_initiative_id"), table, ["initiative_id"])
        op.drop_index(f"ix_{table}_timeline", table)
