"""Why a batch of matches held nobody for somebody who waits."""

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"


def upgrade() -> None:
    """Step forward."""
    for column in ("left_in", "left_why"):
        op.add_column("mentoring_profile", sa.Column(column, sa.String(), nullable=False, server_default=sa.text("''")))
    op.create_index("ix_mentoring_profile_left", "mentoring_profile", ["left_in"])
