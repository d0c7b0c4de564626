"""What a student allows in a case: who may know, whether her workplace may be contacted, how she is reached."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, one, read, table


class CaseSharing(SQLModel, table=True):
    """Her answers to SHARE, as the ids of `flows.sharing`, "" where she skipped: then the most careful one counts.

    `guess` is whether it is all right that people in a small team may guess who it is. `unsafe`, her words about when
    or where she must not be contacted, is sealed with her key.
    """

    __tablename__ = "case_sharing"
    case_id: int = Field(primary_key=True, foreign_key="case_file.id")
    who: str = ""
    work: str = ""
    guess: str = ""
    how: str = ""
    unsafe: str = ""
    since: datetime = Field(sa_type=Moment)


CASE_SHARING = table(CaseSharing)


def sharing_of(db: Connection, case_id: int) -> CaseSharing | None:
    """What she allowed in a case; None where she was not asked."""
    return one(CaseSharing, db.execute(select(CASE_SHARING).where(CASE_SHARING.c.case_id == case_id)).first())


def sharing_in(db: Connection, case_ids: Collection[int]) -> dict[int, CaseSharing]:
    """What she allowed in each of these cases in which she was asked."""
    rows = db.execute(select(CASE_SHARING).where(CASE_SHARING.c.case_id.in_(case_ids)))
    return {row.case_id: read(CaseSharing, row._mapping) for row in rows}


def keep_sharing(db: Connection, sharing: CaseSharing, *, known: bool) -> None:
    """Write down what she allows; `known`: in the place of what she allowed before."""
    values = sharing.model_dump()
    if known:
        db.execute(update(CASE_SHARING).where(CASE_SHARING.c.case_id == sharing.case_id).values(**values))
    else:
        db.execute(insert(CASE_SHARING).values(**values))
