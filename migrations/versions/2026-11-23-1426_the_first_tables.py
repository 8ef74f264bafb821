"""the first tables"""

import sqlalchemy as sa
from alembic import op

revision = "5f62f454a61a"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=True),
        sa.Column("locale", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_person_created_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
    )
    op.create_table(
        "api_token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_api_token_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_api_token_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_api_token_token_hash")),
    )
    with op.batch_alter_table("api_token", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_api_token_person_id"), ["person_id"], unique=False)

    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=True),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column(
            "action",
            sa.Enum(
                "created",
                "changed",
                "archived",
                "restored",
                name="action",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_audit_entry_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entry_initiative_id"), ["initiative_id"], unique=False)
        batch_op.create_index("ix_audit_entry_row", ["table_name", "row_id"], unique=False)

    op.create_table(
        "idempotency_key",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_idempotency_key_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "key", name=op.f("pk_idempotency_key")),
    )
    op.create_table(
        "organization",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column(
            "type",
            sa.Enum(
                "public_body",
                "charity",
                "cooperative",
                "association",
                "community_group",
                "private",
                "funder",
                name="organization_type",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("place", sa.String(length=160), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_organization_created_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
        sa.UniqueConstraint("slug", name=op.f("uq_organization_slug")),
    )
    op.create_table(
        "sign_in",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_in_person_id_person")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sign_in")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_person_id"), ["person_id"], unique=False)

    op.create_table(
        "sign_in_link",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_in_link_person_id_person")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sign_in_link")),
    )
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_link_person_id"), ["person_id"], unique=False)

    op.create_table(
        "initiative",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("summary", sa.String(length=2000), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column(
            "sector",
            sa.Enum(
                "ageing",
                "childcare",
                "community",
                "culture",
                "education",
                "environment",
                "food",
                "health",
                "housing",
                "justice",
                "safety",
                "social_care",
                "transport",
                "other",
                name="sector",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("place", sa.String(length=160), nullable=False),
        sa.Column("target_population", sa.String(length=300), nullable=False),
        sa.Column("eligible_population", sa.Integer(), nullable=True),
        sa.Column(
            "initiation",
            sa.Enum(
                "citizen_owned",
                "citizen_driven",
                "transitional",
                "enforced",
                "professionals",
                name="initiation",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "planned",
                "active",
                "paused",
                "completed",
                name="initiative_status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "currency",
            sa.Enum(
                "CAD",
                "EUR",
                "GBP",
                "SEK",
                "USD",
                name="currency",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("illustrative", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.CheckConstraint(
            "eligible_population IS NULL OR eligible_population >= 0",
            name=op.f("ck_initiative_population_not_negative"),
        ),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_initiative_dates_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_initiative_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_initiative_organization_id_organization")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative")),
        sa.UniqueConstraint("slug", name=op.f("uq_initiative_slug")),
    )
    with op.batch_alter_table("initiative", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_initiative_organization_id"), ["organization_id"], unique=False)

    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "admin",
                "staff",
                "citizen",
                "evaluator",
                "viewer",
                name="member_role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_member_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_member_organization_id_organization")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_member_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("organization_id", "person_id", name=op.f("uq_member_organization_id_person_id")),
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_person_id"), ["person_id"], unique=False)

    op.create_table(
        "benefit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column(
            "currency",
            sa.Enum(
                "CAD",
                "EUR",
                "GBP",
                "SEK",
                "USD",
                name="currency",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "certainty",
            sa.Enum(
                "expected",
                "claimed",
                "confirmed",
                name="certainty",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("service", sa.String(length=160), nullable=False),
        sa.Column("attribution", sa.BigInteger(), nullable=False),
        sa.Column("deadweight", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(length=4000), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_benefit_amount_not_negative")),
        sa.CheckConstraint(
            "attribution >= 0 AND attribution <= 10000", name=op.f("ck_benefit_attribution_a_share")
        ),
        sa.CheckConstraint(
            "deadweight >= 0 AND deadweight <= 10000", name=op.f("ck_benefit_deadweight_a_share")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_benefit_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_benefit_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit")),
    )
    with op.batch_alter_table("benefit", schema=None) as batch_op:
        batch_op.create_index("ix_benefit_timeline", ["initiative_id", "received_on", "id"], unique=False)

    op.create_table(
        "declared_aim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column(
            "aim",
            sa.Enum(
                "cost",
                "quality",
                "democracy",
                name="aim",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("declared_on", sa.Date(), nullable=False),
        sa.Column("chosen_by", sa.String(length=160), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_declared_aim_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_declared_aim_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declared_aim")),
    )
    with op.batch_alter_table("declared_aim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_declared_aim_initiative_id"), ["initiative_id"], unique=False)

    op.create_table(
        "indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("definition", sa.String(length=2000), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "process",
                "output",
                "outcome",
                "impact",
                name="indicator_level",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "aim",
            sa.Enum(
                "cost",
                "quality",
                "democracy",
                name="aim",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("unit", sa.String(length=60), nullable=False),
        sa.Column(
            "direction",
            sa.Enum(
                "up",
                "down",
                "neutral",
                name="direction",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("minimum", sa.BigInteger(), nullable=True),
        sa.Column("maximum", sa.BigInteger(), nullable=True),
        sa.Column("decimals", sa.Integer(), nullable=False),
        sa.Column(
            "frequency",
            sa.Enum(
                "monthly",
                "quarterly",
                "half_yearly",
                "yearly",
                "irregular",
                name="frequency",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "aggregation",
            sa.Enum(
                "per_period",
                "cumulative",
                name="aggregation",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("instrument", sa.String(length=160), nullable=False),
        sa.Column(
            "effect_service",
            sa.Enum(
                "own", "other", name="effect_service", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("effect_service_name", sa.String(length=160), nullable=False),
        sa.Column("breakdown", sa.String(length=120), nullable=False),
        sa.Column("baseline_value", sa.BigInteger(), nullable=True),
        sa.Column("baseline_on", sa.Date(), nullable=True),
        sa.Column("baseline_n", sa.Integer(), nullable=True),
        sa.Column("target_value", sa.BigInteger(), nullable=True),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column("illustrative", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.CheckConstraint(
            "baseline_n IS NULL OR baseline_n >= 0", name=op.f("ck_indicator_baseline_n_not_negative")
        ),
        sa.CheckConstraint("decimals >= 0 AND decimals <= 6", name=op.f("ck_indicator_decimals_in_range")),
        sa.CheckConstraint(
            "minimum IS NULL OR maximum IS NULL OR minimum < maximum",
            name=op.f("ck_indicator_range_in_order"),
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_indicator_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_indicator_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        sa.UniqueConstraint("initiative_id", "id", name=op.f("uq_indicator_initiative_id_id")),
    )
    op.create_table(
        "initiative_summary",
        sa.Column("initiative_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("claims_evidenced", sa.Integer(), nullable=False),
        sa.Column("cell", sa.Integer(), nullable=True),
        sa.Column("last_entry_on", sa.Date(), nullable=True),
        sa.Column("phases", sa.JSON(), nullable=False),
        sa.Column("outcome", sa.JSON(), nullable=False),
        sa.Column("cash", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_initiative_summary_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("initiative_id", name=op.f("pk_initiative_summary")),
    )
    op.create_table(
        "partnership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "lead",
                "delivery",
                "evaluator",
                "funder",
                name="partnership_role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("grant_amount", sa.BigInteger(), nullable=True),
        sa.Column(
            "grant_currency",
            sa.Enum(
                "CAD",
                "EUR",
                "GBP",
                "SEK",
                "USD",
                name="currency",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("reference", sa.String(length=160), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on",
            name=op.f("ck_partnership_dates_in_order"),
        ),
        sa.CheckConstraint(
            "grant_amount IS NULL OR grant_amount >= 0", name=op.f("ck_partnership_grant_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_partnership_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_partnership_initiative_id_initiative")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_partnership_organization_id_organization")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership")),
        sa.UniqueConstraint(
            "initiative_id",
            "organization_id",
            "role",
            name=op.f("uq_partnership_initiative_id_organization_id_role"),
        ),
    )
    with op.batch_alter_table("partnership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_partnership_organization_id"), ["organization_id"], unique=False)

    op.create_table(
        "phase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "commissioning",
                "design",
                "delivery",
                "assessment",
                name="phase_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("accountable", sa.String(length=160), nullable=False),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_phase_dates_in_order")),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_phase_created_by_id_person")),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_phase_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phase")),
        sa.UniqueConstraint("initiative_id", "id", name=op.f("uq_phase_initiative_id_id")),
    )
    op.create_table(
        "activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column(
            "citizen_role",
            sa.Enum(
                "none",
                "informed",
                "consulted",
                "contributed",
                "co_led",
                "led_alone",
                name="citizen_role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "decision",
            sa.Enum(
                "none",
                "professionals",
                "jointly",
                "citizens",
                name="decision",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "level",
            sa.Enum(
                "individual",
                "group",
                "collective",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("citizens", sa.Integer(), nullable=True),
        sa.Column("professionals", sa.Integer(), nullable=True),
        sa.Column("citizen_hours", sa.BigInteger(), nullable=True),
        sa.Column("professional_hours", sa.BigInteger(), nullable=True),
        sa.Column("other_hours", sa.BigInteger(), nullable=True),
        sa.Column("support", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(length=4000), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column(
            "entered_by_side",
            sa.Enum(
                "citizens", "professionals", name="side", native_enum=False, create_constraint=True, length=40
            ),
            nullable=True,
        ),
        sa.CheckConstraint(
            "citizen_hours IS NULL OR citizen_hours >= 0", name=op.f("ck_activity_citizen_hours_not_negative")
        ),
        sa.CheckConstraint(
            "citizens IS NULL OR citizens >= 0", name=op.f("ck_activity_citizens_not_negative")
        ),
        sa.CheckConstraint(
            "other_hours IS NULL OR other_hours >= 0", name=op.f("ck_activity_other_hours_not_negative")
        ),
        sa.CheckConstraint(
            "professional_hours IS NULL OR professional_hours >= 0",
            name=op.f("ck_activity_professional_hours_not_negative"),
        ),
        sa.CheckConstraint(
            "professionals IS NULL OR professionals >= 0", name=op.f("ck_activity_professionals_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_activity_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "phase_id"],
            ["phase.initiative_id", "phase.id"],
            name=op.f("fk_activity_initiative_id_phase_id_phase"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_activity_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activity_phase_id"), ["phase_id"], unique=False)
        batch_op.create_index("ix_activity_timeline", ["initiative_id", "happened_on", "id"], unique=False)

    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=False),
        sa.Column(
            "lead",
            sa.Enum(
                "citizens",
                "together",
                "professionals",
                "nobody",
                name="lead",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("claimed_on", sa.Date(), nullable=False),
        sa.Column("claimed_by", sa.String(length=160), nullable=False),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_claim_created_by_id_person")),
        sa.ForeignKeyConstraint(
            ["initiative_id", "phase_id"],
            ["phase.initiative_id", "phase.id"],
            name=op.f("fk_claim_initiative_id_phase_id_phase"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_claim_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_initiative_id"), ["initiative_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_phase_id"), ["phase_id"], unique=False)

    op.create_table(
        "cost",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=True),
        sa.Column("spent_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column(
            "currency",
            sa.Enum(
                "CAD",
                "EUR",
                "GBP",
                "SEK",
                "USD",
                name="currency",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "stage",
            sa.Enum(
                "set_up",
                "running",
                "coproduction_support",
                "evaluation",
                "closing",
                name="cost_stage",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "nature",
            sa.Enum(
                "cash",
                "in_kind",
                "volunteer_time",
                name="cost_nature",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("payer", sa.String(length=160), nullable=False),
        sa.Column("is_estimate", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=4000), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_cost_amount_not_negative")),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_cost_created_by_id_person")),
        sa.ForeignKeyConstraint(
            ["initiative_id", "phase_id"],
            ["phase.initiative_id", "phase.id"],
            name=op.f("fk_cost_initiative_id_phase_id_phase"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_cost_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cost")),
    )
    with op.batch_alter_table("cost", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cost_phase_id"), ["phase_id"], unique=False)
        batch_op.create_index("ix_cost_timeline", ["initiative_id", "spent_on", "id"], unique=False)

    op.create_table(
        "observation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("observed_on", sa.Date(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("sd", sa.BigInteger(), nullable=True),
        sa.Column("category", sa.String(length=120), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "submitted",
                "returned",
                "approved",
                name="observation_status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=4000), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.CheckConstraint("n IS NULL OR n >= 0", name=op.f("ck_observation_n_not_negative")),
        sa.CheckConstraint("sd IS NULL OR sd >= 0", name=op.f("ck_observation_sd_not_negative")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_observation_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "indicator_id"],
            ["indicator.initiative_id", "indicator.id"],
            name=op.f("fk_observation_initiative_id_indicator_id_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_observation_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation")),
    )
    with op.batch_alter_table("observation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_observation_initiative_id"), ["initiative_id"], unique=False)
        batch_op.create_index(
            "ix_observation_series", ["indicator_id", "category", "observed_on", "id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("observation", schema=None) as batch_op:
        batch_op.drop_index("ix_observation_series")
        batch_op.drop_index(batch_op.f("ix_observation_initiative_id"))

    op.drop_table("observation")
    with op.batch_alter_table("cost", schema=None) as batch_op:
        batch_op.drop_index("ix_cost_timeline")
        batch_op.drop_index(batch_op.f("ix_cost_phase_id"))

    op.drop_table("cost")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_phase_id"))
        batch_op.drop_index(batch_op.f("ix_claim_initiative_id"))

    op.drop_table("claim")
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.drop_index("ix_activity_timeline")
        batch_op.drop_index(batch_op.f("ix_activity_phase_id"))

    op.drop_table("activity")
    op.drop_table("phase")
    with op.batch_alter_table("partnership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_partnership_organization_id"))

    op.drop_table("partnership")
    op.drop_table("initiative_summary")
    op.drop_table("indicator")
    with op.batch_alter_table("declared_aim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_declared_aim_initiative_id"))

    op.drop_table("declared_aim")
    with op.batch_alter_table("benefit", schema=None) as batch_op:
        batch_op.drop_index("ix_benefit_timeline")

    op.drop_table("benefit")
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_person_id"))

    op.drop_table("member")
    with op.batch_alter_table("initiative", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_initiative_organization_id"))

    op.drop_table("initiative")
    with op.batch_alter_table("sign_in_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_link_person_id"))

    op.drop_table("sign_in_link")
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_person_id"))

    op.drop_table("sign_in")
    op.drop_table("organization")
    op.drop_table("idempotency_key")
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_entry_row")
        batch_op.drop_index(batch_op.f("ix_audit_entry_initiative_id"))

    op.drop_table("audit_entry")
    with op.batch_alter_table("api_token", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_api_token_person_id"))

    op.drop_table("api_token")
    op.drop_table("person")
