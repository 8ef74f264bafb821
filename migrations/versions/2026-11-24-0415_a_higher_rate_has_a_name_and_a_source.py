"""a higher hourly rate is another wage, with a name and a source of its own"""

import sqlalchemy as sa
from alembic import op

revision = "a91c04e7d2f6"
down_revision = "5f0e9a83c1d7"
branch_labels = None
depends_on = None

hourly_rate = sa.table(
    "hourly_rate", *map(sa.column, ("name", "source", "higher", "higher_name", "higher_source"))
)
NAMED = "higher_with_a_source"


def upgrade() -> None:
    with op.batch_alter_table("hourly_rate") as batch:
        batch.add_column(sa.Column("higher_name", sa.String(length=160), nullable=False, server_default=""))
        batch.add_column(
            sa.Column("higher_source", sa.String(length=1000), nullable=False, server_default="")
        )
    both = {"higher_name": hourly_rate.c.name, "higher_source": hourly_rate.c.source}
    op.execute(sa.update(hourly_rate).where(hourly_rate.c.higher.is_not(None)).values(both))
    with op.batch_alter_table("hourly_rate") as batch:
        batch.alter_column("higher_name", existing_type=sa.String(length=160), server_default=None)
        batch.alter_column("higher_source", existing_type=sa.String(length=1000), server_default=None)
        batch.create_check_constraint(NAMED, "(higher IS NULL) = (higher_source = '')")


def downgrade() -> None:
    with op.batch_alter_table("hourly_rate") as batch:
        batch.drop_constraint(batch.f(f"ck_hourly_rate_{NAMED}"), type_="check")
        batch.drop_column("higher_source")
        batch.drop_column("higher_name")
