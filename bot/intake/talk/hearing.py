"""Hearing what is wrong: a flag that was raised, a sentence that triage found, and what she is told at once."""

import re
from dataclasses import replace

from bot.cases.hearing import Concern, hear
from bot.cases.parties.finding import NOBODY, Involved
from bot.facts.placeholders import Placeholders
from bot.intake.talk import complaints
from bot.intake.talk.involved import involved_in, speak_of
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from bot.intake.talk.speaking import about, answer_text
from bot.intake.triage import Triage, assess
from bot.words.language import fill, translate
from flows.blocks import TEAM_WHO
from flows.conditions import Situation, answer_in, tests_in
from flows.conflict.protection import NAMED
from flows.notices import CARD_FOR
from flows.severity import Severity
from flows.sharing import asks_for_a_number
from flows.steps import Flag, Kind, Question
from storage.cases import Case, unresolved_of
from storage.outbox import Priority

MOST_ANSWERS_TOLD = 2
_NAMES_ASKED = frozenset({
    "emergency_contact", TEAM_WHO, NAMED, "home_now", "home_where", "area", "reach_me", "free_hours", "free_again",
})  # fmt: skip
"""Steps that ask for a name, a place or weekly hours: what is no sentence in any language is expected there."""
_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f]{2}")
"""Letters that neither English nor Norwegian has, two in a row: short texts in other scripts count too."""
_TOPICS = {
    "self_harm": "safety", "self_harm_weak": "wellbeing", "violence": "safety", "sexual": "safety", "medical": "safety",
    "discrimination": "safety", "bullying": "safety", "unsafe_work": "safety", "illegal_work": "safety",
    "wages": "practical", "withdrawal": "practical", "overload": "workload", "underload": "workload",
    "conflict": "workload", "isolation": "wellbeing", "low_mood": "wellbeing", "logistics": "practical",
}  # fmt: skip
_RESTRICTED = frozenset({
    "self_harm", "self_harm_weak", "violence", "sexual", "medical", "discrimination", "bullying", "low_mood",
    "unsafe_work", "illegal_work",
})  # fmt: skip


def screen(session: Session, text: str) -> Triage:
    """Triage of words she wrote; languages mix, so every language is looked at."""
    return assess(text, session.language)


def flag_raised(session: Session, talk: Talk, flag: Flag) -> Case | None:
    """A flag became true: from `attention` on a person must look."""
    if flag.severity < Severity.ATTENTION:
        return None
    told, hers = _what_she_reported(session, talk, flag) or (_what_she_answered(session, talk, flag), "")
    line = ("flag", "\n".join(filter(None, (told, _remark(session, talk, flag)))), flag.id)
    mine = case_to_join(session, talk, its_own=flag.anew)
    case = hear(session.context, Concern(
        flag.topic, flag.severity, flag.restricted, talk.flow, (line,), said=hers, anew=flag.anew,
        involved=involved_in(session, talk), joins=mine.id or 0 if mine else 0,
    ))  # fmt: skip
    talk.note_case(case.id)
    speak_of(session, talk.cases)
    if session.scripts.is_complaint(talk.flow):
        complaints.heard(session, talk, flag, case)
    return case


def words_heard(
    session: Session, text: str, triage: Triage, source: str, *,
    step: str = "", involved: Involved = NOBODY, joins: Case | None = None,
) -> Case | None:  # fmt: skip
    """Words of hers that a person must read: because of what stands in them, or because nobody could screen them.

    `involved` are those from whom the talk they were said in is kept. `joins` is the case of a complaint: what is not
    urgent stands there as everything else does, whatever it is about.
    """
    severity, unread = severity_of(triage, text, step), _is_unread(triage, text, step)
    if severity < Severity.ATTENTION:
        return None
    topic, restricted = (joins.topic, joins.restricted) if joins and severity < Severity.URGENT else _about(triage)
    marks = " ".join((*triage.patterns, f"lexicon:{triage.version}", *(("not-screened",) if unread else ())))
    lines = (("words", text, marks),)
    concern = Concern(topic, severity, restricted, source, lines, involved=involved)
    case = hear(session.context, replace(concern, joins=joins.id or 0) if joins else concern)
    speak_of(session, [case.id or 0])
    return case


def severity_of(triage: Triage, text: str, step: str = "") -> Severity:
    """How soon a person must look at words: what nobody could screen is never taken for nothing.

    `step` is the question that they answer, "" where they answer none.
    """
    return max(triage.severity, Severity.ATTENTION) if _is_unread(triage, text, step) else triage.severity


def heard_in(session: Session, sealed: str) -> Severity:
    """How soon a person must look at words of hers that are kept: worse than `info`, and nobody else is shown them."""
    words = session.context.uow.open(session.context.person, sealed)
    return severity_of(screen(session, words), words)


