"""Reminders, absence, contacts, cohorts, deadlines that climb, files and parties of cases, changed answers."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"

# fmt: off


def upgrade() -> None:
    """Step forward."""
    _create_cohort()
    _create_absence()
    _create_contact()
    _create_answer_change()
    _create_attachment()
    _create_case_party()
    _add_to_person_and_placement()
    _add_to_conversation()
    _add_to_case_file()
    _let_follow_ups_be_about_a_case()
    op.add_column("outbox", _moment("good_until", nullable=True))
    op.drop_index("ix_outbox_status", "outbox")
    _partial_index("ix_outbox_sent", "outbox", "sent_at", "status = 'sent'")
    _partial_index("ix_outbox_dead", "outbox", "id", "status = 'dead'")
    _partial_index("ix_outbox_waits", "outbox", "person_id", "status = 'pending' AND not_before IS NOT NULL")
    news = "status = 'pending' AND case_id IS NOT NULL AND person_id != ''"
    _partial_index("ix_outbox_news", "outbox", "created_at", news)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _belongs_to(column: str, parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [parent])


def _create_cohort() -> None:
    op.create_table(
        "cohort",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        _moment("asked_at", nullable=True),
        _moment("confirmed_at", nullable=True),
        sa.Column("confirmed_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    # A cohort that has had check-ins before is not new.
    op.execute(
        "INSERT INTO cohort (name, confirmed_at, confirmed_by) "
        "SELECT placement.cohort, min(conversation.opened_at), 'placemate' FROM placement "
        "JOIN conversation ON conversation.person_id = placement.person_id AND conversation.flow = 'checkin' "
        "WHERE placement.cohort != '' GROUP BY placement.cohort"
    )
    op.execute(
        "INSERT INTO cohort (name, confirmed_by) SELECT DISTINCT cohort, '' FROM placement "
        "WHERE cohort != '' AND cohort NOT IN (SELECT name FROM cohort)"
    )
    op.create_index("ix_placement_cohort", "placement", ["cohort", "next_checkin_at"])


def _create_absence() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        _moment("noted_at"),
        _belongs_to("person_id", "person.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_absence_person_id"), "absence", ["person_id"])


def _create_contact() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        _moment("at"),
        sa.Column("what", sa.String(), nullable=False),
        _belongs_to("person_id", "person.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_contact_at"), "contact", ["at"])
    op.create_index("ix_contact_of_person", "contact", ["person_id", "at"])


def _create_answer_change() -> None:
    op.create_table(
        "answer_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        _moment("at"),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        _belongs_to("conversation_id", "conversation.id"),
        _belongs_to("person_id", "person.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_answer_change_conversation_id"), "answer_change", ["conversation_id"])
    op.create_index(op.f("ix_answer_change_person_id"), "answer_change", ["person_id"])


def _create_attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.String(), nullable=False),
        _moment("at"),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("platform", "ref", "kind", "album", "media_type")),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("failure", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _moment("fetch_at", nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        _belongs_to("case_id", "case_file.id"),
        _belongs_to("person_id", "person.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_attachment_case_id"), "attachment", ["case_id"])
    op.create_index(op.f("ix_attachment_person_id"), "attachment", ["person_id"])
    _partial_index("ix_attachment_to_fetch", "attachment", "fetch_at", "state = 'waiting'")


def _create_case_party() -> None:
    op.create_table(
        "case_party",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        _moment("since"),
        sa.Column("source", sa.String(), nullable=False),
        _belongs_to("case_id", "case_file.id"),
        _belongs_to("person_id", "person.id"),
        sa.PrimaryKeyConstraint("case_id", "person_id"),
    )
    op.create_index(op.f("ix_case_party_person_id"), "case_party", ["person_id"])


def _add_to_person_and_placement() -> None:
    op.add_column("person", _moment("urgent_at", nullable=True))
    op.add_column("person", sa.Column("held_case_id", sa.Integer(), nullable=True))
    op.add_column("person", _moment("held_until", nullable=True))
    _partial_index("ix_person_held", "person", "held_until", "held_until IS NOT NULL")
    op.add_column("placement", sa.Column("missed", sa.Integer(), nullable=False, server_default="0"))


def _add_to_conversation() -> None:
    op.add_column("conversation", sa.Column("prompted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("conversation", _moment("remind_at", nullable=True))
    op.add_column("conversation", sa.Column("reminders", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("conversation", sa.Column("waits_for", sa.Integer(), nullable=True))
    _partial_index("ix_conversation_reminder", "conversation", "remind_at", "remind_at IS NOT NULL")


def _add_to_case_file() -> None:
    op.add_column("case_file", _moment("climb_at", nullable=True))
    op.add_column("case_file", sa.Column("climbed", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("case_file", _moment("acted_at", nullable=True))
    op.add_column("case_file", _moment("undelivered_at", nullable=True))
    _partial_index("ix_case_climbing", "case_file", "climb_at", "climb_at IS NOT NULL")
    # What waits for a person since before this release climbs from its deadline on.
    op.execute(
        "UPDATE case_file SET climb_at = deadline_at, acted_at = taken_at WHERE state IN ('open', 'reopened', 'taken')"
    )


def _let_follow_ups_be_about_a_case() -> None:
    op.create_table(
        "follow_up_new",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("flow", sa.String(), nullable=False),
        sa.Column("about", sa.Integer(), nullable=False),
        _moment("due_at"),
        _belongs_to("person_id", "person.id"),
        sa.PrimaryKeyConstraint("person_id", "flow", "about"),
    )
    op.execute(
        "INSERT INTO follow_up_new (person_id, flow, about, due_at) SELECT person_id, flow, 0, due_at FROM follow_up"
    )
    op.drop_table("follow_up")
    op.rename_table("follow_up_new", "follow_up")
    op.create_index(op.f("ix_follow_up_due_at"), "follow_up", ["due_at"])


def _partial_index(name: str, table: str, column: str, where: str) -> None:
    op.create_index(name, table, [column], sqlite_where=sa.text(where), postgresql_where=sa.text(where))
