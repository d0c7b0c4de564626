"""A person holds the chat: the bot is silent, says so when that begins, and says when it is back.

It begins with a colleague's first reply, or when an emergency is taken; her words then go to that case. It ends when
the case is closed or given back, when nobody writes for a day, or when she calls the bot back. We chose a moment on
the person's row, which every message of either side moves, because then a program that was away lets nobody wait in
silence; we gave up holding a chat without end.
"""

from datetime import timedelta

from bot.cases.case_file import CaseFile, load_file
from bot.cases.rules.life_cycle import RESOLVED, UNTAKEN
from bot.cases.telling.card import log
from bot.cases.telling.student import send
from bot.cases.telling.texts import to_student
from bot.facts.context import Context
from bot.words.buttons import continue_data
from bot.words.language import translate
from bot.words.outgoing import Button
from flows.cadence import CHECKINS
from flows.catalogue import by_id
from flows.severity import Severity
from storage import conversations, holding
from storage.anonymous import ANONYMOUS
from storage.cases import Case, find_case, unresolved_of
from storage.conversations import Conversation
from storage.people import Person

LONGEST = timedelta(hours=24)
IN_EMERGENCY = timedelta(hours=12)


def held_case(context: Context) -> Case | None:
    """The case in which a person talks with her now; None while the bot answers.

    Where an emergency of hers is untaken nobody is with her, whoever wrote in another case: the bot stays.
    """
    person = context.person
    if person.held_case_id is None or person.held_until is None or person.held_until <= context.now:
        return None
    case = find_case(context.uow.db, person.held_case_id)
    if case is None or case.person_id != person.id or case.state == RESOLVED or case.state in UNTAKEN:
        return None
    return None if _alone_in_an_emergency(context) else case


def begin(file: CaseFile, staff: Person) -> str:
    """A colleague writes with her from now on; gives what she is told of it, "" where that was so before.

    What she writes in a restricted case never lands where others read it: a reply in another leaves the chat there.
    Whoever reported without a name has no chat.
    """
    if file.context.person.role == ANONYMOUS:
        return ""
    before = held_case(file.context)
    if before is not None and before.id != file.id and before.restricted and not file.case.restricted:
        return ""
    keep(file.context, file.case)
    _let_talks_wait(file.context)
    if before is not None and before.id == file.id:
        return ""
    if before is not None and (left := load_file(file.uow, file.context.settings, before.id or 0)):
        log(left, "log.hold_over")
    log(file, "log.hold_begun", person=staff.name)
    return to_student(file.context, "hold.begun", person=staff.name)


def keep(context: Context, case: Case) -> None:
    """Somebody wrote in it: the time of silence begins anew."""
    assert case.id is not None, "a case that was read has an id"
    until = context.now + silence_of(case)
    holding.hold(context.uow.db, context.person.id, case.id, until)
    context.person.held_case_id, context.person.held_until = case.id, until


def silence_of(case: Case) -> timedelta:
    """After how long a silence the bot comes back."""
    return IN_EMERGENCY if case.severity >= Severity.EMERGENCY else LONGEST


def end(file: CaseFile, *, logged: str = "log.hold_over", **values: object) -> bool:
    """Let her chat go and say so in the thread; False when it was not held in this case."""
    person = file.context.person
    if person.held_case_id != file.id:
        return False
    holding.let_go(file.uow.db, person.id)
    person.held_case_id = person.held_until = None
    log(file, logged, **values)
    return True


def send_and_end(file: CaseFile, text: str, *, button: str = "") -> None:
    """Tell her what ends the talk with a person; where it was held, the same message says that the bot is back."""
    if not end(file):
        send(file, text, button=button)
        return
    back, more = _back(file.context)
    send(file, f"{text}\n\n{back}", button=button, more=more)


def end_and_say(file: CaseFile) -> None:
    """Whoever wrote with her is gone without closing the case: the bot is back, and says so."""
    if end(file):
        back, more = _back(file.context)
        send(file, back, more=more)


def waiting_offer(context: Context) -> tuple[str, tuple[tuple[Button, ...], ...]]:
    """Words and a button that offer her newest unfinished talk; nothing soon after something urgent."""
    rest = timedelta(hours=context.settings.schedule.rest_hours_after_urgent)
    urgent_at = context.person.urgent_at
    if urgent_at is not None and context.now < urgent_at + rest:
        return "", ()
    row = offered(context)
    flow = by_id(row.flow) if row else None
    if row is None or row.id is None or flow is None:
        return "", ()
    title = translate(f"flow.{flow.id}", flow.title, context.language)
    button = Button(to_student(context, "control.continue"), continue_data(row.id), "primary")
    return to_student(context, "talk.waiting", title=title), ((button,),)


def offered(context: Context) -> Conversation | None:
    """Her newest unfinished talk that may be offered to her; a call for help is never one to finish."""
    rows = conversations.unfinished_of(context.uow.db, context.person.id)
    return next((row for row in rows if row.flow != "urgent" and wanted(context, row)), None)


def wanted(context: Context, row: Conversation) -> bool:
    """She may be brought back to this talk unasked: it is open still, and she has not stopped or paused."""
    person = context.person
    if person.stopped_at is not None or (row.expires_at is not None and row.expires_at <= context.now):
        return False
    paused = person.paused_until is not None and context.local_now.date() <= person.paused_until
    return not (paused and row.flow in CHECKINS)


def _back(context: Context) -> tuple[str, tuple[tuple[Button, ...], ...]]:
    waits, more = waiting_offer(context)
    return "\n\n".join((to_student(context, "hold.back"), *([waits] if waits else []))), more


def _alone_in_an_emergency(context: Context) -> bool:
    mine = unresolved_of(context.uow.db, context.person.id)
    return any(case.severity >= Severity.EMERGENCY and case.state in UNTAKEN for case in mine)


def _let_talks_wait(context: Context) -> None:
    for row in conversations.unfinished_of(context.uow.db, context.person.id):
        if row.status == "open" and row.id is not None:
            conversations.change(context.uow.db, row.id, status="waiting", waits_for=None)
