"""A case's changes are found by what was done: an emergency that nobody takes gathers hundreds of calls."""

from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"


def upgrade() -> None:
    """Step forward."""
    op.drop_index("ix_case_change_case_id", "case_change")
    op.create_index("ix_case_change_of_kind", "case_change", ["case_id", "what"])
