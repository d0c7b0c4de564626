"""Placeholders of the mentorship that a talk speaks of, looked up only when a text asks for one."""

from collections.abc import Mapping
from functools import cache, partial

import orjson

from bot.facts.about import About
from bot.facts.context import Context
from bot.facts.mentoring.known import MentoringKnown
from bot.facts.mentoring.requests import Request, waiting_requests
from bot.facts.mentoring.rounds import read_row
from bot.mentoring.hub import mentees_listed
from bot.mentoring.matching.reasons import in_words, read_kept
from bot.mentoring.meetings.words import meeting_spoken_of
from bot.mentoring.naming import first_name, name_of
from bot.words.language import say, translate
from flows.catalogue import by_id
from flows.conditions import Value
from flows.mentoring.expectations import mentee_expectations
from flows.mentoring.topics import TOPICS
from storage.conversations import latest_done
from storage.mentoring_profiles import MentoringProfile, profiles, waiting_before
from storage.mentorships import NOT_YET, Mentorship, mentorships_with
from storage.people import find_people

Values = Mapping[str, Value]


def mentorship_spoken_of(context: Context, facts: Values, answers: Values) -> Mapping[str, object]:
    """What stands for it: `partner`, the other of the two; `pair_1` and so on, a mentor's mentees; `round`."""
    known: dict[str, object] = dict(meeting_spoken_of(context, facts))
    if about := About.among(facts).mentorship:
        spoken_of = MentoringKnown(context, about)
        known["partner"] = lambda: name_of(spoken_of.partner, context)
        known["days_since"] = lambda: _days_since(spoken_of)
        known["match_reason"] = lambda: why_they_fit(spoken_of.pair, context.language)
        known |= _of_a_stranger(spoken_of)
        known |= _asked_of_the_mentor(spoken_of)
        known["hoped_for"] = lambda: _hoped_for(spoken_of)
    if sealed := answers.get("noticed") or answers.get("thanks"):
        known["words_to_send"] = lambda: context.uow.open(context.person, str(sealed))
    rows = facts.get("mentorship_rows")
    if isinstance(rows, tuple):
        names = cache(partial(_names_of_mentees, context))
        known |= {f"pair_{place}": partial(lambda row: names()[int(row)], row) for place, row in enumerate(rows, 1)}
    asked = facts.get("round_rows")
    if isinstance(asked, tuple):
        known["round"] = partial(_listed, context, asked)
    known["mentees_list"] = partial(mentees_listed, context)
    known["waiting_before"] = partial(_waiting_before, context)
    return known


def chosen_pair(facts: Values, choice: Value) -> int:
    """The row id of the mentorship behind an option such as `pair_2`, 0 where it stands for none."""
    rows = facts.get("mentorship_rows")
    if not isinstance(rows, tuple) or not isinstance(choice, str) or not choice.startswith("pair_"):
        return 0
    place = int(choice.removeprefix("pair_")) - 1
    return int(rows[place]) if place < len(rows) else 0


def _days_since(spoken_of: MentoringKnown) -> int:
    pair = spoken_of.pair
    since = (pair.met_at or pair.mentor_signed_at or pair.made_at) if pair else spoken_of.context.now
    return max((spoken_of.context.now - since).days, 0)


def why_they_fit(pair: Mentorship | None, language: str) -> str:
    """Why two people were matched, as one of them reads it: her own wish about a mentor is hers to tell."""
    given = tuple(reason for reason in read_kept(pair.reasons) if reason.code != "wish") if pair else ()
    if not given:
        return say("someone.match_reason", language)
    return say("someone.why_they_fit", language, answer="; ".join(in_words(given, language)))


def _of_a_stranger(spoken_of: MentoringKnown) -> dict[str, object]:
    """Of a mentee whom the mentor does not know yet: no more than a first name, a field and hopes."""
    context = spoken_of.context

    @cache
    def profile() -> MentoringProfile | None:
        mentee = spoken_of.pair.mentee_id if spoken_of.pair else ""
        return profiles(context.uow.db, {mentee}).get(mentee)

    def field() -> str:
        known = profile()
        return known.field if known and known.field else say("someone.field", context.language)

    def hopes() -> str:
        topics = known.topics if (known := profile()) else ()
        named = [say(f"mentoring.topic.{topic}", context.language) for topic in topics]
        return ", ".join(named) or say("someone.hopes", context.language)

    return {
        "partner_first": lambda: first_name(name_of(spoken_of.partner, context)),
        "partner_field": field,
        "partner_hopes": hopes,
    }  # fmt: skip


def _asked_of_the_mentor(spoken_of: MentoringKnown) -> dict[str, object]:
    """What the mentee asks her mentor for."""
    context = spoken_of.context

    def asked() -> Request | None:
        return waiting_requests(context.uow, [spoken_of.pair]).get(spoken_of.pair.id or 0) if spoken_of.pair else None

    def words() -> str:
        found, mentee = asked(), spoken_of.partner
        return context.uow.open(mentee, found.words) if found and found.words and mentee else "–"

    return {
        "request_kind": lambda: say(f"request.{found.kind if (found := asked()) else 'other'}", context.language),
        "request_words": words,
    }


def _waiting_before(context: Context) -> int:
    """How many have waited for a mentor longer than she has; before she waits, all of them."""
    mine = profiles(context.uow.db, {context.person.id}).get(context.person.id)
    since = mine.waiting_since if mine and mine.waiting_since else context.now
    return waiting_before(context.uow.db, context.person.id, since)


def _hoped_for(spoken_of: MentoringKnown) -> str:
    """What the mentee picked before the first meeting, in words."""
    context = spoken_of.context
    talks = latest_done(context.uow.db, context.person.id, mentee_expectations.id, 1)
    topics = [each for talk in talks for each in orjson.loads(talk.answers).get("topics") or () if each in TOPICS]
    named = [translate(f"{mentee_expectations.id}.topics.{each}", TOPICS[each], context.language) for each in topics]
    return ", ".join(named) or say("someone.hoped_for", context.language)


def _names_of_mentees(context: Context) -> dict[int, str]:
    """The names of her mentees; of one who is only proposed the first name alone."""
    pairs = mentorships_with(context.uow.db, context.person.id)
    people = find_people(context.uow.db, {pair.mentee_id for pair in pairs})
    names = {pair.id or 0: name_of(people.get(pair.mentee_id), context) for pair in pairs}
    return names | {pair.id or 0: first_name(names[pair.id or 0]) for pair in pairs if pair.state in NOT_YET}


def _listed(context: Context, rows: tuple[str, ...]) -> str:
    """What is to be asked of her, a line each: the mentee's name and what it is about."""
    names = _names_of_mentees(context)
    asked = [(names.get(about, ""), by_id(flow)) for flow, about in map(read_row, rows)]
    titles = [(name, translate(f"flow.{flow.id}", flow.title, context.language)) for name, flow in asked if flow]
    return "\n".join(f"• {name}: {title}" if name else f"• {title}" for name, title in titles)
