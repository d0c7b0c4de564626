"""An index of those who asked to be forgotten and of whom an open case is still kept."""

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"


def upgrade() -> None:
    """Step forward."""
    kept = sa.text("forgotten_at IS NOT NULL AND data_key IS NOT NULL")
    op.create_index(
        "ix_person_half_forgotten", "person", ["forgotten_at"], sqlite_where=kept, postgresql_where=kept
    )  # fmt: skip
