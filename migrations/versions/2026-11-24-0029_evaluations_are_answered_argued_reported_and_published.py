"""warnings are answered, contributions argued, reports chosen, evaluations published"""

import sqlalchemy as sa
from alembic import op

revision = "5f0e9a83c1d7"
down_revision = "7d2c4be09a15"
branch_labels = None
depends_on = None

SQLITE = """
CREATE TRIGGER publication_content_no_{verb} BEFORE {verb} ON publication_content
BEGIN SELECT RAISE(ABORT, 'what was published is kept as it was'); END
"""
SQLITE_REPLACE = """
CREATE TRIGGER publication_content_no_REPLACE BEFORE INSERT ON publication_content
WHEN EXISTS (SELECT 1 FROM publication_content WHERE publication_id = NEW.publication_id)
BEGIN SELECT RAISE(ABORT, 'what was published is kept as it was'); END
"""
FUNCTION = """
CREATE FUNCTION publication_content_is_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'what was published is kept as it was'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER publication_content_no_{verb} BEFORE {verb} ON publication_content
FOR EACH STATEMENT EXECUTE FUNCTION publication_content_is_kept()
"""


def _keep_as_published() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(SQLITE.format(verb=verb))
        op.execute(SQLITE_REPLACE)
        return
    op.execute(FUNCTION)
    for verb in ("UPDATE", "DELETE", "TRUNCATE"):
        op.execute(POSTGRESQL.format(verb=verb))


def upgrade() -> None:
    op.create_table(
        "report_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_report_template_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_report_template_organization_id_organization"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_template")),
    )
    with op.batch_alter_table("report_template", schema=None) as batch:
        batch.create_index(batch.f("ix_report_template_organization_id"), ["organization_id"], unique=False)

    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column(
            "reach",
            sa.Enum(
                "funders",
                "link",
                "public",
                name="publication_reach",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("token", sa.String(length=64), nullable=True),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_because", sa.String(length=1000), nullable=False),
        sa.CheckConstraint(
            "(reach = 'link') = (token IS NOT NULL)", name=op.f("ck_publication_a_link_has_a_token")
        ),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_because = '')",
            name=op.f("ck_publication_withdrawn_for_a_reason"),
        ),
        sa.CheckConstraint("starts_on <= as_of", name=op.f("ck_publication_period_in_order")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_publication_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_publication_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        sa.UniqueConstraint("initiative_id", "id", name=op.f("uq_publication_initiative_id_id")),
        sa.UniqueConstraint("token", name=op.f("uq_publication_token")),
    )
    with op.batch_alter_table("publication", schema=None) as batch:
        batch.create_index("ix_publication_timeline", ["initiative_id", "published_at", "id"], unique=False)

    op.create_table(
        "contribution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=True),
        sa.Column("claimed_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("pathway", sa.String(length=2000), nullable=False),
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
            nullable=True,
        ),
        sa.Column("judgement", sa.String(length=4000), nullable=False),
        sa.Column("judged_on", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.CheckConstraint(
            "(strength IS NULL) = (judged_on IS NULL)", name=op.f("ck_contribution_judged_on_a_day")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_contribution_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "indicator_id"],
            ["indicator.initiative_id", "indicator.id"],
            name=op.f("fk_contribution_initiative_id_indicator_id_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_contribution_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution")),
        sa.UniqueConstraint("initiative_id", "id", name=op.f("uq_contribution_initiative_id_id")),
    )
    with op.batch_alter_table("contribution", schema=None) as batch:
        batch.create_index(batch.f("ix_contribution_indicator_id"), ["indicator_id"], unique=False)
        batch.create_index("ix_contribution_timeline", ["initiative_id", "claimed_on", "id"], unique=False)

    op.create_table(
        "publication_content",
        sa.Column("publication_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_publication_content_publication_id_publication"),
        ),
        sa.PrimaryKeyConstraint("publication_id", name=op.f("pk_publication_content")),
    )
    op.create_table(
        "warning_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=True),
        sa.Column(
            "rule",
            sa.Enum(
                "late_entries",
                "one_sided_log",
                "no_assessment",
                "claim_without_evidence",
                "consultation_only",
                "citizens_worked_professionals_decided",
                "nobody_accountable",
                "proposals_waiting",
                "nobody_answered_for",
                "citizens_not_told",
                name="warning_rule",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_warning_answer_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "phase_id"],
            ["phase.initiative_id", "phase.id"],
            name=op.f("fk_warning_answer_initiative_id_phase_id_phase"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_warning_answer_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_warning_answer")),
    )
    with op.batch_alter_table("warning_answer", schema=None) as batch:
        batch.create_index(batch.f("ix_warning_answer_phase_id"), ["phase_id"], unique=False)
        batch.create_index("ix_warning_answer_timeline", ["initiative_id", "answered_on", "id"], unique=False)

    op.create_table(
        "explanation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("considered_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("speaks_for", sa.String(length=2000), nullable=False),
        sa.Column("speaks_against", sa.String(length=2000), nullable=False),
        sa.Column(
            "weight",
            sa.Enum(
                "open",
                "unlikely",
                "in_part",
                "likely",
                name="explanation_weight",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_explanation_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "contribution_id"],
            ["contribution.initiative_id", "contribution.id"],
            name=op.f("fk_explanation_initiative_id_contribution_id_contribution"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_explanation_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_explanation")),
    )
    with op.batch_alter_table("explanation", schema=None) as batch:
        batch.create_index(batch.f("ix_explanation_contribution_id"), ["contribution_id"], unique=False)
        batch.create_index(batch.f("ix_explanation_initiative_id"), ["initiative_id"], unique=False)

    _keep_as_published()


def downgrade() -> None:
    with op.batch_alter_table("explanation", schema=None) as batch:
        batch.drop_index(batch.f("ix_explanation_initiative_id"))
        batch.drop_index(batch.f("ix_explanation_contribution_id"))

    op.drop_table("explanation")
    with op.batch_alter_table("warning_answer", schema=None) as batch:
        batch.drop_index("ix_warning_answer_timeline")
        batch.drop_index(batch.f("ix_warning_answer_phase_id"))

    op.drop_table("warning_answer")
    op.drop_table("publication_content")
    with op.batch_alter_table("contribution", schema=None) as batch:
        batch.drop_index("ix_contribution_timeline")
        batch.drop_index(batch.f("ix_contribution_indicator_id"))

    op.drop_table("contribution")
    with op.batch_alter_table("publication", schema=None) as batch:
        batch.drop_index("ix_publication_timeline")

    op.drop_table("publication")
    with op.batch_alter_table("report_template", schema=None) as batch:
        batch.drop_index(batch.f("ix_report_template_organization_id"))

    op.drop_table("report_template")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION publication_content_is_kept()")
