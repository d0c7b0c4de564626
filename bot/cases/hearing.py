"""Something a person must look at was heard: a case opens, or a line is added to the one that is open about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from bot import metrics
from bot.cases.case_file import ADDED, CREATED, PROGRAM, RAISED, CaseFile
from bot.cases.clock.restart import restart_clock
from bot.cases.parties.finding import NOBODY, Involved, found_in
from bot.cases.parties.keeping import Kept, keep_case_from, keep_from, tell_about
from bot.cases.rules.life_cycle import ALARM, ANSWER, CHANGE_OF, REPLY, RESOLVED, TAKE, UNTAKEN, WAITING
from bot.cases.telling import alarm
from bot.cases.telling.card import log, post_card
from bot.cases.telling.colleagues import tell
from bot.cases.telling.holding import end
from bot.cases.telling.student import news, receipt
from bot.cases.telling.texts import plain, severity_word, source_word
from bot.cases.verbs import ON_IT
from bot.facts.context import Context
from flows.catalogue import COMPLAINTS
from flows.severity import Severity
from storage.cases import Case, changes_of, find_case, open_case, unresolved_of
from storage.outbox import Priority
from storage.parties import parties_of
from storage.people import change_person

_SCREENED = "lexicon:"
"""Marks of words in which the word list found something begin one of their parts so."""
ABOUT_SAFETY, COMPLAINED = "safety", COMPLAINTS | {"problem"}
"""Topic and sources of cases in which somebody who is spoken of may be whom she complains of."""
ANSWER_CHANGED, RESTRICTED_NOW = "answer_changed", "restricted_now"
_GRAVEST_FIRST = ("safety", "wellbeing", "workload", "practical")
_STILL_ON_IT = timedelta(hours=1)
"""Whoever took an emergency, or wrote in it, less than this ago is taken to be on it: more of it calls nobody again."""
_ON_IT = frozenset({CHANGE_OF[TAKE], CHANGE_OF[REPLY], ON_IT})


@dataclass(frozen=True, slots=True)
class Concern:
    """What was heard, and how soon a person must look.

    `topic` is as coarse as a card may show: safety, wellbeing, workload, practical. `restricted` is for safeguarding
    and the named coordinator only. `source` is the conversation it was said in, or `message`. `lines` are triples of
    kind (flag, words, answer), body in plain text, and marks: the ids of the flag or the patterns. `hers` is false for
    what the program noticed and she did not say: she gets no receipt for it, and routine messages need not rest.
    `involved` is what she answered when she was asked whether somebody of the team is involved. `said` are her own
    words where they stand within other lines. `anew`: a case of its own, even where one about the same is open.
    `joins` is the row id of a case that it belongs to whatever it is about, 0 for none.
    """

    topic: str
    severity: Severity
    restricted: bool
    source: str
    lines: tuple[tuple[str, str, str], ...]
    hers: bool = True
    involved: Involved = NOBODY
    said: str = ""
    anew: bool = False
    joins: int = 0

    def who(self, context: Context) -> str:
        """Who brought it up: she, or the program."""
        return context.person.id if self.hers else PROGRAM


def hear(context: Context, concern: Concern) -> Case:
    """Open a case, or add to hers that is unresolved, of the same topic and equally restricted.

    Severity only rises; a deadline that is running only gets earlier.

    Raises:
        ValueError: the severity is below attention, which makes no case.
    """
    if concern.severity < Severity.ATTENTION:
        raise ValueError(f"{concern.severity.word} makes no case: only attention and above are for a person to look at")
    if concern.involved.unnamed:
        concern = replace(concern, restricted=True)
    open_cases = unresolved_of(context.uow.db, context.person.id)
    found = next((case for case in open_cases if _belongs_in(concern, case)), None)
    others = [case for case in open_cases if case is not found]
    concern = replace(concern, involved=_named_before(context, concern.involved, others))
    file = _add(CaseFile(context, found), concern) if found else _open(context, concern)
    _take_away_from_those_named(file, others)
    if concern.severity >= Severity.URGENT and concern.hers:
        change_person(context.uow.db, context.person.id, urgent_at=context.now)
    return file.case


def _belongs_in(concern: Concern, case: Case) -> bool:
    if concern.joins:
        return concern.joins == case.id
    return not concern.anew and (concern.topic, concern.restricted) == (case.topic, case.restricted)


def add_words(
    context: Context, case: Case, kind: str, body: str, source: str, *,
    said: str | None = None, concerning: bool = False, involved: Involved = NOBODY,
) -> None:  # fmt: skip
    """What she says in a case lands in it: a waiting one goes back to whoever has it, a closed one opens again.

    `kind` is words or answer: the further answers of a talk are added quietly, since its flag has been told. `said` are
    her own words where the body holds others too, "" where it holds none of hers: they are looked through for names,
    and where they are `concerning` also for "my coordinator". `involved` is as in `Concern`.
    """
    file = CaseFile(context, find_case(context.uow.db, case.id or 0) or case)
    file.add_line(kind, body, source=source)
    concerning = concerning or _concerning(file.case)
    named = found_in(context, body if said is None else said, concerning=concerning)
    kept = keep_from(file, named, involved)
    _land(file, kind)
    if kept.taken_away:
        alarm.raise_alarm(file)
    tell_about(file, kept, late=True)


def change_answer(context: Context, case_id: int, body: str, source: str, said: str) -> CaseFile | None:
    """An answer that stands in a case was changed: both stand there now, and whoever has the case is told.

    `said` are the new words, where they are her own. Nothing is withdrawn: neither state nor severity changes.
    """
    case = find_case(context.uow.db, case_id)
    if case is None:
        return None
    file = CaseFile(context, case)
    file.add_line("answer", body, source=source)
    file.note(context.person.id, ANSWER_CHANGED)
    kept = keep_from(file, found_in(context, said, concerning=_concerning(case)), NOBODY)
    log(file, "log.answer_changed")
    if (assignee := file.assignee()) and file.case.state not in (*UNTAKEN, RESOLVED):
        tell(file, assignee, "page.student_wrote")
    if kept.taken_away:
        alarm.raise_alarm(file)
    tell_about(file, kept, late=True)
    return file


def _concerning(case: Case) -> bool:
    """What is said here is a complaint, so that "my coordinator" names one."""
    return case.topic == ABOUT_SAFETY or case.source in COMPLAINED


def _land(file: CaseFile, kind: str) -> None:
    before, context = file.case.state, file.context
    if kind == "answer" and before not in (WAITING, RESOLVED):
        return
    again: dict[str, object] = {"resolved_at": None, "outcome": ""} if before == RESOLVED else {}
    if file.move(ANSWER, context.person.id, **again) and before in (WAITING, RESOLVED):
        restart_clock(file)
    log(file, "log.student_wrote")
    if assignee := file.assignee():
        tell(file, assignee, "page.student_wrote")
    if file.case.state != before:
        post_card(file)
    if before == RESOLVED:
        log(file, "log.reopened_by_student")
        news(file, "case.reopened")


def _open(context: Context, concern: Concern) -> CaseFile:
    case = Case(
        person_id=context.person.id, topic=concern.topic, severity=int(concern.severity), restricted=concern.restricted,
        source=concern.source, language=context.language, opened_at=context.now, deadline_at=context.now,
    )  # fmt: skip
    file = CaseFile(context, open_case(context.uow.db, case))
    restart_clock(file)
    file.note(concern.who(context), CREATED, concern.severity.word)
    context.uow.afterwards.append(partial(metrics.case_opened, concern.severity.word))
    _write_down(file, concern)
    kept = _keep_from(file, concern)
    post_card(file, first=True)
    language = context.team_language
    log(
        file, "log.opened", "log.thread_private", severity=severity_word(file.case, language),
        topic_word=plain(f"card_topic.{concern.topic}", language), source_word=source_word(concern.source, language),
    )  # fmt: skip
    alarm.raise_alarm(file)
    if concern.hers:
        receipt(file)
    tell_about(file, kept, late=False)
    return file


def _add(file: CaseFile, concern: Concern) -> CaseFile:
    raised = concern.severity > file.case.severity
    before, known = file.case, file.known_to_her()
    sooner = _restrict(file, concern) or raised
    _write_down(file, concern)
    file.note(concern.who(file.context), ADDED, concern.severity.word)
    if raised:
        file.change(severity=int(concern.severity))
        file.note(PROGRAM, RAISED, concern.severity.word)
    kept = _keep_from(file, concern)
    alarming = _must_be_taken_anew(file, concern, raised)
    answered = not alarming and file.case.state == WAITING and file.move(ANSWER, file.context.person.id)
    if sooner or alarming or answered:
        restart_clock(file, not_after=None if answered else before.deadline_at)
    log(file, "log.raised" if raised else "log.added", severity=severity_word(file.case, file.context.team_language))
    told = alarm.raise_alarm(file) if sooner or alarming or kept.taken_away else set()
    assignee = file.assignee()
    if assignee and assignee.id not in told:
        tell(file, assignee, "page.student_wrote")
    post_card(file)
    if concern.hers:
        _tell_her(file, known, raised)
    tell_about(file, kept, late=True)
    return file


def _restrict(file: CaseFile, concern: Concern) -> bool:
    """A case that turns out to be for safeguarding alone is that from now on, and about the graver of both topics."""
    if not concern.restricted or file.case.restricted:
        return False
    file.change(restricted=True, topic=min(concern.topic, file.case.topic, key=_GRAVEST_FIRST.index))
    file.note(PROGRAM, RESTRICTED_NOW)
    log(file, "log.restricted_now")
    return True


def _tell_her(file: CaseFile, known: bool, raised: bool) -> None:
    """That it is more urgent now; or, where she had never heard of it, that there is such a case."""
    if not known:
        receipt(file)
    elif raised:
        emergency = file.case.severity >= Severity.EMERGENCY
        news(file, "case.raised_emergency" if emergency else "case.raised", priority=Priority.REPLY)


def _must_be_taken_anew(file: CaseFile, concern: Concern, raised: bool) -> bool:
    """An emergency in a case that somebody took for something lesser, or long ago, calls people again."""
    if concern.severity < Severity.EMERGENCY or file.case.state in UNTAKEN:
        return False
    acts = [change.at for change in changes_of(file.uow.db, [file.id], _ON_IT)]
    # An act that lies ahead was done before somebody set the clock back: nobody knows how long ago.
    if not raised and any(timedelta(0) <= file.uow.now - at < _STILL_ON_IT for at in acts):
        return False
    if not file.move(ALARM, file.context.person.id, taken_at=None):
        return False
    end(file)
    return True


def _named_before(context: Context, involved: Involved, others: Sequence[Case]) -> Involved:
    """Whom she named in another open case hears nothing of this one either."""
    earlier = [parties_of(context.uow.db, case.id or 0) for case in others]
    return replace(involved, ids=involved.ids.union(*earlier))


def _take_away_from_those_named(file: CaseFile, others: Sequence[Case]) -> None:
    """Whoever this restricted case is about no longer holds another of hers, nor the chat with her."""
    if not file.case.restricted:
        return
    parties = parties_of(file.uow.db, file.id)
    for case in others:
        if case.assignee_id in parties:
            keep_case_from(file.context, case, Involved(parties))


def _keep_from(file: CaseFile, concern: Concern) -> Kept:
    """Look through what she wrote; what the word list found something in is concerning."""
    written = [(body, _SCREENED in marks) for kind, body, marks in concern.lines if kind == "words"]
    written += [(concern.said, _concerning(file.case))] if concern.said else []
    named = [found_in(file.context, body, concerning=screened) for body, screened in written]
    return keep_from(file, frozenset().union(*named), concern.involved)


def _write_down(file: CaseFile, concern: Concern) -> None:
    for kind, body, marks in concern.lines:
        file.add_line(kind, body, source=concern.source, severity=int(concern.severity), marks=marks)
