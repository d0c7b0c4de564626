"""What belongs to a goal besides its sentence, and its earlier versions."""

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"


def upgrade() -> None:
    """Step forward."""
    op.add_column("goal", sa.Column("due_on", sa.Date(), nullable=True))
    for name in ("seen", "competence", "obstacle", "plan", "step"):
        op.add_column("goal", sa.Column(name, sa.String(), nullable=False, server_default=sa.text("''")))
    op.create_table(
        "goal_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_goal_version_person_id", "goal_version", ["person_id"])
