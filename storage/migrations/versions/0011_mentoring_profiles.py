"""What mentors offer and mentees look for."""

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"

_LISTS = ("topics", "skills", "languages", "availability", "prefers", "apart_from")
_WORDS = ("field", "style", "gender", "employer", "country")
_WAITING = sa.text("waiting_since IS NOT NULL")


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "mentoring_profile",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in _WORDS),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in _LISTS),
        sa.Column("opted_out", sa.Boolean(), nullable=False),
        sa.Column("most_hours_apart", sa.Float(), nullable=True),
        sa.Column("waiting_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("person_id"),
    )
    op.create_index(
        "ix_mentoring_profile_waiting", "mentoring_profile", ["waiting_since"],
        sqlite_where=_WAITING, postgresql_where=_WAITING,
    )  # fmt: skip
