"""people, invitations, ratings, learning and evidence"""

import sqlalchemy as sa
from alembic import op

revision = "7d41b0c95e12"
down_revision = "20298a2c22c6"
branch_labels = None
depends_on = None

TOKEN_SCOPE = sa.Enum(
    "read", "write", name="token_scope", native_enum=False, create_constraint=True, length=40
)
LINK_PURPOSE = sa.Enum(
    "sign_in", "password", "set_up", name="link_purpose", native_enum=False, create_constraint=True, length=40
)


def upgrade() -> None:
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("origin_hash", sa.String(length=64), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.create_index("ix_attempt_origin", ["origin_hash", "happened_at"], unique=False)

    op.create_table(
        "external_identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issuer", sa.String(length=300), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_external_identity_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_external_identity_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_external_identity")),
        sa.UniqueConstraint("issuer", "subject", name=op.f("uq_external_identity_issuer_subject")),
    )
    with op.batch_alter_table("external_identity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_external_identity_person_id"), ["person_id"], unique=False)

    op.create_table(
        "hourly_rate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
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
        sa.Column("lower", sa.BigInteger(), nullable=False),
        sa.Column("higher", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=1000), nullable=False),
        sa.CheckConstraint("lower >= 0 AND higher >= lower", name=op.f("ck_hourly_rate_lower_to_higher")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_hourly_rate_created_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hourly_rate")),
        sa.UniqueConstraint("country", "starts_on", name=op.f("uq_hourly_rate_country_starts_on")),
    )
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
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
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_invitation_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_invitation_organization_id_organization")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_organization_id"), ["organization_id"], unique=False)

    op.create_table(
        "evidence_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column(
            "entry_kind",
            sa.Enum(
                "activity",
                "cost",
                "benefit",
                "observation",
                "proposal",
                "obstacle",
                "incident",
                "story",
                "claim",
                name="entry_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("media_type", sa.String(length=120), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_evidence_file_size_positive")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_evidence_file_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_evidence_file_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_file")),
    )
    with op.batch_alter_table("evidence_file", schema=None) as batch_op:
        batch_op.create_index(
            "ix_evidence_file_entry", ["initiative_id", "entry_kind", "entry_id"], unique=False
        )

    op.create_table(
        "partner_invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
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
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("declined_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "accepted_at IS NULL OR declined_at IS NULL", name=op.f("ck_partner_invitation_one_answer")
        ),
        sa.CheckConstraint(
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on",
            name=op.f("ck_partner_invitation_dates_in_order"),
        ),
        sa.CheckConstraint(
            "grant_amount IS NULL OR grant_amount >= 0", name=op.f("ck_partner_invitation_grant_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_partner_invitation_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_partner_invitation_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_partner_invitation_token_hash")),
    )
    with op.batch_alter_table("partner_invitation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_partner_invitation_initiative_id"), ["initiative_id"], unique=False
        )

    op.create_table(
        "incident",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("answered_by", sa.String(length=160), nullable=False),
        sa.Column("decision", sa.String(length=4000), nullable=False),
        sa.Column("learning", sa.String(length=4000), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.CheckConstraint("told_on IS NULL OR told_on >= happened_on", name=op.f("ck_incident_told_after")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_incident_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "phase_id"],
            ["phase.initiative_id", "phase.id"],
            name=op.f("fk_incident_initiative_id_phase_id_phase"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_incident_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
    )
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incident_phase_id"), ["phase_id"], unique=False)
        batch_op.create_index("ix_incident_timeline", ["initiative_id", "happened_on", "id"], unique=False)

    op.create_table(
        "obstacle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=True),
        sa.Column("noticed_on", sa.Date(), nullable=False),
        sa.Column(
            "influence",
            sa.Enum(
                "obstacle", "enabler", name="influence", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "money",
                "time",
                "skills",
                "trust",
                "power",
                "culture",
                "red_tape",
                "contract",
                "policy",
                "access",
                "fatigue",
                "conflict",
                "turnover",
                "other",
                name="influence_kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("resolved_on", sa.Date(), nullable=True),
        sa.Column("resolution", sa.String(length=4000), nullable=False),
        sa.CheckConstraint(
            "resolved_on IS NULL OR resolved_on >= noticed_on", name=op.f("ck_obstacle_resolved_after")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_obstacle_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "phase_id"],
            ["phase.initiative_id", "phase.id"],
            name=op.f("fk_obstacle_initiative_id_phase_id_phase"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_obstacle_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obstacle")),
    )
    with op.batch_alter_table("obstacle", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_obstacle_phase_id"), ["phase_id"], unique=False)
        batch_op.create_index("ix_obstacle_timeline", ["initiative_id", "noticed_on", "id"], unique=False)

    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column(
            "side",
            sa.Enum(
                "citizens", "professionals", name="side", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "open",
                "adopted",
                "partly",
                "not_adopted",
                name="proposal_answer",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=4000), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(answer = 'open') = (answered_on IS NULL)", name=op.f("ck_proposal_answered_on_a_day")
        ),
        sa.CheckConstraint(
            "answered_on IS NULL OR answered_on >= made_on", name=op.f("ck_proposal_answered_after")
        ),
        sa.CheckConstraint("told_on IS NULL OR told_on >= made_on", name=op.f("ck_proposal_told_after")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_proposal_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "phase_id"],
            ["phase.initiative_id", "phase.id"],
            name=op.f("fk_proposal_initiative_id_phase_id_phase"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_proposal_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_phase_id"), ["phase_id"], unique=False)
        batch_op.create_index("ix_proposal_timeline", ["initiative_id", "made_on", "id"], unique=False)

    op.create_table(
        "rating_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=False),
        sa.Column(
            "side",
            sa.Enum(
                "citizens", "professionals", name="side", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_rating_link_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "phase_id"],
            ["phase.initiative_id", "phase.id"],
            name=op.f("fk_rating_link_initiative_id_phase_id_phase"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_rating_link_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_link")),
        sa.UniqueConstraint("initiative_id", "id", name=op.f("uq_rating_link_initiative_id_id")),
    )
    with op.batch_alter_table("rating_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rating_link_initiative_id"), ["initiative_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rating_link_phase_id"), ["phase_id"], unique=False)

    op.create_table(
        "story",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=True),
        sa.Column("indicator_id", sa.Integer(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column(
            "side",
            sa.Enum(
                "citizens", "professionals", name="side", native_enum=False, create_constraint=True, length=40
            ),
            nullable=True,
        ),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column(
            "consent",
            sa.Enum(
                "not_needed",
                "inside",
                "public",
                "withdrawn",
                name="consent",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "strength",
            sa.Enum(
                "one_voice",
                "several_voices",
                "documented",
                name="story_strength",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_story_created_by_id_person")),
        sa.ForeignKeyConstraint(
            ["initiative_id", "indicator_id"],
            ["indicator.initiative_id", "indicator.id"],
            name=op.f("fk_story_initiative_id_indicator_id_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "phase_id"],
            ["phase.initiative_id", "phase.id"],
            name=op.f("fk_story_initiative_id_phase_id_phase"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_story_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
    )
    with op.batch_alter_table("story", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_story_indicator_id"), ["indicator_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_story_phase_id"), ["phase_id"], unique=False)
        batch_op.create_index("ix_story_timeline", ["initiative_id", "told_on", "id"], unique=False)

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
    op.create_table(
        "view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("phase_id", sa.Integer(), nullable=False),
        sa.Column("rating_link_id", sa.Integer(), nullable=True),
        sa.Column(
            "side",
            sa.Enum(
                "citizens", "professionals", name="side", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=False),
        sa.CheckConstraint("rating >= 1 AND rating <= 5", name=op.f("ck_view_rating_on_the_scale")),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_view_created_by_id_person")),
        sa.ForeignKeyConstraint(
            ["initiative_id", "phase_id"],
            ["phase.initiative_id", "phase.id"],
            name=op.f("fk_view_initiative_id_phase_id_phase"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id", "rating_link_id"],
            ["rating_link.initiative_id", "rating_link.id"],
            name=op.f("fk_view_initiative_id_rating_link_id_rating_link"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiative.id"], name=op.f("fk_view_initiative_id_initiative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_view")),
    )
    with op.batch_alter_table("view", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_view_initiative_id"), ["initiative_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_view_phase_id"), ["phase_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_view_rating_link_id"), ["rating_link_id"], unique=False)

    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_origin"))

    op.drop_table("sign_in_attempt")
    with op.batch_alter_table("api_token", schema=None) as batch_op:
        batch_op.add_column(sa.Column("scope", TOKEN_SCOPE, nullable=False, server_default="write"))
        batch_op.add_column(sa.Column("last_used_on", sa.Date(), nullable=True))

    # Not in a batch, which would make the table anew without the triggers that keep it.
    op.add_column("audit_entry", sa.Column("organization_id", sa.Integer(), nullable=True))
    op.drop_index("ix_audit_entry_initiative_id", "audit_entry")
    op.create_index("ix_audit_entry_initiative", "audit_entry", ["initiative_id", "id"])
    op.create_index("ix_audit_entry_organization", "audit_entry", ["organization_id", "id"])
    op.add_column("partnership", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "person", sa.Column("wants_digest", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("person", sa.Column("digest_sent_on", sa.Date(), nullable=True))
    # Sessions and links last for hours: everybody signs in again.
    op.drop_table("sign_in")
    op.drop_table("sign_in_link")
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_sign_in_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in"),
        sa.UniqueConstraint("token_hash", name="uq_sign_in_token_hash"),
    )
    op.create_index("ix_sign_in_person_id", "sign_in", ["person_id"])
    op.create_table(
        "sign_in_link",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", LINK_PURPOSE, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(purpose = 'set_up') = (person_id IS NULL)",
            name=op.f("ck_sign_in_link_person_unless_set_up"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_sign_in_link_person_id_person"),
        sa.PrimaryKeyConstraint("token_hash", name="pk_sign_in_link"),
    )
    op.create_index("ix_sign_in_link_person_id", "sign_in_link", ["person_id"])


def downgrade() -> None:
    op.drop_table("sign_in_link")
    op.drop_table("sign_in")
    op.create_table(
        "sign_in",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_sign_in_person_id_person"),
        sa.PrimaryKeyConstraint("token_hash", name="pk_sign_in"),
    )
    op.create_index("ix_sign_in_person_id", "sign_in", ["person_id"])
    op.create_table(
        "sign_in_link",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_sign_in_link_person_id_person"),
        sa.PrimaryKeyConstraint("token_hash", name="pk_sign_in_link"),
    )
    op.create_index("ix_sign_in_link_person_id", "sign_in_link", ["person_id"])
    op.drop_column("person", "digest_sent_on")
    op.drop_column("person", "wants_digest")
    op.drop_column("partnership", "ended_at")
    op.drop_index("ix_audit_entry_organization", "audit_entry")
    op.drop_index("ix_audit_entry_initiative", "audit_entry")
    op.create_index("ix_audit_entry_initiative_id", "audit_entry", ["initiative_id"])
    op.drop_column("audit_entry", "organization_id")
    with op.batch_alter_table("api_token", schema=None) as batch_op:
        batch_op.drop_column("last_used_on")
        batch_op.drop_constraint(op.f("ck_api_token_token_scope"), type_="check")
        batch_op.drop_column("scope")

    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("origin_hash", sa.String(length=64), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sign_in_attempt_origin"), ["origin_hash", "happened_at"], unique=False
        )

    with op.batch_alter_table("view", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_view_rating_link_id"))
        batch_op.drop_index(batch_op.f("ix_view_phase_id"))
        batch_op.drop_index(batch_op.f("ix_view_initiative_id"))

    op.drop_table("view")
    op.drop_table("rated_today")
    with op.batch_alter_table("story", schema=None) as batch_op:
        batch_op.drop_index("ix_story_timeline")
        batch_op.drop_index(batch_op.f("ix_story_phase_id"))
        batch_op.drop_index(batch_op.f("ix_story_indicator_id"))

    op.drop_table("story")
    with op.batch_alter_table("rating_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rating_link_phase_id"))
        batch_op.drop_index(batch_op.f("ix_rating_link_initiative_id"))

    op.drop_table("rating_link")
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_index("ix_proposal_timeline")
        batch_op.drop_index(batch_op.f("ix_proposal_phase_id"))

    op.drop_table("proposal")
    with op.batch_alter_table("obstacle", schema=None) as batch_op:
        batch_op.drop_index("ix_obstacle_timeline")
        batch_op.drop_index(batch_op.f("ix_obstacle_phase_id"))

    op.drop_table("obstacle")
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.drop_index("ix_incident_timeline")
        batch_op.drop_index(batch_op.f("ix_incident_phase_id"))

    op.drop_table("incident")
    with op.batch_alter_table("partner_invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_partner_invitation_initiative_id"))

    op.drop_table("partner_invitation")
    with op.batch_alter_table("evidence_file", schema=None) as batch_op:
        batch_op.drop_index("ix_evidence_file_entry")

    op.drop_table("evidence_file")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_organization_id"))

    op.drop_table("invitation")
    op.drop_table("hourly_rate")
    with op.batch_alter_table("external_identity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_external_identity_person_id"))

    op.drop_table("external_identity")
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.drop_index("ix_attempt_origin")

    op.drop_table("attempt")
