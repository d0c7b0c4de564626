"""Who takes part: people, their placements, the accounts they write from, and the invitations that link them."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Connection, Index, Row, and_, bindparam, delete, func, insert, select, text, update
from sqlmodel import Field, SQLModel

from storage.columns import Moment, among, one, read, table

_HELD = text("held_until IS NOT NULL")
_HALF_FORGOTTEN = text("forgotten_at IS NOT NULL AND data_key IS NOT NULL")


class Person(SQLModel, table=True):
    """Somebody in the roster. `id` is the institution's own id.

    `data_key` wraps the key all her words are sealed with; without it they can never be read again. `urgent_at` is when
    she last reported something urgent: nothing routine is sent soon after. While `held_until` lies ahead a person talks
    with her in the case `held_case_id`, and the bot is silent.
    """

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_held", "held_until", sqlite_where=_HELD, postgresql_where=_HELD),
        Index(
            "ix_person_half_forgotten", "forgotten_at", sqlite_where=_HALF_FORGOTTEN, postgresql_where=_HALF_FORGOTTEN
        ),
    )  # fmt: skip
    id: str = Field(primary_key=True)
    name: str
    role: str
    email: str = Field(default="", index=True)
    language: str = "en"
    timezone: str = ""
    slack_id: str = Field(default="", index=True)
    data_key: str | None = None
    consented_at: datetime | None = Field(default=None, sa_type=Moment)
    paused_until: date | None = None
    stopped_at: datetime | None = Field(default=None, sa_type=Moment)
    forgotten_at: datetime | None = Field(default=None, sa_type=Moment)
    urgent_at: datetime | None = Field(default=None, sa_type=Moment)
    held_case_id: int | None = None
    held_until: datetime | None = Field(default=None, sa_type=Moment)
    imported: str = ""


class Placement(SQLModel, table=True):
    """One student's time with one host.

    `next_checkin_at` and `ask_again_at` ("later") are what the clock looks at; `requested_at` is when somebody asked
    for a check-in now, which is sent at any hour. `missed` counts the check-ins in a row that she has not answered.
    `question_weekday` (0 is Monday) and `question_clock` (HH:MM) are her fixed time for questions at work.
    """

    __tablename__ = "placement"
    __table_args__ = (Index("ix_placement_cohort", "cohort", "next_checkin_at"),)
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    host: str = ""
    supervisor: str = ""
    role: str = ""
    country: str = ""
    starts_on: date | None = None
    ends_on: date | None = Field(default=None, index=True)
    coordinator_id: str = ""
    mentor_id: str = ""
    cohort: str = ""
    hours_per_week: float | None = None
    remote: bool = False
    home_country: str = ""
    rhythm_days: int = 14
    weekday: int = 3
    hour: str = "15:00"
    next_checkin_at: datetime | None = Field(default=None, sa_type=Moment, index=True)
    ask_again_at: datetime | None = Field(default=None, sa_type=Moment, index=True)
    requested_at: datetime | None = Field(default=None, sa_type=Moment, index=True)
    question_weekday: int | None = None
    question_clock: str | None = None
    missed: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class Account(SQLModel, table=True):
    """One platform account of a person; `seen_at` is when she last wrote from it."""

    __tablename__ = "account"
    platform: str = Field(primary_key=True)
    user: str = Field(primary_key=True)
    chat: str
    person_id: str = Field(foreign_key="person.id", index=True)
    seen_at: datetime = Field(sa_type=Moment)
    unreachable_at: datetime | None = Field(default=None, sa_type=Moment)


class Invitation(SQLModel, table=True):
    """A one-time token, stored as its SHA-256 so that a copy of the database cannot be used to link an account."""

    __tablename__ = "invitation"
    token_hash: str = Field(primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    expires_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)


PERSON, PLACEMENT, ACCOUNT, INVITATION = table(Person), table(Placement), table(Account), table(Invitation)

_WHO_WRITES = (
    select(PERSON, ACCOUNT.c.chat.label("account_chat"), ACCOUNT.c.unreachable_at.label("account_unreachable_at"),
           ACCOUNT.c.seen_at.label("account_seen_at"), PLACEMENT.c.missed.label("placement_missed"))
    .join(ACCOUNT, ACCOUNT.c.person_id == PERSON.c.id)
    .outerjoin(PLACEMENT, PLACEMENT.c.person_id == PERSON.c.id)
    .where(ACCOUNT.c.platform == bindparam("on"), ACCOUNT.c.user == bindparam("who"))
)  # fmt: skip
_FIND_PERSON = select(PERSON).where(PERSON.c.id == bindparam("which"))
_FIND_PEOPLE = select(PERSON).where(PERSON.c.id.in_(bindparam("which", expanding=True)))
_PLACEMENT_OF = select(PLACEMENT).where(PLACEMENT.c.person_id == bindparam("whose"))


def who_writes(db: Connection, platform: str, user: str) -> Row[tuple[object, ...]] | None:
    """The person behind an account, or None.

    With `account_chat`, `account_seen_at`, `account_unreachable_at`, and `placement_missed`, None without a placement.
    """
    return db.execute(_WHO_WRITES, {"on": platform, "who": user}).first()


def person_of(row: Row[tuple[object, ...]]) -> Person:
    """The person in a row of `who_writes`."""
    return read(Person, {name: row._mapping[name] for name in PERSON.c.keys()})  # noqa: SIM118 - not a dict


def find_person(db: Connection, person_id: str) -> Person | None:
    """The person with this roster id, or None."""
    return one(Person, db.execute(_FIND_PERSON, {"which": person_id}).first())


def find_people(db: Connection, ids: set[str]) -> dict[str, Person]:
    """The people with these roster ids, by id, in one query."""
    rows = db.execute(_FIND_PEOPLE, {"which": list(ids)})
    return {row.id: read(Person, row._mapping) for row in rows}


def any_data_key(db: Connection) -> str | None:
    """Somebody's wrapped key, to try the master key on; None while nobody has one."""
    key: str | None = db.execute(select(PERSON.c.data_key).where(PERSON.c.data_key.is_not(None)).limit(1)).scalar()
    return key


