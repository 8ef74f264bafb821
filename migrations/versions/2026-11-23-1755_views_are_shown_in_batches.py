"""views are shown in batches, answers of a link can be left out, one answer a day is of a phase and side"""

import sqlalchemy as sa
from alembic import op

revision = "c94e2d7b1f60"
down_revision = "b3f09a61c7d8"
branch_labels = None
depends_on = None

SIDE = sa.Enum("citizens", "professionals", name="side", native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    with op.batch_alter_table("rating_link") as batch:
        batch.add_column(
            sa.Column("left_out_because", sa.String(length=300), nullable=False, server_default="")
        )
    with op.batch_alter_table("view") as batch:
        batch.add_column(sa.Column("batch", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("shown_on", sa.Date(), nullable=True))
        batch.create_check_constraint(
            op.f("ck_view_shown_in_a_batch"), "(batch IS NULL) = (shown_on IS NULL)"
        )
    op.drop_table("rated_today")  # it holds nothing that outlives the day
    op.create_table(
        "rated_today",
        sa.Column("phase_id", sa.Integer(), nullable=False),
        sa.Column("side", SIDE, nullable=False),
        sa.Column("answerer_hash", sa.String(length=64), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["phase_id"], ["phase.id"], name=op.f("fk_rated_today_phase_id_phase")),
        sa.PrimaryKeyConstraint("phase_id", "side", "answerer_hash", "rated_on", name=op.f("pk_rated_today")),
    )


def downgrade() -> None:
    op.drop_table("rated_today")
    op.create_table(
        "rated_today",
        sa.Column("rating_link_id", sa.Integer(), nullable=False),
        sa.Column("device_hash", sa.String(length=64), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["rating_link_id"], ["rating_link.id"], name=op.f("fk_rated_today_rating_link_id_rating_link")
        ),
        sa.PrimaryKeyConstraint("rating_link_id", "device_hash", "rated_on", name=op.f("pk_rated_today")),
    )
    with op.batch_alter_table("view") as batch:
        batch.drop_constraint(op.f("ck_view_shown_in_a_batch"), type_="check")
        batch.drop_column("shown_on")
        batch.drop_column("batch")
    with op.batch_alter_table("rating_link") as batch:
        batch.drop_column("left_out_because")
