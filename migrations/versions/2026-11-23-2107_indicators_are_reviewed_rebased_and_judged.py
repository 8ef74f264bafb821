"""values are reviewed, periods locked, series rebased, former ends kept, findings written"""

import sqlalchemy as sa
from alembic import op

revision = "54b7f6e7d996"
down_revision = "e5b81c3f72a6"
branch_labels = None
depends_on = None

NOT_SAID = "Returned before a reason was asked for."
observation = sa.table("observation", sa.column("status"), sa.column("returned_because"))


def upgrade() -> None:
    op.create_table(
        "period_lock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_period_lock_days_in_order")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_period_lock_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_period_lock_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period_lock")),
    )
    with op.batch_alter_table("period_lock") as batch:
        batch.create_index("ix_period_lock_initiative", ["initiative_id", "starts_on", "id"], unique=False)

    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=True),
        sa.Column("found_on", sa.Date(), nullable=False),
        sa.Column("period_starts_on", sa.Date(), nullable=True),
        sa.Column("period_ends_on", sa.Date(), nullable=True),
        sa.Column("question", sa.String(length=500), nullable=False),
        sa.Column("method", sa.String(length=2000), nullable=False),
        sa.Column("judgement", sa.String(length=4000), nullable=False),
        sa.Column(
            "strength",
            sa.Enum(
                "weak",
                "moderate",
                "strong",
                name="finding_strength",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("recommendation", sa.String(length=2000), nullable=False),
        sa.Column("response", sa.String(length=2000), nullable=False),
        sa.Column("responded_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.CheckConstraint(
            "(response = '') = (responded_on IS NULL)", name=op.f("ck_finding_responded_on_a_day")
        ),
        sa.CheckConstraint(
            "(period_starts_on IS NULL) = (period_ends_on IS NULL)", name=op.f("ck_finding_period_is_whole")
        ),
        sa.CheckConstraint("period_starts_on <= period_ends_on", name=op.f("ck_finding_period_in_order")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_finding_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "indicator_id"],
            ["indicator.initiative_id", "indicator.id"],
            name=op.f("fk_finding_initiative_id_indicator_id_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_finding_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
    )
    with op.batch_alter_table("finding") as batch:
        batch.create_index(batch.f("ix_finding_indicator_id"), ["indicator_id"], unique=False)
        batch.create_index("ix_finding_timeline", ["initiative_id", "found_on", "id"], unique=False)

    op.create_table(
        "former_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "baseline", "target", name="point_kind", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("replaced_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_former_point_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "indicator_id"],
            ["indicator.initiative_id", "indicator.id"],
            name=op.f("fk_former_point_initiative_id_indicator_id_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_former_point_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_point")),
    )
    with op.batch_alter_table("former_point") as batch:
        batch.create_index("ix_former_point_indicator", ["indicator_id", "replaced_on", "id"], unique=False)

    op.create_table(
        "rebase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("rebased_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_rebase_reason_given")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_rebase_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "indicator_id"],
            ["indicator.initiative_id", "indicator.id"],
            name=op.f("fk_rebase_initiative_id_indicator_id_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_rebase_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rebase")),
    )
    with op.batch_alter_table("rebase") as batch:
        batch.create_index("ix_rebase_indicator", ["indicator_id", "rebased_on", "id"], unique=False)

    with op.batch_alter_table("indicator") as batch:
        batch.add_column(sa.Column("minimal_change", sa.BigInteger(), nullable=True))
        batch.add_column(
            sa.Column("minimal_change_source", sa.String(length=500), nullable=False, server_default="")
        )
        batch.add_column(
            sa.Column(
                "respondents",
                sa.Enum(
                    "same_people",
                    "different_people",
                    "no_people",
                    name="respondents",
                    native_enum=False,
                    create_constraint=True,
                    length=40,
                ),
                nullable=True,
            )
        )
        batch.add_column(sa.Column("limits_from_first", sa.Integer(), nullable=True))
        batch.create_check_constraint(
            batch.f("ck_indicator_minimal_change_positive"), "minimal_change IS NULL OR minimal_change > 0"
        )
        batch.create_check_constraint(
            batch.f("ck_indicator_limits_from_enough"), "limits_from_first IS NULL OR limits_from_first >= 6"
        )
    with op.batch_alter_table("indicator") as batch:
        batch.alter_column("minimal_change_source", existing_type=sa.String(500), server_default=None)

    with op.batch_alter_table("observation") as batch:
        batch.add_column(
            sa.Column("returned_because", sa.String(length=1000), nullable=False, server_default="")
        )
        batch.add_column(sa.Column("reviewed_by_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_foreign_key(
            batch.f("fk_observation_reviewed_by_id_person"), "person", ["reviewed_by_id"], ["id"]
        )
    op.execute(
        sa.update(observation).where(observation.c.status == "returned").values(returned_because=NOT_SAID)
    )
    with op.batch_alter_table("observation") as batch:
        batch.alter_column("returned_because", existing_type=sa.String(1000), server_default=None)
        batch.create_check_constraint(
            batch.f("ck_observation_returned_for_a_reason"), "status <> 'returned' OR returned_because <> ''"
        )

    with op.batch_alter_table("story") as batch:
        batch.add_column(sa.Column("period_starts_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("period_ends_on", sa.Date(), nullable=True))
        batch.create_check_constraint(
            batch.f("ck_story_period_is_whole"), "(period_starts_on IS NULL) = (period_ends_on IS NULL)"
        )
        batch.create_check_constraint(
            batch.f("ck_story_period_in_order"), "period_starts_on <= period_ends_on"
        )


def downgrade() -> None:
    with op.batch_alter_table("story") as batch:
        batch.drop_constraint(batch.f("ck_story_period_in_order"), type_="check")
        batch.drop_constraint(batch.f("ck_story_period_is_whole"), type_="check")
        batch.drop_column("period_ends_on")
        batch.drop_column("period_starts_on")

    with op.batch_alter_table("observation") as batch:
        batch.drop_constraint(batch.f("ck_observation_returned_for_a_reason"), type_="check")
        batch.drop_constraint(batch.f("fk_observation_reviewed_by_id_person"), type_="foreignkey")
        batch.drop_column("reviewed_at")
        batch.drop_column("reviewed_by_id")
        batch.drop_column("returned_because")

    with op.batch_alter_table("indicator") as batch:
        batch.drop_constraint(batch.f("ck_indicator_limits_from_enough"), type_="check")
        batch.drop_constraint(batch.f("ck_indicator_minimal_change_positive"), type_="check")
        batch.drop_column("limits_from_first")
        batch.drop_constraint(batch.f("ck_indicator_respondents"), type_="check")
        batch.drop_column("respondents")
        batch.drop_column("minimal_change_source")
        batch.drop_column("minimal_change")

    with op.batch_alter_table("rebase") as batch:
        batch.drop_index("ix_rebase_indicator")

    op.drop_table("rebase")
    with op.batch_alter_table("former_point") as batch:
        batch.drop_index("ix_former_point_indicator")

    op.drop_table("former_point")
    with op.batch_alter_table("finding") as batch:
        batch.drop_index("ix_finding_timeline")
        batch.drop_index(batch.f("ix_finding_indicator_id"))

    op.drop_table("finding")
    with op.batch_alter_table("period_lock") as batch:
        batch.drop_index("ix_period_lock_initiative")

    op.drop_table("period_lock")
