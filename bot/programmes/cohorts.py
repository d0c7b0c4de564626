"""The first check-ins of a cohort: coordinators are asked in their channel, and one of them lets them go out."""

from datetime import datetime

from bot.config import Settings
from bot.facts.desk import desk
from bot.words.language import known_language, say
from bot.words.moments import written
from bot.words.outgoing import Button, Message, pack
from storage import cohorts
from storage.cohorts import Cohort
from storage.outbox import Priority
from storage.people import find_person
from storage.posting import post_to_chat
from storage.unit_of_work import UnitOfWork

PROGRAM = "placemate"
"""Who confirmed what no coordinator did: somebody at the machine."""


def ask_about(uow: UnitOfWork, settings: Settings, cohort: Cohort, first: datetime | None, data: str) -> bool:
    """Ask about a cohort; False when it was asked about or confirmed meanwhile.

    `first` is when its first check-in is due, None once that has passed; `data` is what the button carries.
    """
    if not cohorts.claim_asking(uow.db, cohort, uow.now):
        return False
    language, count = known_language(settings.programme.language), cohorts.size(uow.db, cohort.name)
    values: dict[str, object] = {"cohort": cohort.name, "count": count}
    if first is not None:
        values["when"] = written(first.astimezone(settings.programme.zone), language)
    if cohort.asked_at is not None:
        _post(uow, settings, cohort, cohort.asked_at, Message(say("cohort.asked_again", language, values)))
    button = Button(say("cohort.send", language), data, "primary")
    text = say("cohort.ask" if first is not None else "cohort.ask_again", language, values)
    _post(uow, settings, cohort, uow.now, Message(text, ((button,),)))
    return True


def confirm(uow: UnitOfWork, settings: Settings, cohort: Cohort, who: str) -> bool:
    """Let the first check-ins go out; `who` is a roster id, or `PROGRAM`. False when somebody was faster."""
    if not cohorts.confirm(uow.db, cohort, who, uow.now):
        return False
    if cohort.asked_at is not None:
        language = known_language(settings.programme.language)
        text = say("cohort.confirmed", language, {"cohort": cohort.name, "person": name_of(uow, settings, who)})
        _post(uow, settings, cohort, cohort.asked_at, Message(text))
    return True


def name_of(uow: UnitOfWork, settings: Settings, who: str) -> str:
    """Whoever confirmed, by name."""
    staff = find_person(uow.db, who)
    return staff.name if staff else say("cohort.by_program", known_language(settings.programme.language))


def _post(uow: UnitOfWork, settings: Settings, cohort: Cohort, asked_at: datetime, message: Message) -> None:
    """Post the message of one asking, or edit the one that stands."""
    where = desk(settings)
    key = f"cohort:{cohort.id}:{asked_at:%Y%m%dT%H%M%S}"
    post_to_chat(uow, where.lane, where.chat, pack(message), priority=Priority.CASE, key=key)
