"""Mentorships, their meetings, and what the two set out to do."""

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"

_LOOKED_AT = sa.text("look_at IS NOT NULL")


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "mentorship",
        sa.Column("id", sa.Integer(), nullable=False),
        _word("mentee_id"), _word("mentor_id"), _word("state"), _word("batch"),
        sa.Column("score", sa.Float(), nullable=True),
        _word("reasons"),
        _moment("made_at", nullable=False), _moment("waited_since"),
        _moment("state_at", nullable=False), _moment("look_at"),
        _moment("mentee_signed_at"), _moment("mentor_signed_at"),
        sa.Column("every_days", sa.Integer(), nullable=True),
        _word("channel"), _word("books"),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        _moment("met_at"),
        sa.Column("not_held", sa.Integer(), nullable=False),
        _moment("warned_at"), _moment("kept_at"),
        sa.Column("resumes_on", sa.Date(), nullable=True),
        _word("why"), _word("how_mentee"), _word("how_mentor"), _word("stay_mentee"), _word("stay_mentor"),
        _word("told"),
        sa.ForeignKeyConstraint(["mentee_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["mentor_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index(
        "ix_mentorship_look", "mentorship", ["look_at"], sqlite_where=_LOOKED_AT, postgresql_where=_LOOKED_AT
    )
    op.create_index("ix_mentorship_mentor", "mentorship", ["mentor_id", "id"])
    op.create_index("ix_mentorship_mentee", "mentorship", ["mentee_id", "id"])
    op.create_index("ix_mentorship_batch", "mentorship", ["batch"])
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mentorship_id", sa.Integer(), nullable=False),
        _word("state"), _word("offered"), _moment("starts_at"),
        sa.Column("minutes", sa.Integer(), nullable=False),
        _word("place"), _word("agenda"), _word("takeaway"),
        sa.Column("worth", sa.Integer(), nullable=True),
        _moment("made_at", nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        _word("told"),
        sa.ForeignKeyConstraint(["mentorship_id"], ["mentorship.id"]),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_meeting_mentorship", "meeting", ["mentorship_id", "id"])
    op.create_table(
        "action_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mentorship_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        _word("owner_id"), _word("words"),
        sa.Column("due_on", sa.Date(), nullable=True),
        _word("state"), _word("told"),
        sa.ForeignKeyConstraint(["mentorship_id"], ["mentorship.id"]),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("ix_action_item_mentorship", "action_item", ["mentorship_id", "id"])
    op.create_index("ix_action_item_owner_id", "action_item", ["owner_id"])
