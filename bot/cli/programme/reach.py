"""Whether a student can be reached, and why not."""

from storage import conversations, people
from storage.people import Person
from storage.unit_of_work import UnitOfWork


def reached_by(uow: UnitOfWork, person: Person) -> str:
    """The platforms she has written from, those that no longer take messages in brackets."""
    accounts = people.accounts_of(uow.db, person.id)
    named = [f"({account.platform})" if account.unreachable_at else account.platform for account in accounts]
    return ", ".join(dict.fromkeys(named)) or "–"


def trouble_with(uow: UnitOfWork, person: Person) -> str | None:
    """Why a check-in would not reach her, or None when it would."""
    if person.role != "student":
        return "is not a student"
    if person.forgotten_at is not None:
        return "asked to be forgotten"
    accounts = people.accounts_of(uow.db, person.id)
    if not accounts:
        return "has not written yet: `placemate people invite` makes a link"
    if all(account.unreachable_at for account in accounts):
        return "has blocked the bot or left"
    if person.consented_at is None:
        return "has not agreed to take part"
    if person.stopped_at is not None:
        return "has stopped; she begins again with /start"
    if people.placement_of(uow.db, person.id) is None:
        return "has no placement in the roster"
    talks = conversations.unfinished_of(uow.db, person.id)
    if any(talk.flow == "urgent" and talk.status == "open" for talk in talks):
        return "is asking for urgent help just now"
    return None


def request_checkin(uow: UnitOfWork, person: Person) -> str | None:
    """Leave word for the running program to ask her now; gives why it would not reach her, and then leaves none."""
    trouble = trouble_with(uow, person)
    if trouble is None:
        people.change_placement(uow.db, person.id, requested_at=uow.now)
    return trouble
