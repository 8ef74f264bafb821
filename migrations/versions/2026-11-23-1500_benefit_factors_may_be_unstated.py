"""the factors of a benefit may be unstated: a share that nobody gave is neither 1 nor 0"""

import sqlalchemy as sa
from alembic import op

revision = "c4d2e91b7f30"
down_revision = "8c1f0a7be2d4"
branch_labels = None
depends_on = None

UNSTATED = {"attribution": 10000, "deadweight": 0}
"""What the older tables hold where a factor was not stated, in ten-thousandths."""

benefit = sa.table("benefit", sa.column("attribution"), sa.column("deadweight"))


def upgrade() -> None:
    with op.batch_alter_table("benefit") as batch:
        for factor in UNSTATED:
            batch.alter_column(factor, existing_type=sa.BigInteger(), nullable=True)


def downgrade() -> None:
    for factor, value in UNSTATED.items():
        op.execute(sa.update(benefit).where(benefit.c[factor].is_(None)).values({factor: value}))
    with op.batch_alter_table("benefit") as batch:
        for factor in UNSTATED:
            batch.alter_column(factor, existing_type=sa.BigInteger(), nullable=False)
