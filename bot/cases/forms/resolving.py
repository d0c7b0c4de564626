"""Closing a case with its outcome, and opening it again."""

from bot.cases.case_file import CaseFile
from bot.cases.clock.restart import restart_clock
from bot.cases.forms.visit import Visit
from bot.cases.rules.life_cycle import LIFE_CYCLE
from bot.cases.rules.life_cycle import REOPEN as REOPEN_WORD
from bot.cases.rules.life_cycle import RESOLVE as RESOLVE_WORD
from bot.cases.rules.permissions import may_work
from bot.cases.telling.alarm import raise_alarm
from bot.cases.telling.card import log, post_card
from bot.cases.telling.colleagues import tell
from bot.cases.telling.holding import send_and_end
from bot.cases.telling.student import news, news_text
from bot.cases.telling.texts import plain
from bot.cases.verbs import HAND_OVER, REOPEN, RESOLVE, RESOLVE_AS, TAKE_HERE
from bot.cases.views import Field, Passage, View
from flows.severity import Severity
from storage.outbox import Priority

OUTCOMES = ("solved", "passed_on", "student_withdrew", "not_needed", "false_alarm")
_NOTES = ("note", "debrief")
_NOT_ALL_RIGHT = {"no": "log.not_all_right", "contact": "log.wants_contact"}


def resolve(visit: Visit) -> View:
    """Ask how it ended."""
    return _hindered(visit, RESOLVE_WORD) or _form(visit)


def resolve_as(visit: Visit) -> View | None:
    """Close the case; notes stay in the file, she reads only that it is closed and how to say that it is not."""
    file, outcome = visit.file, visit.field("outcome")
    if hindered := _hindered(visit, RESOLVE_WORD):
        return hindered
    if outcome not in OUTCOMES:
        return _form(visit, error=visit.text("refused.no_outcome"))
    if not file.move(RESOLVE_WORD, visit.staff.id, outcome, outcome=outcome, resolved_at=file.uow.now, check_at=None):
        return visit.not_now()
    restart_clock(file)
    for note in filter(None, map(visit.field, _NOTES)):
        file.add_line("note", note, author=visit.staff.id)
    post_card(file)
    outcome_word = plain(f"outcome.{outcome}", file.context.team_language)
    log(file, "log.resolved", person=visit.staff.name, outcome_word=outcome_word)
    if file.case.severity >= Severity.EMERGENCY:
        tell(file, visit.staff, "page.debrief")
    send_and_end(file, news_text(file, "case.resolved", person=visit.staff.name), button="case.reopen_button")
    return None


def reopen(visit: Visit) -> View | None:
    """Open a closed case again: its clock starts anew, and somebody has to take it."""
    if hindered := _hindered(visit, REOPEN_WORD):
        return hindered
    file = visit.file
    if not _open_again(file, visit.staff.id):
        return visit.not_now()
    post_card(file)
    log(file, "log.reopened", person=visit.staff.name)
    news(file, "case.reopened")
    return None


def reopen_here(visit: Visit) -> View | None:
    """Open a closed case again from its page, which then says so."""
    return reopen(visit) or visit.page(
        "modal.case", Passage("", visit.text(f"card_state.{visit.file.case.state}")), buttons=(TAKE_HERE, HAND_OVER)
    )


def reopen_for_her(file: CaseFile, logged: str) -> bool:
    """The student says that a closed case is not solved: one tap opens it again; False when it is not closed.

    `logged` is the key of the thread's line that says how she said it.
    """
    if not _open_again(file, file.context.person.id):
        return False
    post_card(file)
    log(file, logged)
    if assignee := file.assignee():
        tell(file, assignee, "page.student_wrote")
    news(file, "case.reopened", priority=Priority.REPLY)
    return True


def asked_after(file: CaseFile, said: str) -> None:
    """She answered whether a closed case is still all right: `yes`, `no` or `contact`."""
    file.note(file.context.person.id, "asked_after", said)
    if said == "yes":
        log(file, "log.still_all_right")
    elif not reopen_for_her(file, _NOT_ALL_RIGHT[said]):
        log(file, "log.student_wrote")


def _open_again(file: CaseFile, who: str) -> bool:
    """Its clock starts anew, and somebody has to take it."""
    if not file.move(REOPEN_WORD, who, resolved_at=None, taken_at=None, outcome=""):
        return False
    restart_clock(file)
    raise_alarm(file)
    return True


def _hindered(visit: Visit, word: str) -> View | None:
    file = visit.file
    if not may_work(visit.staff, file.context, file.case):
        return visit.not_permitted(RESOLVE if word == RESOLVE_WORD else REOPEN)
    if LIFE_CYCLE.after(file.case.state, word):
        return None
    return visit.not_now()


def _form(visit: Visit, error: str = "") -> View:
    outcomes = tuple((outcome, visit.text(f"outcome.{outcome}")) for outcome in OUTCOMES)
    emergency = visit.file.case.severity >= Severity.EMERGENCY
    fields = [
        Field("outcome", visit.text("field.outcome"), "choice", outcomes, visit.field("outcome")),
        Field("note", visit.text("field.resolve_note"), "text", (), visit.field("note"), limit=1000, optional=True),
    ]
    if emergency:
        fields.append(
            Field("debrief", visit.text("field.debrief"), "text", (), visit.field("debrief"), limit=1000, optional=True)
        )
    looked_after = [Passage("", visit.text("passage.debrief"))] if emergency else []
    return visit.page(
        "modal.resolve", *looked_after, fields=tuple(fields), verb=RESOLVE_AS, submit="act.resolve", error=error
    )
