"""Handing a case over to a colleague, who then says that she takes it; or to oneself, which is taking it."""

from bot.cases.clock.restart import restart_clock
from bot.cases.forms.taking import take
from bot.cases.forms.visit import Visit
from bot.cases.rules.life_cycle import HAND_OVER as HAND_OVER_WORD
from bot.cases.rules.life_cycle import LIFE_CYCLE, UNTAKEN
from bot.cases.rules.permissions import STAFF, may_hand_over
from bot.cases.telling.card import log, post_card
from bot.cases.telling.colleagues import tell
from bot.cases.telling.holding import send_and_end
from bot.cases.telling.student import news_text
from bot.cases.verbs import HAND_OVER, HAND_OVER_TO
from bot.cases.views import Field, Passage, View
from storage.people import Person, people_with_role


def hand_over(visit: Visit) -> View:
    """Choose a colleague; for a restricted case the form says what that opens to her."""
    return _hindered(visit) or _form(visit)


def hand_over_to(visit: Visit) -> View | None:
    """Assign the case to the colleague who was chosen; it is untaken until she takes it."""
    if hindered := _hindered(visit):
        return hindered
    chosen = _colleagues(visit).get(visit.field("to"))
    if chosen is None:
        return _form(visit, error=visit.text("refused.nobody_chosen"))
    if chosen.id == visit.staff.id and visit.file.case.state in UNTAKEN:
        return take(visit)
    if not _assign(visit, chosen):
        return visit.not_now()
    if chosen.id == visit.staff.id:
        return take(visit)
    _tell_all(visit, chosen)
    return None


def _assign(visit: Visit, chosen: Person) -> bool:
    file = visit.file
    promised = file.case.deadline_at if file.case.state in UNTAKEN else None
    if not file.move(HAND_OVER_WORD, visit.staff.id, chosen.id, assignee_id=chosen.id, taken_at=None):
        return False
    restart_clock(file, not_after=promised)
    if note := visit.field("note"):
        file.add_line("note", note, author=visit.staff.id)
    return True


def _tell_all(visit: Visit, chosen: Person) -> None:
    file, name = visit.file, visit.staff.name
    post_card(file)
    log(file, "log.handed_over", person=name, to_person=chosen.name)
    if not tell(file, chosen, "page.handed_over", person=name):
        log(file, "log.page_failed", person=chosen.name)
    send_and_end(file, news_text(file, "case.handed_over", person=chosen.name))


def _hindered(visit: Visit) -> View | None:
    file = visit.file
    if not may_hand_over(visit.staff, file.context, file.case):
        return visit.not_permitted(HAND_OVER)
    if LIFE_CYCLE.after(file.case.state, HAND_OVER_WORD) is None:
        return visit.not_now()
    return None if _colleagues(visit) else visit.refused("refused.nobody_to")


def _colleagues(visit: Visit) -> dict[str, Person]:
    """Everybody on the team but whoever has it now and whom it is kept from, by roster id."""
    left_out = visit.file.parties() | {visit.file.case.assignee_id}
    return {person.id: person for person in people_with_role(visit.file.uow.db, *STAFF) if person.id not in left_out}


def _form(visit: Visit, error: str = "") -> View:
    options = tuple(
        (person.id, f"{person.name} · {visit.text(f'role.{person.role}')}") for person in _colleagues(visit).values()
    )
    warned = [Passage("", visit.text("passage.hand_over_restricted"))] if visit.file.case.restricted else []
    fields = (
        Field("to", visit.text("field.to"), "choice", options, visit.field("to")),
        Field("note", visit.text("field.hand_over_note"), "text", (), visit.field("note"), limit=1000, optional=True),
    )
    return visit.page("modal.hand_over", *warned, fields=fields, verb=HAND_OVER_TO, submit="act.hand_over", error=error)
