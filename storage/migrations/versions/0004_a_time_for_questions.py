"""The fixed time for questions that a student is reminded of."""

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    """Step forward."""
    op.add_column("placement", sa.Column("question_weekday", sa.Integer(), nullable=True))
    op.add_column("placement", sa.Column("question_clock", sa.String(), nullable=True))
