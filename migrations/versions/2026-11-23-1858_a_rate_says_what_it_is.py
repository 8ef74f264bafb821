"""an hourly rate says what it is, and its higher estimate may be unknown: a range is not made up"""

import sqlalchemy as sa
from alembic import op

revision = "e5b81c3f72a6"
down_revision = "a4c07d52e9b3"
branch_labels = None
depends_on = None

hourly_rate = sa.table("hourly_rate", sa.column("lower"), sa.column("higher"))


def upgrade() -> None:
    with op.batch_alter_table("hourly_rate") as batch:
        batch.alter_column("higher", existing_type=sa.BigInteger(), nullable=True)
        batch.add_column(sa.Column("name", sa.String(length=160), nullable=False, server_default=""))
    with op.batch_alter_table("hourly_rate") as batch:
        batch.alter_column("name", existing_type=sa.String(length=160), server_default=None)


def downgrade() -> None:
    op.execute(
        sa.update(hourly_rate).where(hourly_rate.c.higher.is_(None)).values(higher=hourly_rate.c.lower)
    )
    with op.batch_alter_table("hourly_rate") as batch:
        batch.drop_column("name")
        batch.alter_column("higher", existing_type=sa.BigInteger(), nullable=False)
