"""The page of an opened case: who she is, what was said, what has been done. Only ever shown, never sent or stored."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cases.forms.visit import Visit
from bot.cases.hearing import ANSWER_CHANGED, RESTRICTED_NOW
from bot.cases.linking.showing import linked_passages
from bot.cases.rules.life_cycle import KEPT_FROM, UNTAKEN
from bot.cases.sharing.keeping import SHARED, SHARING_CHANGED
from bot.cases.sharing.showing import allowed
from bot.cases.telling.card import verbs_of
from bot.cases.telling.texts import plain, source_word, team_time
from bot.cases.verbs import HAND_OVER, REOPEN, REOPEN_HERE, REPLY, RESOLVE, STEP, TAKE_HERE
from bot.cases.views import Passage, View
from storage.anonymous import ANONYMOUS
from storage.cases import CaseChange, CaseLine, changes_of, lines_of
from storage.people import Person, find_people

_IDS_FOR_MACHINES = ("lexicon:", "not-screened")


def case_page(visit: Visit, lead: Sequence[Passage] = (), sent: Sequence[Passage] = ()) -> View:
    """Everything that is known of the case, in her language, in the programme's zone.

    `lead` stands first, `sent` after what was said.
    """
    file = visit.file
    lines, changes = lines_of(file.uow.db, [file.id]), changes_of(file.uow.db, [file.id])
    named = {line.author_id for line in lines} | {change.who for change in changes} | {c.detail for c in changes}
    people = find_people(file.uow.db, named - {""})
    first = next((line.id for line in lines if line.kind == "flag"), None)
    said = [_line(visit, line, people, "passage.flag" if line.id == first else "passage.flag_again") for line in lines]
    done = "\n".join(text for change in changes if (text := _done(visit, change, people)))
    known = (*lead, *allowed(visit), _student(visit), *linked_passages(visit))
    return visit.page(
        "modal.case", *known, *said, *sent, Passage(visit.text("passage.log"), done),
        Passage("", visit.text("passage.logged")), buttons=_next(visit),
    )  # fmt: skip


def _student(visit: Visit) -> Passage:
    context, case = visit.file.context, visit.file.case
    if context.person.role == ANONYMOUS:
        known = (visit.text("passage.nobody_knows"), f"{visit.text('card.language')}: {case.language}")
        return Passage(visit.text("passage.student"), "\n".join(known))
    placement, coordinator = context.placement, context.coordinator
    facts = (
        context.person.name,
        " · ".join(filter(None, (placement.host, placement.role))),
        f"{visit.text('role.coordinator')}: {coordinator.name}" if coordinator else "",
        f"{visit.text('card.language')}: {case.language}",
    )
    return Passage(visit.text("passage.student"), "\n".join(filter(None, facts)))


def _line(visit: Visit, line: CaseLine, people: dict[str, Person], raised: str) -> Passage:
    when = _time(visit, line)
    if line.author_id:
        author = people[line.author_id].name if line.author_id in people else line.author_id
        heading = visit.text("passage.written", person=author, when=when)
    elif line.kind == "words":
        heading = visit.text("passage.words", when=when)
    else:
        heading = f"{visit.text(raised)}, {when}" if line.kind == "flag" else when
    source = "" if line.author_id else source_word(line.source, visit.language)
    body = visit.file.uow.open(visit.file.context.person, line.body) or visit.text("passage.deleted")
    return Passage(" · ".join(filter(None, (heading, source))), "\n".join((body, *_found(visit, line))))


def _found(visit: Visit, line: CaseLine) -> Iterator[str]:
    """What the word list found in her words, and whether it could read them at all."""
    marks = line.marks.split() if line.kind == "words" else []
    if "not-screened" in marks:
        yield visit.text("card.not_screened")
    if patterns := [mark for mark in marks if not mark.startswith(_IDS_FOR_MACHINES)]:
        yield visit.text("flag.triage", title=", ".join(patterns))


def _done(visit: Visit, change: CaseChange, people: dict[str, Person]) -> str:
    """One change as the log tells it, or "" for one that is of no use to read."""
    language = visit.language
    who = people[change.who].name if change.who in people else change.who
    other = people[change.detail].name if change.detail in people else change.detail
    by_student = change.who == visit.file.case.person_id
    told = {
        "raised": lambda: plain("log.raised", language, severity=plain(f"severity.{change.detail}", language)),
        "alarmed": lambda: plain("log.alarmed", language),
        "taken": lambda: plain("log.taken", language, person=who),
        "handed_over": lambda: plain("log.handed_over", language, person=who, to_person=other),
        "replied": lambda: plain("log.replied", language, person=who),
        "resolved": lambda: plain(
            "log.resolved", language, person=who, outcome_word=plain(f"outcome.{change.detail}", language)
        ),
        "reopened": lambda: visit.text("log.reopened_by_student" if by_student else "log.reopened", person=who),
        "opened": lambda: plain("log.opened_by", language, person=who),
        "paged": lambda: plain("log.paged", language, person=other),
        "reminded": lambda: plain("log.reminded", language, person=other),
        "asked": lambda: plain("log.asked", language, person=other),
        "given_back": lambda: plain("log.lost", language, person=other),
        "on_it": lambda: plain("log.on_it", language, person=who),
        SHARED: lambda: plain("log.shared", language),
        SHARING_CHANGED: lambda: plain("log.sharing_changed", language),
        RESTRICTED_NOW: lambda: plain("log.restricted_now", language),
        STEP: lambda: plain("log.step", language, person=who, kind_word=plain(f"step.{change.detail}", language)),
        ANSWER_CHANGED: lambda: plain("log.answer_changed", language),
        KEPT_FROM: lambda: plain("log.kept_from", language, person=other),
    }.get(change.what)
    return f"{_time(visit, change)} · {told()}" if told else ""


def clock_of(visit: Visit, moment: datetime) -> str:
    """A time as the page writes it."""
    return team_time(moment, visit.file.uow.now, visit.file.context.settings.programme.zone, visit.language)


def _time(visit: Visit, row: CaseLine | CaseChange) -> str:
    return clock_of(visit, row.at)


def _next(visit: Visit) -> tuple[str, ...]:
    state = visit.file.case.state
    if state in UNTAKEN:
        return (TAKE_HERE, HAND_OVER)
    return (REOPEN_HERE,) if REOPEN in verbs_of(state) else (REPLY, STEP, HAND_OVER, RESOLVE)
