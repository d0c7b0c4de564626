"""Sharing lifts: who wants to, and which two were asked whether they want to know of one another."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, one, read, table
from storage.people import PERSON, PLACEMENT

YES, NO = "yes", "no"


class LiftWish(SQLModel, table=True):
    """She wants to share lifts to the workplace `host`, written as it is compared.

    `area` (a part of town) and `reach` (how the other reaches her) are sealed with her key; `arrive` is `HH:MM`, "" for
    any time.
    """

    __tablename__ = "lift_wish"
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    host: str = Field(index=True)
    area: str
    arrive: str = ""
    reach: str
    wished_at: datetime = Field(sa_type=Moment)


class LiftPair(SQLModel, table=True):
    """Two who would fit, in the order of their ids, and what each of them says: yes, no, or "" for not yet."""

    __tablename__ = "lift_pair"
    first_id: str = Field(primary_key=True, foreign_key="person.id")
    second_id: str = Field(primary_key=True, foreign_key="person.id", index=True)
    first_says: str = ""
    second_says: str = ""
    found_at: datetime = Field(sa_type=Moment)

    def is_of(self, person_id: str) -> bool:
        """This is one of the two."""
        return person_id in (self.first_id, self.second_id)

    def other(self, person_id: str) -> str:
        """The id of the other one."""
        return self.second_id if person_id == self.first_id else self.first_id

    def said(self, person_id: str) -> str:
        """What this one of the two says."""
        return self.first_says if person_id == self.first_id else self.second_says

    @property
    def agreed(self) -> bool:
        """Both have said yes, so each may know who the other is."""
        return self.first_says == self.second_says == YES

    def waits_for(self, person_id: str) -> bool:
        """This one has not answered, and the other has not said no."""
        return not self.said(person_id) and self.said(self.other(person_id)) != NO


LIFT_WISH, LIFT_PAIR = table(LiftWish), table(LiftPair)


def wish_of(db: Connection, person_id: str) -> LiftWish | None:
    """What she wrote down, or None where she is not on the list."""
    return one(LiftWish, db.execute(select(LIFT_WISH).where(LIFT_WISH.c.person_id == person_id)).first())


def put_wish(db: Connection, wish: LiftWish) -> None:
    """Put her on the list, in the place of what she wrote before."""
    db.execute(delete(LIFT_WISH).where(LIFT_WISH.c.person_id == wish.person_id))
    db.execute(insert(LIFT_WISH).values(**wish.model_dump()))


def others_to(db: Connection, host: str, but: str, today: date) -> list[LiftWish]:
    """Who else wants to share lifts to this workplace now: in a placement that is not over, and not stopped."""
    rows = db.execute(
        select(LIFT_WISH)
        .join(PERSON, PERSON.c.id == LIFT_WISH.c.person_id)
        .join(PLACEMENT, PLACEMENT.c.person_id == LIFT_WISH.c.person_id)
        .where(LIFT_WISH.c.host == host, LIFT_WISH.c.person_id != but)
        .where(PERSON.c.stopped_at.is_(None), PERSON.c.consented_at.is_not(None))
        .where(or_(PLACEMENT.c.ends_on.is_(None), PLACEMENT.c.ends_on >= today))
        .order_by(LIFT_WISH.c.wished_at)
    )
    return [read(LiftWish, row._mapping) for row in rows]


def pairs_of(db: Connection, person_id: str) -> list[LiftPair]:
    """The pairs she is one of, the oldest first."""
    rows = db.execute(select(LIFT_PAIR).where(_is_of(person_id)).order_by(LIFT_PAIR.c.found_at, LIFT_PAIR.c.first_id))
    return [read(LiftPair, row._mapping) for row in rows]


def pairs_of_any(db: Connection, ids: Collection[str]) -> list[LiftPair]:
    """The pairs that any of these people is one of, in one query."""
    theirs = or_(LIFT_PAIR.c.first_id.in_(ids), LIFT_PAIR.c.second_id.in_(ids))
    return [read(LiftPair, row._mapping) for row in db.execute(select(LIFT_PAIR).where(theirs))] if ids else []


def add_pairs(db: Connection, pairs: Sequence[LiftPair]) -> None:
    """Write down who would fit whom."""
    if pairs:
        db.execute(insert(LIFT_PAIR), [pair.model_dump() for pair in pairs])


def answer(db: Connection, pair: LiftPair, person_id: str, says: str) -> bool:
    """What one of the two says; True when both have said yes now."""
    column = "first_says" if person_id == pair.first_id else "second_says"
    here = (LIFT_PAIR.c.first_id == pair.first_id, LIFT_PAIR.c.second_id == pair.second_id)
    db.execute(update(LIFT_PAIR).where(*here).values({column: says}))
    return says == pair.said(pair.other(person_id)) == YES


def drop_wish(db: Connection, person_id: str) -> None:
    """Take her off the list; whoever was asked about her and has not agreed with her is not asked any more."""
    db.execute(delete(LIFT_WISH).where(LIFT_WISH.c.person_id == person_id))
    open_still = or_(LIFT_PAIR.c.first_says == "", LIFT_PAIR.c.second_says == "")
    db.execute(delete(LIFT_PAIR).where(_is_of(person_id), open_still))


def drop_ended(db: Connection, today: date) -> None:
    """Delete all of whoever's placement is over."""
    over = select(PLACEMENT.c.person_id).where(PLACEMENT.c.ends_on < today)
    db.execute(delete(LIFT_WISH).where(LIFT_WISH.c.person_id.in_(over)))
    db.execute(delete(LIFT_PAIR).where(or_(LIFT_PAIR.c.first_id.in_(over), LIFT_PAIR.c.second_id.in_(over))))


def _is_of(person_id: str) -> ColumnElement[bool]:
    return or_(LIFT_PAIR.c.first_id == person_id, LIFT_PAIR.c.second_id == person_id)
