"""What coordinators do with a case: one door for every button and form, the role asked again behind each."""

from collections.abc import Callable, Mapping
from typing import Protocol

from bot.cases import verbs
from bot.cases.case_file import load_file
from bot.cases.forms.files import send_file
from bot.cases.forms.handing_over import hand_over, hand_over_to
from bot.cases.forms.opening import open_because, open_case
from bot.cases.forms.replying import preview, reply, send_reply
from bot.cases.forms.resolving import reopen, reopen_here, resolve, resolve_as
from bot.cases.forms.steps import log_step, step
from bot.cases.forms.taking import on_it, take, take_here
from bot.cases.forms.visit import Visit
from bot.cases.telling.home import home_of
from bot.cases.telling.texts import language_of, plain
from bot.cases.views import Passage, View
from bot.config import Settings
from bot.facts.context import Context
from storage.people import Person
from storage.unit_of_work import UnitOfWork

__all__ = ["CaseEvent", "act", "home_of"]

_ACTS: Mapping[str, Callable[[Visit], View | None]] = {
    verbs.OPEN: open_case,
    verbs.OPEN_BECAUSE: open_because,
    verbs.TAKE: take,
    verbs.TAKE_HERE: take_here,
    verbs.ON_IT: on_it,
    verbs.HAND_OVER: hand_over,
    verbs.HAND_OVER_TO: hand_over_to,
    verbs.FILE: send_file,
    verbs.REPLY: reply,
    verbs.REPLY_PREVIEW: preview,
    verbs.REPLY_SEND: send_reply,
    verbs.RESOLVE: resolve,
    verbs.RESOLVE_AS: resolve_as,
    verbs.STEP: step,
    verbs.LOG_STEP: log_step,
    verbs.REOPEN: reopen,
    verbs.REOPEN_HERE: reopen_here,
}


class CaseEvent(Protocol):
    """A button that was pressed or a form that was sent: `bot.intake.inbound.CaseAct` is one."""

    @property
    def verb(self) -> str: ...

    @property
    def case(self) -> int: ...

    @property
    def fields(self) -> Mapping[str, str]: ...


def act(uow: UnitOfWork, settings: Settings, staff: Person, event: CaseEvent) -> View | None:
    """Do what a coordinator asked for.

    Gives what she is to see: a page or a form, or the reason why it cannot be done. None when it is done and the card
    shows it.
    """
    verb, _, item = event.verb.partition(":")
    file, deed = load_file(uow, settings, event.case), _ACTS.get(verb)
    if file is None or deed is None:
        return _gone(uow, settings, staff, event)
    visit = Visit(file, staff, {**event.fields, "item": item})
    state = file.case.state
    shown = deed(visit)
    if file.case.state != state and (staff.slack_id or not settings.slack):
        home_of(uow, settings, staff)
    return shown


def _gone(uow: UnitOfWork, settings: Settings, staff: Person, event: CaseEvent) -> View:
    language = language_of(staff, Context(uow, settings, staff))
    text = plain("refused.gone", language)
    return View(
        plain("modal.refused", language), event.case, (Passage("", text),), close=plain("modal.close", language)
    )
