"""what is learned may name its source, and a story whose consent is withdrawn holds no words"""

import sqlalchemy as sa
from alembic import op

revision = "b1e5f7a83c20"
down_revision = "7d41b0c95e12"
branch_labels = None
depends_on = None

TABLES = ("proposal", "obstacle", "incident", "story")

story = sa.table("story", sa.column("consent"), sa.column("text"))


def upgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("source", sa.String(length=1000), nullable=False, server_default=""))
    op.execute(sa.update(story).where(story.c.consent == "withdrawn").values(text=""))
    with op.batch_alter_table("story") as batch:
        batch.create_check_constraint(
            op.f("ck_story_withdrawn_is_empty"), "consent <> 'withdrawn' OR text = ''"
        )


def downgrade() -> None:
    with op.batch_alter_table("story") as batch:
        batch.drop_constraint(op.f("ck_story_withdrawn_is_empty"), type_="check")
    for table in TABLES:
        with op.batch_alter_table(table) as batch:
            batch.drop_column("source")
