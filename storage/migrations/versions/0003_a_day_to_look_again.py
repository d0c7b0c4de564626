"""The day on which somebody wants to look at a case again."""

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    """Step forward."""
    op.add_column("case_file", sa.Column("check_at", sa.DateTime(timezone=True), nullable=True))
    runs = sa.text("check_at IS NOT NULL")
    op.create_index("ix_case_check", "case_file", ["check_at"], sqlite_where=runs, postgresql_where=runs)
