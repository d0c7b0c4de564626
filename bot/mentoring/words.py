"""Placeholders of the mentorship that a talk speaks of, looked up only when a text asks for one."""

from collections.abc import Mapping
from functools import cache, partial

import orjson
from babel.dates import format_date

from bot.facts.about import About
from bot.facts.context import Context
from bot.facts.mentoring.known import MentoringKnown
from bot.facts.mentoring.rounds import read_row
from bot.mentoring.meetings.words import meeting_spoken_of
from bot.words.language import date_locale, say, translate
from flows.catalogue import by_id
from flows.conditions import Value
from flows.mentoring.expectations import mentee_expectations
from flows.mentoring.topics import TOPICS
from storage.conversations import latest_done
from storage.mentorships import mentorships_with
from storage.people import Person, find_people

Values = Mapping[str, Value]


def mentorship_spoken_of(context: Context, facts: Values, answers: Values) -> Mapping[str, object]:
    """What stands for it: `partner`, the other of the two; `pair_1` and so on, a mentor's mentees; `round`."""
    known: dict[str, object] = dict(meeting_spoken_of(context, facts))
    if about := About.among(facts).mentorship:
        spoken_of = MentoringKnown(context, about)
        known["partner"] = lambda: name_of(spoken_of.partner, context)
        known["days_since"] = lambda: _days_since(spoken_of)
        known["match_reason"] = lambda: _why_they_fit(spoken_of)
        known["pair_ends_on"] = lambda: _last_day(spoken_of)
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
    return known


def name_of(person: Person | None, context: Context) -> str:
    """How somebody is called to the other of the two: by the whole name, since both must find one another."""
    return person.name if person and person.name else say("someone.partner", context.language)


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


def _last_day(spoken_of: MentoringKnown) -> str:
    pair, language = spoken_of.pair, spoken_of.context.language
    if pair is None or pair.ends_on is None:
        return say("someone.pair_ends_on", language)
    return format_date(pair.ends_on, "long", locale=date_locale(language))


def _hoped_for(spoken_of: MentoringKnown) -> str:
    """What the mentee picked before the first meeting, in words."""
    context = spoken_of.context
    talks = latest_done(context.uow.db, context.person.id, mentee_expectations.id, 1)
    topics = [each for talk in talks for each in orjson.loads(talk.answers).get("topics") or () if each in TOPICS]
    named = [translate(f"{mentee_expectations.id}.topics.{each}", TOPICS[each], context.language) for each in topics]
    return ", ".join(named) or say("someone.hoped_for", context.language)


def _why_they_fit(spoken_of: MentoringKnown) -> str:
    return say("someone.match_reason", spoken_of.context.language)


def _names_of_mentees(context: Context) -> dict[int, str]:
    pairs = mentorships_with(context.uow.db, context.person.id)
    people = find_people(context.uow.db, {pair.mentee_id for pair in pairs})
    return {pair.id or 0: name_of(people.get(pair.mentee_id), context) for pair in pairs}


def _listed(context: Context, rows: tuple[str, ...]) -> str:
    """What is to be asked of her, a line each: the mentee's name and what it is about."""
    names = _names_of_mentees(context)
    asked = [(names.get(about, ""), by_id(flow)) for flow, about in map(read_row, rows)]
    titles = [(name, translate(f"flow.{flow.id}", flow.title, context.language)) for name, flow in asked if flow]
    return "\n".join(f"• {name}: {title}" if name else f"• {title}" for name, title in titles)