def _is_unread(triage: Triage, text: str, step: str) -> bool:
    asks_for_a_name = step in _NAMES_ASKED or asks_for_a_number(step)
    return not asks_for_a_name and (not triage.screened or _OTHER_SCRIPT.search(text) is not None)


def belongs_elsewhere(triage: Triage, case: Case) -> bool:
    """What was found is for safeguarding only, and others may read this case."""
    return triage.severity >= Severity.ATTENTION and _about(triage)[1] and not case.restricted


def support(session: Session, triage: Triage) -> None:
    """What an urgent sentence is answered with, before anything else: truthful, with numbers, and asking nothing."""
    card = next((CARD_FOR[category] for category in CARD_FOR if category in triage.categories), "support.noted")
    session.post(session.notice(card), priority=Priority.EMERGENCY)
    session.supported = True


def case_of_talk(session: Session, talk: Talk, *, its_own: bool = False) -> Case | None:
    """The case that what she goes on to say belongs to: of those this talk opened or added to, a restricted one first.

    So nothing that follows something only safeguarding reads can land where others read it. `its_own`: not the one
    that it asks after.
    """
    asked_after = talk.facts.get("about_case") if its_own else None
    known = [case for case in talk.cases if case != asked_after]
    mine = [case for case in unresolved_of(session.context.uow.db, session.context.person.id) if case.id in known]
    return max(mine, key=lambda case: (case.restricted, case.severity, case.id or 0), default=None)


def case_to_join(session: Session, talk: Talk, *, its_own: bool = False) -> Case | None:
    """The case that what is heard now belongs to, where the talk is a complaint and has one."""
    return case_of_talk(session, talk, its_own=its_own) if session.scripts.is_complaint(talk.flow) else None


def question_and_answer(session: Session, talk: Talk, question: Question) -> str:
    """A question with her answer, in the team's language, as one line of a case."""
    language = session.context.team_language
    asked = translate(f"{talk.flow}.{question.id}", question.text, language)
    value = talk.progress.answers.get(question.id)
    filled = fill(asked, Placeholders(session.context, about(session, talk)))
    return f"{filled} – {answer_text(session, talk, question, value, language)}"


def _remark(session: Session, talk: Talk, flag: Flag) -> str:
    """What the author of the conversation says to whoever reads the case, in the team's language."""
    words = translate(f"{talk.flow}.{flag.id}", flag.remark, session.context.team_language)
    return fill(words, Placeholders(session.context, about(session, talk)))


def _what_she_reported(session: Session, talk: Talk, flag: Flag) -> tuple[str, str] | None:
    """All that was answered before the first case of a report opens, and which of it are her own words.

    None where this is no report, or has a case already: what follows is added answer by answer. Words in which
    triage found something stand in the case that they opened.
    """
    if talk.cases or not session.scripts.is_report(talk.flow):
        return None
    given = [(talk.script.flow.question(step), value) for step, value in talk.progress.answers.items()]
    asked = [(question, value) for question, value in given if question and value is not None and not question.bare]
    sealed = {question.id: str(value) for question, value in asked if question.kind is Kind.TEXT}
    hers = {step: session.context.uow.open(session.context.person, words) for step, words in sealed.items()}
    apart = {step for step, words in hers.items() if screen(session, words).severity >= Severity.ATTENTION}
    lines = [question_and_answer(session, talk, question) for question, _ in asked if question.id not in apart]
    if not lines:
        return None
    return "\n".join(lines), "\n".join(words for step, words in hers.items() if step not in apart)


def _what_she_answered(session: Session, talk: Talk, flag: Flag) -> str:
    """The answers that made a flag true; a flag that needs none is told by the conversation's title."""
    situation = Situation(talk.progress.answers, talk.facts, talk.progress.heard)
    steps = [step for test in tests_in(flag.when) if (step := answer_in(test)) and test.holds(situation)]
    # The branches it stands in come first; what raised it comes last.
    asked = [talk.script.flow.question(step) for step in dict.fromkeys(reversed(steps))]
    questions = [question for question in asked if question and not question.bare]
    told = [question_and_answer(session, talk, question) for question in questions[:MOST_ANSWERS_TOLD]]
    title = translate(f"flow.{talk.flow}", talk.script.flow.title, session.context.team_language)
    return "\n".join(reversed(told)) or title


def _about(triage: Triage) -> tuple[str, bool]:
    """The gravest topic of what was found, and whether only safeguarding may read it."""
    found = sorted(triage.categories, key=lambda category: list(_TOPICS).index(category) if category in _TOPICS else 99)
    if not found:
        return "wellbeing", True  # nobody could screen it: until a person has read it, as few as possible may
    return _TOPICS.get(found[0], "practical"), any(category in _RESTRICTED for category in triage.categories)
