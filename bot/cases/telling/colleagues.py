"""Messages to colleagues in their own chats, and the second channel: the number of a case and never more about her."""

from bot.cases.case_file import PROGRAM, CaseFile
from bot.cases.rules.life_cycle import UNTAKEN
from bot.cases.rules.permissions import STAFF, Access, may_read, may_take
from bot.cases.rules.rota import rota
from bot.cases.telling.card import log, priority_of
from bot.cases.telling.texts import language_of
from bot.cases.verbs import OPEN, TAKE, button_data
from bot.config import Settings
from bot.facts.desk import Address, address_of
from bot.words.language import say
from bot.words.outgoing import Button, Message, pack
from storage.people import Person
from storage.posting import post_to_chat

_LANE = "telegram"


def second_channel(settings: Settings) -> Address | None:
    """Where emergencies are told besides Slack, or None where the programme has no such place."""
    channel = settings.safeguarding.second_channel
    return Address(_LANE, channel.removeprefix(f"{_LANE}:")) if channel else None


def tell(file: CaseFile, staff: Person, key: str, **values: object) -> bool:
    """Write to a colleague, with the case's buttons; False when the roster names no way to reach her."""
    where = address_of(staff, file.context.settings)
    if where is None or staff.role not in STAFF:
        return False
    language = language_of(staff, file.context)
    text = say(key, language, {"number": file.case.number, **values})
    row = tuple(Button(say(f"act.{verb}", language), button_data(verb, file.id)) for verb in _verbs(file, staff))
    post_to_chat(
        file.uow, where.lane, where.chat, pack(Message(text, (row,) if row else ())),
        priority=priority_of(file), case_id=file.case.id,
    )  # fmt: skip
    return True


def _verbs(file: CaseFile, staff: Person) -> list[str]:
    """What she may do from her own chat: no button that would only refuse her."""
    untaken = file.case.state in UNTAKEN and may_take(staff, file.context, file.case)
    readable = may_read(staff, file.context, file.case) is not Access.NEVER
    return [*([OPEN] if readable or untaken else []), *([TAKE] if untaken else [])]


def responsible(file: CaseFile) -> dict[str, Person]:
    """Her own coordinator and safeguarding, by roster id: who is told of urgent cases."""
    context = file.context
    people = [*([context.coordinator] if context.coordinator else []), *context.safeguarding]
    return {person.id: person for person in people if person.id != context.person.id}


def call(file: CaseFile, key: str, **values: object) -> set[str]:
    """Call the next on the rota who can be reached, whoever it was handed to, and the second channel.

    Gives the roster ids of those who were called: nobody, where the roster names no way to reach them.
    """
    settings = file.context.settings
    reachable = [person for person in rota(file.context) if address_of(person, settings)]
    next_one = reachable[file.case.paged % len(reachable)] if reachable else None
    called = {
        person.id: person for person in (next_one, file.assignee()) if person and tell(file, person, key, **values)
    }
    for person in called.values():
        file.note(PROGRAM, "paged", person.id)
        log(file, "log.paged", person=person.name)
    post_to_second_channel(file, key, **values)
    return set(called)


def post_to_second_channel(file: CaseFile, key: str, **values: object) -> None:
    """Tell the second channel, where there is one."""
    if where := second_channel(file.context.settings):
        text = say(key, file.context.team_language, {"number": file.case.number, **values})
        post_to_chat(
            file.uow, where.lane, where.chat, pack(Message(text)), priority=priority_of(file), case_id=file.case.id
        )
