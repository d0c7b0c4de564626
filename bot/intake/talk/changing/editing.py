"""She edited a message: where an answer was typed in it, that answer changes with it."""

from bot.engine.understand import Control, Understood, understand
from bot.intake.inbound import Inbound
from bot.intake.talk import hearing, leading
from bot.intake.talk.changing import applying
from bot.intake.talk.changing.given import is_same, question_of, recent
from bot.intake.talk.involved import involved_in
from bot.intake.talk.keeping import Talk, load
from bot.intake.talk.session import Session
from flows.conditions import Value
from flows.severity import Severity
from flows.steps import Kind, Question


def edited(session: Session, event: Inbound) -> bool:
    """Change the answer that stood in this message; False: there stood none, or it holds none now."""
    found = _answered_in(session, f"{event.platform}:{event.ref}") if event.ref else None
    if found is None:
        return False
    talk, question = found
    match understand(talk.flow, question, event.text, session.context.local_now.date()):
        case Understood(value) if question.kind is Kind.TEXT:
            _change_words(session, talk, question, str(value))
        case Understood(value):
            applying.put(session, talk, question, value)
        case Control("skip") if not question.required:
            applying.put(session, talk, question, None)
        case _:
            return False
    return True


def _answered_in(session: Session, ref: str) -> tuple[Talk, Question] | None:
    """The talk and the question that were answered in this message."""
    for row in recent(session):
        if ref not in row.progress:
            continue
        talk = load(session.context.uow, session.scripts, row)
        step = next((step for step, message in talk.refs.items() if message == ref), "")
        if question := question_of(talk, step):
            return talk, question
    return None


def _change_words(session: Session, talk: Talk, question: Question, words: str) -> None:
    """New words are heard like any; an emergency in them comes before everything else."""
    sealed: Value = session.context.uow.seal(session.context.person, words)
    if is_same(session, question, talk.progress.answers.get(question.id), sealed):
        session.post(session.notice("answers.same"))
        return
    triage = hearing.screen(session, words)
    talk.hear(hearing.severity_of(triage, words, question.id))
    kept = involved_in(session, talk)
    mine = hearing.case_to_join(session, talk)
    case = hearing.words_heard(session, words, triage, talk.flow, step=question.id, involved=kept, joins=mine)
    emergency = triage.severity is Severity.EMERGENCY
    if triage.severity is Severity.URGENT:
        hearing.support(session, triage)
    heard = (case.id,) if case and case.id is not None else ()
    applying.put(session, talk, question, sealed, heard=heard, quiet=emergency)
    if emergency:
        leading.bring_help(session, triage)
