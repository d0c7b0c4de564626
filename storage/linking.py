"""Which complaints belong together: about the same workplace or person, and one that follows another."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, Index, Select, func, insert, select
from sqlmodel import Field, SQLModel

from storage.cases import CASE, Case
from storage.columns import read, table

HOST, PERSON = "host", "person"


class CaseAbout(SQLModel, table=True):
    """What a complaint is about: a host or a person, by a keyed hash of the name, so that nobody reads it here.

    `source` is roster or words. With several master keys there is a row for each, so that older rows still match.
    """

    __tablename__ = "case_about"
    __table_args__ = (Index("ix_case_about_name", "kind", "name_hash"),)
    case_id: int = Field(primary_key=True, foreign_key="case_file.id")
    kind: str = Field(primary_key=True)
    name_hash: str = Field(primary_key=True)
    source: str = "roster"


class CaseLink(SQLModel, table=True):
    """A complaint that follows an earlier one: somebody was treated worse because of it, or it has become worse."""

    __tablename__ = "case_link"
    case_id: int = Field(primary_key=True, foreign_key="case_file.id")
    earlier_id: int = Field(foreign_key="case_file.id", index=True)


CASE_ABOUT, CASE_LINK = table(CaseAbout), table(CaseLink)


def file_under(db: Connection, case_id: int, source: str, names: Collection[tuple[str, str]]) -> None:
    """Write down what a case is about, pairs of kind and hash, in the place of what this source said before."""
    db.execute(CASE_ABOUT.delete().where(CASE_ABOUT.c.case_id == case_id, CASE_ABOUT.c.source == source))
    there = {(row.kind, row.name_hash) for row in db.execute(select(CASE_ABOUT).where(CASE_ABOUT.c.case_id == case_id))}
    new = [
        {"case_id": case_id, "kind": kind, "name_hash": name, "source": source}
        for kind, name in dict.fromkeys(names)
        if (kind, name) not in there
    ]
    if new:
        db.execute(insert(CASE_ABOUT), new)


def is_filed(db: Connection, case_id: int) -> bool:
    """What the roster says of this case was written down."""
    here = (CASE_ABOUT.c.case_id == case_id, CASE_ABOUT.c.source == "roster")
    return db.execute(select(CASE_ABOUT.c.case_id).where(*here).limit(1)).first() is not None


def filed_under(db: Connection, case_ids: Collection[int]) -> dict[int, set[str]]:
    """Of each of these cases the kinds of names it is compared by."""
    found: dict[int, set[str]] = {}
    for row in db.execute(select(CASE_ABOUT).where(CASE_ABOUT.c.case_id.in_(case_ids))):
        found.setdefault(row.case_id, set()).add(row.kind)
    return found


def count_others(db: Connection, case_id: int) -> int:
    """How many other complaints are about the same workplace or person."""
    return db.execute(select(func.count()).select_from(_others(case_id).subquery())).scalar_one()


def others_about(db: Connection, case_id: int, most: int) -> list[tuple[Case, frozenset[str]]]:
    """The other complaints about the same, each with what is the same (host, person), the newest first."""
    same = _others(case_id).order_by(CASE_ABOUT.c.case_id.desc()).limit(most).subquery()
    mine = select(CASE_ABOUT.c.kind, CASE_ABOUT.c.name_hash).where(CASE_ABOUT.c.case_id == case_id).subquery()
    rows = db.execute(
        select(CASE, CASE_ABOUT.c.kind.label("same_kind"))
        .join(same, same.c.case_id == CASE.c.id)
        .join(CASE_ABOUT, CASE_ABOUT.c.case_id == CASE.c.id)
        .join(mine, (mine.c.kind == CASE_ABOUT.c.kind) & (mine.c.name_hash == CASE_ABOUT.c.name_hash))
        .order_by(CASE.c.id.desc())
    ).all()
    kinds: dict[int, set[str]] = {}
    for row in rows:
        kinds.setdefault(row.id, set()).add(row.same_kind)
    found = {row.id: read(Case, {column.name: row._mapping[column] for column in CASE.c}) for row in rows}
    return [(case, frozenset(kinds[case_id])) for case_id, case in found.items()]


def _others(case_id: int) -> Select[tuple[int]]:
    mine = select(CASE_ABOUT.c.kind, CASE_ABOUT.c.name_hash).where(CASE_ABOUT.c.case_id == case_id).subquery()
    return (
        select(CASE_ABOUT.c.case_id)
        .join(mine, (mine.c.kind == CASE_ABOUT.c.kind) & (mine.c.name_hash == CASE_ABOUT.c.name_hash))
        .where(CASE_ABOUT.c.case_id != case_id)
        .distinct()
    )


def link(db: Connection, case_id: int, earlier_id: int) -> bool:
    """One follows the other; False when that was known, or the case follows another."""
    if db.execute(select(CASE_LINK.c.case_id).where(CASE_LINK.c.case_id == case_id)).first() is not None:
        return False
    db.execute(insert(CASE_LINK).values(case_id=case_id, earlier_id=earlier_id))
    return True


def linked_with(db: Connection, case_ids: Iterable[int]) -> list[tuple[int, int]]:
    """The pairs of a case and the earlier one it follows, of which one is among these."""
    ids = list(case_ids)
    rows = db.execute(select(CASE_LINK).where(CASE_LINK.c.case_id.in_(ids) | CASE_LINK.c.earlier_id.in_(ids)))
    return [(row.case_id, row.earlier_id) for row in rows]
