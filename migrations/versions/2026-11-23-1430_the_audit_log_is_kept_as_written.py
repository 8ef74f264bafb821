"""the audit log is kept as written: the database itself refuses to change or delete it"""

from alembic import op

revision = "8c1f0a7be2d4"
down_revision = "5f62f454a61a"
branch_labels = None
depends_on = None

SQLITE = """
CREATE TRIGGER audit_entry_no_{verb} BEFORE {verb} ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is kept as written'); END
"""
FUNCTION = """
CREATE FUNCTION audit_entry_is_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is kept as written'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER audit_entry_no_{verb} BEFORE {verb} ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_kept()
"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(SQLITE.format(verb=verb))
        return
    op.execute(FUNCTION)
    for verb in ("UPDATE", "DELETE", "TRUNCATE"):
        op.execute(POSTGRESQL.format(verb=verb))


def downgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for verb in ("UPDATE", "DELETE") if is_sqlite else ("UPDATE", "DELETE", "TRUNCATE"):
        op.execute(f"DROP TRIGGER audit_entry_no_{verb}" + ("" if is_sqlite else " ON audit_entry"))
    if not is_sqlite:
        op.execute("DROP FUNCTION audit_entry_is_kept()")
