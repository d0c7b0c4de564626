"""Keeping a case from somebody: nothing about it reaches this person from now on, and whoever stands in is told."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bot import log as logs
from bot.cases.case_file import PROGRAM, CaseFile
from bot.cases.clock.restart import restart_clock
from bot.cases.parties.finding import ANSWER, WORDS, Involved
from bot.cases.rules.alternates import alternates, first_reader
from bot.cases.rules.life_cycle import KEEP_FROM, KEPT_FROM, RESOLVED
from bot.cases.telling.alarm import raise_alarm
from bot.cases.telling.card import card_key, close_in_channel, log, post_card
from bot.cases.telling.colleagues import tell, ways_to
from bot.cases.telling.holding import end_and_say
from bot.cases.telling.home import home_of
from bot.cases.telling.student import news
from bot.facts.context import Context
from bot.facts.desk import desk
from bot.facts.duty.on_duty import STAFF
from storage.cases import Case
from storage.outbox import Priority
from storage.parties import add_party, withdraw
from storage.people import Person, find_people

_log = logs.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """Whom a case is kept from since this turn; `taken_away` is true where one of them had it."""

    people: tuple[Person, ...] = ()
    taken_away: bool = False

    @property
    def team(self) -> tuple[Person, ...]:
        """Those of the team: who could have read it."""
        return tuple(person for person in self.people if person.role in STAFF)


def keep_case_from(context: Context, case: Case, involved: Involved) -> None:
    """Keep a case that stands from those she says are involved."""
    file = CaseFile(context, case)
    kept = keep_from(file, (), involved)
    if kept.taken_away:
        raise_alarm(file)
    tell_about(file, kept, late=True)


def keep_from(file: CaseFile, named: Collection[str], involved: Involved) -> Kept:
    """Keep a case from those who are named and those she said are involved: written down, and taken back where it was.

    To be called before anybody is told of what was said; `tell_about` comes after that.
    """
    own = file.context.coordinator
    left_out = {own.id} if involved.unnamed and own else set()
    if involved.unnamed and not file.case.restricted:
        file.change(restricted=True)
    new = [
        *_new(file, named, WORDS),
        *_new(file, (involved.ids | left_out) - set(named), ANSWER),
    ]
    kept = Kept(tuple(new), taken_away=any(person.id == file.case.assignee_id for person in new))
    if kept.team:
        chats, keys = set(_chats(file, kept.team)), _card_keys(file, kept.team)
        withdraw(file.uow.db, file.id, file.case.number, chats, keys)
    for person in new:
        _write_down(file, person)
    return kept


def tell_about(file: CaseFile, kept: Kept, *, late: bool) -> None:
    """Tell those who stand in, and her; `late`: a card stood in the channel before."""
    if not kept.team:
        return
    if late:
        close_in_channel(file)
        post_card(file)
    for person in kept.team:
        log(file, "log.kept_from", person=person.name)
        if late:
            home_of(file.uow, file.context.settings, person)
    if kept.taken_away and file.case.state != RESOLVED:
        for reader in alternates(file.context, file.case, file.parties())[:1]:
            tell(file, reader, "page.stands_in")
    _tell_her(file, kept)


def _tell_her(file: CaseFile, kept: Kept) -> None:
    reader = file.assignee() or first_reader(file.context, file.case, file.parties())
    if reader is None:
        _log.error("a case is kept from everybody on the team", case=file.case.number)
        news(file, "case.kept_from_all", priority=Priority.REPLY)
        return
    names = ", ".join(person.name for person in kept.team)
    news(file, "case.kept_from", person=names, reader=reader.name, priority=Priority.REPLY)


def _new(file: CaseFile, ids: Iterable[str], source: str) -> list[Person]:
    people = find_people(file.uow.db, set(ids) - {file.case.person_id})
    return [
        people[each] for each in sorted(people) if add_party(file.uow.db, file.id, each, file.uow.now, source)
    ]  # fmt: skip


def _write_down(file: CaseFile, person: Person) -> None:
    """One row each; whoever had it has it no more, and lets the chat go."""
    if person.id != file.case.assignee_id:
        file.note(PROGRAM, KEPT_FROM, person.id)
        return
    end_and_say(file)
    gone: dict[str, object] = {"assignee_id": "", "taken_at": None}
    if file.move(KEEP_FROM, PROGRAM, person.id, **gone):
        restart_clock(file)
        return
    file.change(assignee_id="")
    file.note(PROGRAM, KEPT_FROM, person.id)


def _chats(file: CaseFile, people: Iterable[Person]) -> Iterator[tuple[str, str]]:
    """Every chat in which one of these could read: the channel, her own chats, her mail."""
    where = desk(file.context.settings)
    yield where.lane, where.chat
    for person in people:
        yield from ((own.lane, own.chat) for own in ways_to(file.uow, file.context.settings, person))


def _card_keys(file: CaseFile, people: Iterable[Person]) -> list[str]:
    return [card_key(file.id), *(card_key(file.id, person.id) for person in people)]
