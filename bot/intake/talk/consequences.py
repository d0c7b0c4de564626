"""Answers that change something: language, consent, goals, the schedule, her data. By conversation and step."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bot.cases.case_file import CaseFile, load_file
from bot.cases.forms.resolving import asked_after
from bot.cases.telling.card import post_card
from bot.engine.turn import Answered
from bot.intake.talk import assessment, checkins, coming, complaints, goals, hearing, lifts, pausing, silence
from bot.intake.talk.first_days import first_week_asks, promise_first_days
from bot.intake.talk.involved import speak_of
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.acting import ON_ANSWER, ON_END
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.news import tell_coordinator
from bot.intake.talk.session import Session
from bot.mentoring.leaving import leave
from bot.mentoring.pairs import ask_again
from bot.privacy.export import send_export
from bot.privacy.forget import forget
from bot.words.language import LANGUAGES
from flows.conditions import Value
from flows.conflict.protection import NAMED
from flows.conflict.reporting import GATE, LEAVES_NOTHING
from flows.pausing import WEEKS
from flows.severity import Severity
from storage import consent, conversations, people
from storage.cases import find_case
from storage.followups import drop_all, promise
from storage.goals import add_goal

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
A_WEEK = timedelta(days=7)
MOST_GOALS = 3


def act_on(session: Session, talk: Talk, answered: Answered) -> None:
    """What one answer changes at once."""
    match (talk.flow, answered.question.id, answered.value):
        case ("onboarding" | "language", "language", str(language)) if language in LANGUAGES:
            _change_person(session, language=language)
        case ("onboarding", _, str(said)):
            _act_on_onboarding(session, talk, answered.question.id, said)
        case ("checkin" | "monthly" | "pulse", _, str(said)):
            _act_on_checkin(session, talk, answered, said)
        case (lifts.MATCH, "share", str(said)):
            lifts.answered(session, talk, said)
        case ("still_ok" | "conflict", _, _):
            _act_on_a_case(session, talk, answered)
        case ("goals", "sentence", str(sealed)):
            goals.write_down(session, talk, sealed)
        case _ if act := ON_ANSWER.get(talk.flow):
            act(session, talk, answered)
        case _:
            pass


def _act_on_onboarding(session: Session, talk: Talk, step: str, said: str) -> None:
    match (step, said):
        case ("consent" | "consent_again", "agree"):
            _consented(session, talk)
        case ("consent" | "consent_again", "no"):
            tell_coordinator(session.context, "news.declined")
        case ("hopes", sealed):
            _draft_goals(session, sealed)
        case ("fixed_time", "not_yet") if not first_week_asks(session):
            promise(session.context.uow.db, session.context.person.id, "fixed_time", session.context.now + A_WEEK)
        case ("rhythm" | "weekday" | "hour", chosen):
            _agreed_on(session, step, chosen)
        case _:
            pass


def _act_on_checkin(session: Session, talk: Talk, answered: Answered, said: str) -> None:
    match (talk.flow, answered.question.id, said):
        case ("checkin" | "monthly", "start", "start"):
            checkins.counts_as_next(session)
        case ("checkin" | "monthly", "goal", state):
            goals.reviewed(session, talk, state)
        case ("pulse", "how", _):
            silence.pulse_answered(session, talk, answered.question, said)
        case _:
            pass


def _act_on_a_case(session: Session, talk: Talk, answered: Answered) -> None:
    match (answered.question.id, answered.value):
        case ("well", str(said)):
            _asked_after(session, talk, said)
        case (step, sealed) if step == NAMED and (case := hearing.case_of_talk(session, talk)):
            complaints.named(session, case, sealed)
        case _:
            pass


def act_on_end(session: Session, talk: Talk) -> Following:
    """What a conversation changes when it is over; gives the conversations that begin by themselves then."""
    if after := _AFTERWARDS.get(talk.flow):
        after(session, talk)
    return ON_END[talk.flow](session, talk) if talk.flow in ON_END else ()


def _conflict_over(session: Session, talk: Talk) -> None:
    """Whoever asked for the form without a name leaves what everybody leaves who stopped there: a talk with no answer.

    Else the time of that answer could be laid beside the time of a report.
    """
    if talk.progress.answers.get(GATE) in LEAVES_NOTHING and not talk.cases:
        conversations.change(session.context.uow.db, talk.id, step=GATE, status="stopped", answers="{}")


def _checkin_over(session: Session, talk: Talk) -> None:
    if talk.progress.answers.get("start") == "later":
        checkins.ask_later(session, talk)


def _language_over(session: Session, _talk: Talk) -> None:
    session.post(session.notice("language.changed"))


def _absence_over(session: Session, talk: Talk) -> None:
    answers = talk.progress.answers
    pausing.note_away(session, _day(answers.get("starts")), _day(answers.get("ends")))


def _exporting_over(session: Session, talk: Talk) -> None:
    if talk.progress.answers.get("export") == "yes":
        send_export(session.context, session.account)
    else:
        session.post(session.notice("mydata.not_sent"))


def _forgetting_over(session: Session, talk: Talk) -> None:
    if talk.progress.answers.get("forget") == "forget":
        _forget(session)
    else:
        session.post(session.notice("forget.not_done"))


def _change_person(session: Session, **columns: object) -> None:
    person = session.context.person
    people.change_person(session.context.uow.db, person.id, **columns)
    for name, value in columns.items():
        setattr(person, name, value)


def _change_placement(session: Session, **columns: object) -> None:
    placement = session.context.placement
    people.change_placement(session.context.uow.db, session.context.person.id, **columns)
    for name, value in columns.items():
        setattr(placement, name, value)


def _consented(session: Session, talk: Talk) -> None:
    context, channel = session.context, session.account.platform if session.account else ""
    consent.give(context.uow.db, context.person.id, talk.row.revision, session.language, channel, context.now)
    if context.person.consented_at is None:
        # Whoever comes back keeps the rhythm she chose.
        _change_placement(session, rhythm_days=session.scripts.cadence.every_days)
    _change_person(session, consented_at=context.now, stopped_at=None, forgotten_at=None)
    checkins.plan_first(session)
    promise_first_days(session)
    coming.plan_coming(session)
    ask_again(context)


def _agreed_on(session: Session, step: str, chosen: str) -> None:
    """How often, on which day and at what hour: the first check-in moves with each answer."""
    match step:
        case "rhythm":
            _change_placement(session, rhythm_days=session.scripts.cadence.days_of(chosen))
        case "weekday":
            _change_placement(session, weekday=WEEKDAYS.index(chosen))
        case _:
            _change_placement(session, hour=chosen)
    checkins.plan_first(session)


def _draft_goals(session: Session, sealed: str) -> None:
    """Each line, or each part between semicolons, is a goal; one sentence is one goal."""
    context = session.context
    words = context.uow.open(context.person, sealed)
    parts = [part.strip(" \t-•*.0123456789)") for part in words.replace(";", "\n").splitlines()]
    calm = [part for part in parts if part and hearing.screen(session, part).severity < Severity.URGENT]
    for part in calm[:MOST_GOALS]:
        add_goal(context.uow.db, context.person.id, context.uow.seal(context.person, part), context.now)


def _asked_after(session: Session, talk: Talk, said: str) -> None:
    """Whether a closed case is still all right; what she goes on to say belongs to that case."""
    case_id = talk.facts.get("about_case")
    file = load_file(session.context.uow, session.context.settings, case_id) if isinstance(case_id, int) else None
    if file is not None and file.case.person_id == session.context.person.id:
        asked_after(file, said)
        talk.note_case(file.id)
        speak_of(session, talk.cases)


def _forget(session: Session) -> None:
    """Forget her; the cards of cases that ended with it say so."""
    context = session.context
    leave(context)
    drop_all(context.uow.db, context.person.id)
    for case in forget(context, session.account):
        post_card(CaseFile(context, find_case(context.uow.db, case.id or 0) or case))
    tell_coordinator(context, "news.forgot")


def _pausing_over(session: Session, talk: Talk) -> None:
    how_long, day = talk.progress.answers.get("how_long"), _day(talk.progress.answers.get("until"))
    if isinstance(how_long, str) and how_long in WEEKS:
        day = session.context.local_now.date() + timedelta(weeks=WEEKS[how_long])
    if day is None:
        pausing.end_pause(session)
    else:
        pausing.pause(session, day)


def _day(answer: Value) -> date | None:
    return date.fromisoformat(answer) if isinstance(answer, str) else None


def _stopping_over(session: Session, talk: Talk) -> None:
    context, stop = session.context, talk.progress.answers.get("stop")
    if stop == "pause" and (day := _day(talk.progress.answers.get("until"))):
        pausing.pause(session, day)
    elif stop == "stop":
        _change_person(session, stopped_at=context.now)
        _change_placement(session, next_checkin_at=None, ask_again_at=None)
        lifts.leave(context)
        leave(context)
        drop_all(context.uow.db, context.person.id)
        session.post(session.notice("stop.stopped"))
        tell_coordinator(context, "news.stopped")
    else:
        session.post(session.notice("stop.go_on"))


_AFTERWARDS: Mapping[str, Callable[[Session, Talk], None]] = {
    "conflict": _conflict_over,
    "checkin": _checkin_over,
    "monthly": _checkin_over,
    "language": _language_over,
    "stopping": _stopping_over,
    "pausing": _pausing_over,
    "absence": _absence_over,
    "exporting": _exporting_over,
    "forgetting": _forgetting_over,
    "self_assessment": assessment.finished,
    "goals": goals.finished,
    "question_time": coming.note_question_time,
    "lift_share": lifts.finished,
}
