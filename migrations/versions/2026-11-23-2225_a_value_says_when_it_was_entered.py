"""a value says when it was entered, also when that was on paper long before"""

import sqlalchemy as sa
from alembic import op

revision = "7d2c4be09a15"
down_revision = "9c41e07d5b28"
branch_labels = None
depends_on = None

observation = sa.table(
    "observation",
    sa.column("created_at", sa.DateTime(timezone=True)),
    sa.column("entered_on", sa.Date()),
)


def upgrade() -> None:
    with op.batch_alter_table("observation") as batch:
        batch.add_column(sa.Column("entered_on", sa.Date(), nullable=True))
    op.execute(sa.update(observation).values(entered_on=sa.func.date(observation.c.created_at)))
    with op.batch_alter_table("observation") as batch:
        batch.alter_column("entered_on", existing_type=sa.Date(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("observation") as batch:
        batch.drop_column("entered_on")
