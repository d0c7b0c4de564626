"""Who wants to share lifts, and who was asked about whom."""

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "lift_wish",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("arrive", sa.String(), nullable=False),
        sa.Column("reach", sa.String(), nullable=False),
        sa.Column("wished_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("person_id"),
    )
    op.create_index(op.f("ix_lift_wish_host"), "lift_wish", ["host"])
    op.create_table(
        "lift_pair",
        sa.Column("first_id", sa.String(), nullable=False),
        sa.Column("second_id", sa.String(), nullable=False),
        sa.Column("first_says", sa.String(), nullable=False),
        sa.Column("second_says", sa.String(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["second_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("first_id", "second_id"),
    )
    op.create_index(op.f("ix_lift_pair_second_id"), "lift_pair", ["second_id"])
