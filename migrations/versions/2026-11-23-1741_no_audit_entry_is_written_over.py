"""no audit entry is written over: SQLite's REPLACE deletes the old row without telling a DELETE trigger"""

from alembic import op

revision = "b3f09a61c7d8"
down_revision = "b1e5f7a83c20"
branch_labels = None
depends_on = None

TRIGGER = """
CREATE TRIGGER audit_entry_no_REPLACE BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit log is kept as written'); END
"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(TRIGGER)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER audit_entry_no_REPLACE")
