"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None

# fmt: off

def upgrade() -> None:
    """Create every table."""
    _create_browser_clock()
    _create_browser_post()
    _create_outbox()
    _create_person()
    _create_posted_message()
    _create_rejected_event()
    _create_script()
    _create_seen_event()
    _create_account()
    _create_case_file()
    _create_consent()
    _create_conversation()
    _create_follow_up()
    _create_goal()
    _create_invitation()
    _create_placement()
    _create_case_change()
    _create_case_line()


def _create_browser_clock() -> None:
    op.create_table(
        "browser_clock",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("ahead_seconds", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _create_browser_post() -> None:
    op.create_table(
        "browser_post",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("chat", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False), sa.Column("author", sa.String(), nullable=False),
        sa.Column("thread", sa.Integer(), nullable=True), sa.Column("packed", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False), sa.Column("media", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False), sa.Column("failed", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False), sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_browser_post_chat", "browser_post", ["chat", "place", "id"], unique=False)
    op.create_index("ix_browser_post_event_id", "browser_post", ["event_id"], unique=False)
    op.create_index("ix_browser_post_revision", "browser_post", ["revision"], unique=False)


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("lane", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False), sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False), sa.Column("packed", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False), sa.Column("key", sa.String(), nullable=False),
        sa.Column("edits", sa.String(), nullable=False), sa.Column("edits_key", sa.String(), nullable=False),
        sa.Column("thread_key", sa.String(), nullable=False), sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.String(), nullable=False), sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_outbox_pending", "outbox", ["lane", "priority", "id"], unique=False,
        sqlite_where=sa.text("status = 'pending'"),
        postgresql_where=sa.text("status = 'pending'"))
    op.create_index("ix_outbox_status", "outbox", ["status", "id"], unique=False)


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.String(), nullable=False), sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False), sa.Column("email", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False), sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=False), sa.Column("data_key", sa.String(), nullable=True),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("imported", sa.String(), nullable=False), sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_person_email", "person", ["email"], unique=False)
    op.create_index("ix_person_slack_id", "person", ["slack_id"], unique=False)


def _create_posted_message() -> None:
    op.create_table(
        "posted_message",
        sa.Column("key", sa.String(), nullable=False), sa.Column("lane", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False), sa.PrimaryKeyConstraint("key", "lane"),
    )


def _create_rejected_event() -> None:
    op.create_table(
        "rejected_event",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("platform", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False), sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False), sa.PrimaryKeyConstraint("id"),
    )


