"""The demo's example programme: its roster, with dates around today, and a student who has been onboarded."""

import csv
from datetime import timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from bot.adapters import browser
from bot.facts.checkin_time import first_checkin
from bot.facts.context import Context
from bot.intake.receive import House
from bot.intake.students import welcome
from bot.intake.talk.menu import show_menu
from bot.intake.talk.session import Session
from storage import people
from storage.people import PERSON, PLACEMENT, Account, Person
from storage.unit_of_work import UnitOfWork

STARTED = timedelta(days=7)
LASTS = timedelta(days=120)


def cast_roster(uow: UnitOfWork, house: House) -> None:
    """Bring the example people in, once; students and mentors get a phone and are greeted on it."""
    if people.count_people(uow.db):
        return
    rows = csv.DictReader(files(browser).joinpath("example_roster.csv").read_text(encoding="utf-8").splitlines())
    for row in rows:
        _bring_in(uow, row)
    for student in people.people_with_role(uow.db, "student"):
        _greet(uow, house, student)
    for mentor in people.people_with_role(uow.db, "mentor"):
        welcome(Session(Context(uow, house.settings, mentor), house.scripts, _phone_of(uow, mentor)))


def _bring_in(uow: UnitOfWork, row: dict[str, str]) -> None:
    person = Person(
        id=row["id"], name=row["name"], role=row["role"], email=row["email"], language=row["language"],
        timezone=row["timezone"], data_key=uow.vault.new_key(),
    )  # fmt: skip
    uow.db.execute(insert(PERSON).values(**person.model_dump()))
    if row["role"] != "student":
        return
    today = uow.now.astimezone(ZoneInfo(row["timezone"])).date()
    uow.db.execute(
        insert(PLACEMENT).values(
            **people.Placement(
                person_id=row["id"], host=row["host"], supervisor=row["supervisor"], country=row["country"],
                coordinator_id=row["coordinator"], mentor_id=row["mentor"], role="Example trainee",
                starts_on=today - STARTED, ends_on=today + LASTS,
            ).model_dump()
        )
    )  # fmt: skip


def _greet(uow: UnitOfWork, house: House, student: Person) -> None:
    account = _phone_of(uow, student)
    context = Context(uow, house.settings, student)
    student.consented_at = uow.now
    people.change_person(uow.db, student.id, consented_at=uow.now)
    planned = first_checkin(context.placement, context.zone, uow.now, house.settings)
    people.change_placement(uow.db, student.id, next_checkin_at=planned)
    session = Session(context, house.scripts, account)
    show_menu(session, lead=session.notice("welcome.back"))


def _phone_of(uow: UnitOfWork, person: Person) -> Account:
    user = f"{person.role}-{person.id}"
    people.link(uow.db, "browser", user, user, person.id, uow.now)
    return Account(platform="browser", user=user, chat=user, person_id=person.id, seen_at=uow.now)
