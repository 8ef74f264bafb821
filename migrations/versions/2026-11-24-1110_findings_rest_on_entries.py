"""findings rest on entries of the log"""

import sqlalchemy as sa
from alembic import op

revision = "e8a4d6b2913f"
down_revision = "c3b7f1d20a64"
branch_labels = None
depends_on = None

KINDS = ("activity", "cost", "benefit", "observation", "proposal", "obstacle", "incident", "story", "claim")
KIND = sa.Enum(*KINDS, name="entry_kind", native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_index("ix_finding_of_initiative", "finding", ["initiative_id", "id"], unique=True)
    op.create_table(
        "ground",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("entry_kind", KIND, nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_ground_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_ground_initiative_id_initiative")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "finding_id"],
            ["finding.initiative_id", "finding.id"],
            name=op.f("fk_ground_initiative_id_finding"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ground")),
        sa.UniqueConstraint(
            "finding_id",
            "entry_kind",
            "entry_id",
            name=op.f("uq_ground_finding_id_entry_kind_entry_id"),
        ),
    )
    op.create_index(op.f("ix_ground_initiative_id"), "ground", ["initiative_id"])


def downgrade() -> None:
    op.drop_table("ground")
    op.drop_index("ix_finding_of_initiative", table_name="finding")