def _create_script() -> None:
    op.create_table(
        "script",
        sa.Column("revision", sa.String(), nullable=False), sa.Column("flow", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("recalled_at", sa.DateTime(timezone=True), nullable=True), sa.PrimaryKeyConstraint("revision"),
    )
    op.create_index("ix_script_flow", "script", ["flow"], unique=False)


def _create_seen_event() -> None:
    op.create_table(
        "seen_event",
        sa.Column("platform", sa.String(), nullable=False), sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("platform", "event_id"),
    )
    op.create_index("ix_seen_event_seen_at", "seen_event", ["seen_at"], unique=False)


def _create_account() -> None:
    op.create_table(
        "account",
        sa.Column("platform", sa.String(), nullable=False), sa.Column("user", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False), sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("unreachable_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ), sa.PrimaryKeyConstraint("platform", "user"),
    )
    op.create_index("ix_account_person_id", "account", ["person_id"], unique=False)


def _create_case_file() -> None:
    op.create_table(
        "case_file",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("number", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False), sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False), sa.Column("topic", sa.String(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False), sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False), sa.Column("source", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False), sa.Column("assignee_id", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deadline_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("page_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paged", sa.Integer(), nullable=False), sa.ForeignKeyConstraint(["person_id"], ["person.id"], ),
        sa.PrimaryKeyConstraint("id"), sa.UniqueConstraint("number"),
    )
    op.create_index("ix_case_of_person", "case_file", ["person_id", "topic"], unique=False)
    op.create_index("ix_case_paging", "case_file", ["page_at"], unique=False,
        sqlite_where=sa.text("page_at IS NOT NULL"),
        postgresql_where=sa.text("page_at IS NOT NULL"))
    op.create_index("ix_case_serial", "case_file", ["year", "serial"], unique=True)
    op.create_index("ix_case_unresolved", "case_file", ["deadline_at"], unique=False,
        sqlite_where=sa.text("state != 'resolved'"),
        postgresql_where=sa.text("state != 'resolved'"))


def _create_consent() -> None:
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False), sa.Column("language", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ), sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_consent_person_id", "consent", ["person_id"], unique=False)


def _create_conversation() -> None:
    op.create_table(
        "conversation",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("flow", sa.String(), nullable=False), sa.Column("revision", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False), sa.Column("status", sa.String(), nullable=False),
        sa.Column("answers", sa.String(), nullable=False), sa.Column("progress", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ),
        sa.ForeignKeyConstraint(["revision"], ["script.revision"], ), sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_conversation_expiry", "conversation", ["expires_at"], unique=False,
        sqlite_where=sa.text("status IN ('open', 'waiting')"),
        postgresql_where=sa.text("status IN ('open', 'waiting')"))
    op.create_index("ix_conversation_of_person", "conversation", ["person_id", "flow", "id"], unique=False)


def _create_follow_up() -> None:
    op.create_table(
        "follow_up",
        sa.Column("person_id", sa.String(), nullable=False), sa.Column("flow", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ), sa.PrimaryKeyConstraint("person_id", "flow"),
    )
    op.create_index("ix_follow_up_due_at", "follow_up", ["due_at"], unique=False)


def _create_goal() -> None:
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False), sa.Column("state", sa.String(), nullable=False),
        sa.Column("behind", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ), sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_goal_person_id", "goal", ["person_id"], unique=False)


def _create_invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("token_hash", sa.String(), nullable=False), sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ), sa.PrimaryKeyConstraint("token_hash"),
    )
    op.create_index("ix_invitation_person_id", "invitation", ["person_id"], unique=False)


def _create_placement() -> None:
    op.create_table(
        "placement",
        sa.Column("person_id", sa.String(), nullable=False), sa.Column("host", sa.String(), nullable=False),
        sa.Column("supervisor", sa.String(), nullable=False), sa.Column("role", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False), sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True), sa.Column("coordinator_id", sa.String(), nullable=False),
        sa.Column("mentor_id", sa.String(), nullable=False), sa.Column("cohort", sa.String(), nullable=False),
        sa.Column("hours_per_week", sa.Float(), nullable=True), sa.Column("remote", sa.Boolean(), nullable=False),
        sa.Column("home_country", sa.String(), nullable=False),
        sa.Column("rhythm_days", sa.Integer(), nullable=False), sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("hour", sa.String(), nullable=False),
        sa.Column("next_checkin_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ask_again_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ), sa.PrimaryKeyConstraint("person_id"),
    )
    op.create_index("ix_placement_ask_again_at", "placement", ["ask_again_at"], unique=False)
    op.create_index("ix_placement_ends_on", "placement", ["ends_on"], unique=False)
    op.create_index("ix_placement_next_checkin_at", "placement", ["next_checkin_at"], unique=False)
    op.create_index("ix_placement_requested_at", "placement", ["requested_at"], unique=False)


def _create_case_change() -> None:
    op.create_table(
        "case_change",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False), sa.Column("who", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False), sa.Column("detail", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], ), sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_case_change_case_id", "case_change", ["case_id"], unique=False)


def _create_case_line() -> None:
    op.create_table(
        "case_line",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False), sa.Column("kind", sa.String(), nullable=False),
        sa.Column("author_id", sa.String(), nullable=False), sa.Column("source", sa.String(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False), sa.Column("marks", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False), sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_case_line_case_id", "case_line", ["case_id"], unique=False)
