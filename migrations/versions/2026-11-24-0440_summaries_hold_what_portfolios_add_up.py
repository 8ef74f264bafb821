"""summaries hold what portfolios add up, and people keep the views of portfolios they like"""

import sqlalchemy as sa
from alembic import op

revision = "c3b7f1d20a64"
down_revision = "a91c04e7d2f6"
branch_labels = None
depends_on = None

COUNTS = ("hours", "reach", "learned", "money", "indicators", "quality")
AIM = sa.Enum("cost", "quality", "democracy", name="aim", native_enum=False, length=40)
STRENGTH = sa.Enum("present", "balanced", name="strength", native_enum=False, length=40)
WORDS = {"aim": AIM, "strength": STRENGTH}


def upgrade() -> None:
    with op.batch_alter_table("initiative_summary") as batch:
        batch.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("due_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("led", sa.String(length=400), nullable=False, server_default=""))
        for name, kind in WORDS.items():
            batch.add_column(sa.Column(name, kind, nullable=True))
            allowed = ", ".join(f"'{word}'" for word in kind.enums)
            batch.create_check_constraint(name, f"{name} IN ({allowed})")
        for name in COUNTS:
            batch.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("initiative_summary") as batch:
        batch.alter_column("revision", existing_type=sa.Integer(), server_default=None)
        batch.alter_column("led", existing_type=sa.String(length=400), server_default=None)
        for name in COUNTS:
            batch.alter_column(name, existing_type=sa.JSON(), server_default=None)
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("query", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_saved_view_person_id_person")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_saved_view_organization_id_organization")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint(
            "person_id", "organization_id", "name", name=op.f("uq_saved_view_person_id_organization_id_name")
        ),
    )


def downgrade() -> None:
    op.drop_table("saved_view")
    with op.batch_alter_table("initiative_summary") as batch:
        for name in WORDS:
            batch.drop_constraint(batch.f(f"ck_initiative_summary_{name}"), type_="check")
        for name in ("revision", "due_on", "led", *WORDS, *COUNTS):
            batch.drop_column(name)
