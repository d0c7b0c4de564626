"""The one door: an event is looked at once, belongs to somebody, and becomes a turn."""

from dataclasses import dataclass

from bot.cases.acts import act
from bot.cases.verbs import CONFIRM_COHORT
from bot.cases.views import View
from bot.config import Settings
from bot.facts.context import Context
from bot.intake import anonymous, identify, strangers, students
from bot.intake.inbound import AnonymousWords, CaseAct, Event, Inbound, Kind
from bot.intake.reply import Reply
from bot.intake.scripts import Scripts
from bot.intake.staff import chat
from bot.intake.staff.chat import STAFF
from bot.intake.staff.cohorts import confirm_cohort
from bot.intake.staff.matches import about_matches, act_on_matches
from bot.intake.talk.session import Session
from bot.words.language import known_language, say
from storage import inbox, outbox, people
from storage.people import Person
from storage.unit_of_work import UnitOfWork


class NotResolvedYetError(Exception):
    """Nobody can say yet whether this is a stranger: the event is not taken, so that it comes again."""


@dataclass(frozen=True)
class House:
    """What does not change from turn to turn."""

    settings: Settings
    scripts: Scripts


def receive(uow: UnitOfWork, house: House, event: Event) -> Reply:
    """Handle an event in one transaction; the same event twice is handled once."""
    if not inbox.first_time(uow.db, event.platform, event.event_id, uow.now):
        return Reply(repeated=True)
    if isinstance(event, CaseAct):
        return _case_act(uow, house, event)
    if isinstance(event, AnonymousWords):
        return Reply(found=anonymous.take(uow, house.settings, event))
    if event.kind is Kind.MOVED:
        people.move_chat(uow.db, event.platform, event.chat, event.moved_to)
        outbox.redirect(uow.db, event.platform, event.chat, event.moved_to)
        return Reply()
    return _chat(uow, house, event)


def _case_act(uow: UnitOfWork, house: House, event: CaseAct) -> Reply:
    staff = _staff_member(uow, event)
    if staff is None:
        language = known_language(house.settings.programme.language)
        title = house.settings.programme.bot_name[:24]
        return Reply(view=View(title, event.case, error=say("refused.unknown_account", language)))
    if event.verb == CONFIRM_COHORT:
        return Reply(view=confirm_cohort(uow, house.settings, staff, event))
    if about_matches(event):
        return Reply(view=act_on_matches(uow, house.settings, staff, event))
    return Reply(view=act(uow, house.settings, staff, event))


def _staff_member(uow: UnitOfWork, event: CaseAct) -> Person | None:
    """Who pressed, looked up at the click: a role may have changed since the card was posted."""
    if event.platform == "browser":
        return people.find_person(uow.db, event.user.removeprefix("staff-"))
    row = people.who_writes(uow.db, event.platform, event.user)
    return people.person_of(row) if row is not None else people.find_by_slack(uow.db, event.user, "")


def _chat(uow: UnitOfWork, house: House, event: Inbound) -> Reply:
    if not event.private:
        strangers.hint(uow, house.settings, event)
        return Reply()
    known = identify.known_person(uow, event)
    person = known.person if known else None
    if token := identify.token_in(event.text):
        linked, notice = identify.use_token(uow, event, token, person)
        if linked is None and person is None:
            strangers.answer(uow, house.settings, event, notice)
            return Reply()
        return _arrived(uow, house, event, linked or person, notice)
    if person is None and not event.resolved:
        raise NotResolvedYetError("the platform could not be asked whose account this is: deliver it again")
    if person is None:
        strangers.meet(uow, house.settings, event)
        return Reply()
    session = _session(uow, house, event, person)
    if person.role in STAFF:
        chat.answer(session, event)
        return Reply()
    assert known is not None, "whoever is nobody was met as a stranger"
    return students.take(session, event, known)


def _arrived(uow: UnitOfWork, house: House, event: Inbound, person: Person | None, notice: str) -> Reply:
    assert person is not None, "somebody was linked or was known"
    session = _session(uow, house, event, person)
    if person.role in STAFF:
        session.post(session.notice("invitation.staff", role_word=session.notice(f"role.{person.role}")))
        return Reply()
    session.post(session.notice(notice))
    students.welcome(session)
    return Reply()


def _session(uow: UnitOfWork, house: House, event: Inbound, person: Person) -> Session:
    account = identify.account_of(event, person, uow)
    tapped = event.ref if event.kind is Kind.TAP else ""
    said = f"{event.platform}:{event.ref}" if event.kind is Kind.TEXT and event.ref else ""
    return Session(Context(uow, house.settings, person), house.scripts, account, tapped=tapped, said=said)