def people_with_role(db: Connection, *roles: str) -> list[Person]:
    """Everybody with one of these roles, in the order of their ids."""
    rows = db.execute(select(PERSON).where(PERSON.c.role.in_(roles)).order_by(PERSON.c.id))
    return [read(Person, row._mapping) for row in rows]


def find_by_slack(db: Connection, slack_id: str, email: str) -> Person | None:
    """The person the roster knows by this Slack id, else by this e-mail address."""
    if found := one(Person, db.execute(select(PERSON).where(PERSON.c.slack_id == slack_id)).first()):
        return found
    if not email:
        return None
    return one(Person, db.execute(select(PERSON).where(PERSON.c.email == email.lower())).first())


def placement_of(db: Connection, person_id: str) -> Placement | None:
    """The placement of a student, or None."""
    return one(Placement, db.execute(_PLACEMENT_OF, {"whose": person_id}).first())


def accounts_of(db: Connection, person_id: str) -> list[Account]:
    """Her accounts, the one she used last first."""
    rows = db.execute(
        select(ACCOUNT).where(ACCOUNT.c.person_id == person_id).order_by(ACCOUNT.c.seen_at.desc(), ACCOUNT.c.platform)
    )
    return [read(Account, row._mapping) for row in rows]


def reachable(db: Connection, ids: Collection[str] | None) -> set[str]:
    """Who of these people, or of everybody, has an account that takes messages."""
    within = (among(ACCOUNT.c.person_id, ids), ACCOUNT.c.unreachable_at.is_(None))
    return set(db.execute(select(ACCOUNT.c.person_id).where(*within)).scalars())


def link(db: Connection, platform: str, user: str, chat: str, person_id: str, now: datetime) -> None:
    """Write down that this account is this person's, moving it from anybody it belonged to before."""
    changed = db.execute(
        update(ACCOUNT)
        .where(ACCOUNT.c.platform == platform, ACCOUNT.c.user == user)
        .values(person_id=person_id, chat=chat, seen_at=now, unreachable_at=None)
    )
    if not changed.rowcount:
        db.execute(insert(ACCOUNT).values(platform=platform, user=user, chat=chat, person_id=person_id, seen_at=now))


def seen(db: Connection, platform: str, user: str, chat: str, now: datetime) -> None:
    """This account was used just now, from this chat: replies go here, and it can be reached again."""
    db.execute(
        update(ACCOUNT)
        .where(ACCOUNT.c.platform == platform, ACCOUNT.c.user == user)
        .values(chat=chat, seen_at=now, unreachable_at=None)
    )


def mark_unreachable(db: Connection, platform: str, chat: str, now: datetime) -> str | None:
    """Note that a chat no longer takes messages; gives the person's id the first time, None if it was known."""
    here = and_(ACCOUNT.c.platform == platform, ACCOUNT.c.chat == chat, ACCOUNT.c.unreachable_at.is_(None))
    person_id = db.execute(select(ACCOUNT.c.person_id).where(here)).scalar()
    if person_id is not None:
        db.execute(update(ACCOUNT).where(here).values(unreachable_at=now))
    return person_id


def move_chat(db: Connection, platform: str, old: str, new: str) -> None:
    """The platform gave a chat a new id."""
    db.execute(update(ACCOUNT).where(ACCOUNT.c.platform == platform, ACCOUNT.c.chat == old).values(chat=new))


def change_person(db: Connection, person_id: str, **columns: object) -> None:
    """Set columns of a person."""
    db.execute(update(PERSON).where(PERSON.c.id == person_id).values(**columns))


def change_placement(db: Connection, person_id: str, **columns: object) -> None:
    """Set columns of a placement."""
    db.execute(update(PLACEMENT).where(PLACEMENT.c.person_id == person_id).values(**columns))


def invite(db: Connection, token_hash: str, person_id: str, expires_at: datetime) -> None:
    """Remember an invitation."""
    db.execute(insert(INVITATION).values(token_hash=token_hash, person_id=person_id, expires_at=expires_at))


def void_invitations(db: Connection, person_id: str) -> None:
    """Take back what she was invited with and has not used."""
    db.execute(delete(INVITATION).where(INVITATION.c.person_id == person_id, INVITATION.c.used_at.is_(None)))


def find_invitation(db: Connection, token_hash: str) -> Invitation | None:
    """The invitation of a token's hash, used or not."""
    return one(Invitation, db.execute(select(INVITATION).where(INVITATION.c.token_hash == token_hash)).first())


def use_invitation(db: Connection, token_hash: str, now: datetime) -> bool:
    """Use an invitation up; False when somebody was faster."""
    changed = db.execute(
        update(INVITATION)
        .where(INVITATION.c.token_hash == token_hash, INVITATION.c.used_at.is_(None))
        .values(used_at=now)
    )
    return changed.rowcount == 1


def count_people(db: Connection) -> dict[str, int]:
    """How many people there are in each role."""
    rows = db.execute(select(PERSON.c.role, func.count().label("number")).group_by(PERSON.c.role))
    return {row.role: row.number for row in rows}
