"""Sharing lifts: who fits whom, and what each of the two is told once both have said yes.

They fit who go to the same workplace, from an area written alike, and need to be there within an hour of one another.
The workplace is looked up in an index; the areas are sealed, so only those few are opened and compared.
"""

import re
from collections.abc import Mapping
from datetime import time

from rapidfuzz import fuzz

from bot.facts.checkin_time import after_quiet
from bot.facts.context import Context
from bot.facts.lifts import ABOUT
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from bot.words.language import say
from bot.words.outgoing import Message, pack
from flows.conditions import Value
from storage import lifts
from storage.followups import fulfil_each, promise_each
from storage.lifts import NO, YES, LiftPair, LiftWish
from storage.outbox import Priority
from storage.people import Person, find_people
from storage.posting import post_to

MATCH = "lift_match"
_ALIKE = 80
"""Of 100: two spellings of a word, such as "centre" and "center", but not "north" and "south"."""
_APART = 60
"""Minutes."""


def finished(session: Session, talk: Talk) -> None:
    """She has said where she travels from and may be asked about others, or leaves the list, or leaves it as it is."""
    answers = talk.progress.answers
    if answers.get("join") == "yes" and answers.get("area") and answers.get("reach_me"):
        _list(session, answers)
    elif answers.get("stay") == "leave" or (answers.get("stay") is None and "join" in answers):
        leave(session.context)


def answered(session: Session, talk: Talk, said: str) -> None:
    """She has said whether she wants to share with the one who waits; both are told as soon as both want to."""
    context, other = session.context, talk.facts.get(ABOUT)
    if said == "leave":
        leave(context)
        return
    mine = lifts.pairs_of(context.uow.db, context.person.id)
    pair = next((pair for pair in mine if pair.other(context.person.id) == other), None)
    if pair is None:
        session.post(session.notice("lift.gone"))
    elif not pair.agreed:
        if lifts.answer(context.uow.db, pair, context.person.id, YES if said == "yes" else NO):
            _introduce(session, pair)
        elif said == "yes":
            session.post(session.notice("lift.waiting"))
    if any(each.waits_for(context.person.id) for each in mine if each is not pair):
        promise_each(context.uow.db, [context.person.id], MATCH, context.now)


def leave(context: Context) -> None:
    """Take her off the list; nobody who was not introduced to her is asked about her any more."""
    db, her = context.uow.db, context.person.id
    others = {pair.other(her) for pair in lifts.pairs_of(db, her) if not pair.agreed}
    lifts.drop_wish(db, her)
    left = lifts.pairs_of_any(db, others)
    waiting = {each for each in others for pair in left if pair.is_of(each) and pair.waits_for(each)}
    fulfil_each(db, {her, *others} - waiting, MATCH)


def _list(session: Session, answers: Mapping[str, Value]) -> None:
    """Put her on the list, and let whoever fits be asked, and her, at the next good moment of each."""
    context = session.context
    wish = LiftWish(
        person_id=context.person.id, host=_compared(context.placement.host), area=str(answers["area"]),
        arrive=str(answers.get("arrive") or ""), reach=str(answers["reach_me"]), wished_at=context.now,
    )  # fmt: skip
    lifts.put_wish(context.uow.db, wish)
    known = {pair.other(wish.person_id) for pair in lifts.pairs_of(context.uow.db, wish.person_id)}
    found = [other for other in _fitting(context, wish) if other not in known]
    ids = [sorted((wish.person_id, other)) for other in found]
    pairs = [LiftPair(first_id=first, second_id=second, found_at=context.now) for first, second in ids]
    lifts.add_pairs(context.uow.db, pairs)
    if found:
        promise_each(context.uow.db, [wish.person_id, *found], MATCH, context.now)


def _fitting(context: Context, wish: LiftWish) -> list[str]:
    """The roster ids of whoever else fits."""
    others = lifts.others_to(context.uow.db, wish.host, wish.person_id, context.local_now.date())
    near = [other for other in others if _within_an_hour(wish.arrive, other.arrive)]
    people = find_people(context.uow.db, {other.person_id for other in near}) if near else {}
    hers = context.uow.open(context.person, wish.area)
    return [
        each.person_id for each in near if alike(hers, context.uow.open(people[each.person_id], each.area))
    ]  # fmt: skip


def alike(one: str, other: str) -> bool:
    """Whether two people mean the same part of town: every word of the shorter stands in the longer, or nearly."""
    shorter, longer = sorted((_compared(one).split(), _compared(other).split()), key=len)
    return bool(shorter) and all(any(fuzz.ratio(word, each) >= _ALIKE for each in longer) for word in shorter)


def _compared(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", words.casefold()).split())


def _within_an_hour(one: str, other: str) -> bool:
    """Both times of day are close; somebody who has named none is free."""
    if not one or not other:
        return True
    first, second = (time.fromisoformat(clock) for clock in (one, other))
    return abs(first.hour * 60 + first.minute - second.hour * 60 - second.minute) <= _APART


def _introduce(session: Session, pair: LiftPair) -> None:
    """Tell each the other's first name and what the other wrote: her now, the other when the night is over."""
    context = session.context
    db, uow = context.uow.db, context.uow
    other = find_people(db, {pair.other(context.person.id)})[pair.other(context.person.id)]
    theirs = Context(uow, context.settings, other)
    session.post(session.notice("lift.found", **_shown(theirs)))
    text = say("lift.found", theirs.language, {"host": theirs.placement.host, **_shown(context)})
    morning = after_quiet(context.now, theirs.zone, context.settings)
    post_to(uow, other, pack(Message(text)), priority=Priority.PROMPT, not_before=morning)


def _shown(context: Context) -> dict[str, str]:
    """What the other may know of somebody: a first name, and how to reach this person."""
    wish = lifts.wish_of(context.uow.db, context.person.id)
    person: Person = context.person
    return {
        "person": next(iter(person.name.split()), ""),
        "reach": context.uow.open(person, wish.reach) if wish else "",
    }
