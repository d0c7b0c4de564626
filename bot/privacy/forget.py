"""Forgetting somebody: at once, by destroying her key; an open restricted case is kept until it is resolved."""

from babel.dates import format_date

from bot.facts.context import Context
from bot.facts.placeholders import Placeholders
from bot.words.language import date_locale, say
from bot.words.outgoing import Message, pack
from storage import consent, erasure, people
from storage.attachments import bodies_of
from storage.cases import Case, change_case, lines_of, note_change, unresolved_of
from storage.outbox import Priority
from storage.people import Account
from storage.posting import post_to, reachable_account
from storage.sharing import sharing_in
from storage.unit_of_work import UnitOfWork

FORGOTTEN = "forgotten"
"""The outcome of a case that ended because the student asked to be forgotten."""


def forget(context: Context, account: Account | None) -> list[Case]:
    """Stop at once and forget her; gives the cases that were closed by it, whose cards are now out of date.

    Everything she told us is deleted and her key destroyed, in the copies too. Of an open restricted case the words are
    kept, sealed with a fresh key, and with them her name and accounts, so that people can finish: `finish_forgetting`
    deletes them when it is resolved. The farewell goes to `account`, else to the one she used last.
    """
    uow, person = context.uow, context.person
    where = account or reachable_account(uow, person.id)
    unresolved = unresolved_of(uow.db, person.id)
    kept = [case for case in unresolved if case.restricted]
    closed = [case for case in unresolved if not case.restricted]
    _close(uow, closed)
    _stop(context)
    if kept:
        _keep_only(context, kept)
    else:
        _erase(context)
    if where is not None:
        post_to(uow, person, pack(Message(_farewell(context, kept))), priority=Priority.REPLY, account=where)
    return closed


def finish_forgetting(uow: UnitOfWork) -> int:
    """Delete what was kept of people who asked to be forgotten and whose restricted cases are resolved by now.

    Gives how many people that were; the clock's tick calls it.
    """
    done = [
        person for person in erasure.half_forgotten(uow.db)
        if not any(case.restricted for case in unresolved_of(uow.db, person.id))
    ]  # fmt: skip
    for person in done:
        erasure.erase_words(uow.db, person.id)
        erasure.erase_identity(uow.db, person.id)
    if done:
        uow.vault.forget()
    return len(done)


def _stop(context: Context) -> None:
    uow, person = context.uow, context.person
    person.forgotten_at, person.stopped_at, person.consented_at = uow.now, uow.now, None
    stopped = {"forgotten_at": uow.now, "stopped_at": uow.now, "consented_at": None, "paused_until": None,
               "held_case_id": None, "held_until": None}  # fmt: skip
    people.change_person(uow.db, person.id, **stopped)
    people.change_placement(uow.db, person.id, next_checkin_at=None, ask_again_at=None, requested_at=None)
    consent.withdraw(uow.db, person.id, uow.now)


def _close(uow: UnitOfWork, cases: list[Case]) -> None:
    closed = {
        "state": "resolved", "resolved_at": uow.now, "outcome": FORGOTTEN,
        "page_at": None, "climb_at": None, "climbed": 0,
    }  # fmt: skip
    for case in cases:
        assert case.id is not None, "a case that was read has an id"
        change_case(uow.db, case.id, **closed)
        note_change(uow.db, case.id, uow.now, case.person_id, "resolved", FORGOTTEN)


def _keep_only(context: Context, cases: list[Case]) -> None:
    """Delete everything but these cases, whose words get a fresh key: the old one opened all she ever told us."""
    uow, person = context.uow, context.person
    ids = [case.id for case in cases if case.id is not None]
    fresh = uow.vault.new_key()
    said = {line.id: uow.open(person, line.body) for line in lines_of(uow.db, ids) if line.id is not None}
    sent = {file: uow.vault.open_bytes(person.data_key, body) for file, body in bodies_of(uow.db, ids).items()}
    unsafe = {case: uow.open(person, each.unsafe) for case, each in sharing_in(uow.db, ids).items() if each.unsafe}
    erasure.erase_words(uow.db, person.id, but_cases=ids)
    words = {line: uow.vault.seal(fresh, body) for line, body in said.items()}
    files = {file: uow.vault.seal_bytes(fresh, content) for file, content in sent.items()}
    places = {case: uow.vault.seal(fresh, said) for case, said in unsafe.items()}
    erasure.change_key(uow.db, person.id, fresh, words, files, places)
    person.data_key = fresh
    uow.vault.forget()


def _erase(context: Context) -> None:
    uow, person = context.uow, context.person
    erasure.erase_words(uow.db, person.id)
    erasure.erase_identity(uow.db, person.id)
    person.data_key = None
    uow.vault.forget()


def _farewell(context: Context, kept: list[Case]) -> str:
    language = context.language
    if not kept:
        return say("forget.done", language)
    began = min(case.opened_at for case in kept).astimezone(context.zone).date()
    given = {
        "number": ", ".join(case.number for case in kept),
        "when": format_date(began, "long", locale=date_locale(language)),
        "kept_reason": say("forget.kept_reason", language), "kept_until": say("forget.kept_until", language),
    }  # fmt: skip
    return say("forget.kept", language, Placeholders(context, given))
