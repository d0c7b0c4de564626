"""What both have answered about their mentoring, laid beside one another: one page that each of them reads."""

from collections.abc import Mapping
from dataclasses import dataclass

import orjson

from bot.facts.context import Context
from bot.words.language import Trusted, say, translate
from flows.mentoring.expectations import mentee_expectations, mentor_expectations
from flows.mentoring.topics import BOOKERS, CHANNELS, DAYS_OF, RHYTHMS, STYLES, TOPICS
from storage.conversations import latest_done
from storage.mentorships import Mentorship

_MENTEE, _MENTOR = mentee_expectations.id, mentor_expectations.id
_LISTS: Mapping[str, Mapping[str, str]] = {
    "topics": TOPICS, "rhythm": RHYTHMS, "channel": CHANNELS, "style": STYLES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Agreement:
    """The answers of both by step; words in them are sealed with the key of who wrote them."""

    mentee: Mapping[str, object]
    mentor: Mapping[str, object]

    @property
    def rhythm(self) -> str:
        """The rarer of the two rhythms: nobody is asked for more than was said."""
        said = [str(side["rhythm"]) for side in (self.mentee, self.mentor) if side.get("rhythm") in DAYS_OF]
        return max(said, key=lambda each: DAYS_OF[each], default="monthly")

    @property
    def every_days(self) -> int:
        """Days between two meetings."""
        return DAYS_OF[self.rhythm]

    @property
    def channel(self) -> str:
        """How they meet: what the mentor can."""
        return str(self.mentor.get("channel") or self.mentee.get("channel") or "")

    @property
    def books(self) -> str:
        """Who finds the time: the mentee, unless she said otherwise."""
        return str(self.mentee.get("books") or "mentee")


def agreement_of(mentee: Context, mentor: Context, pair: Mentorship) -> Agreement:
    """What the two answered when they signed."""
    return Agreement(_answers(mentee, _MENTEE, pair), _answers(mentor, _MENTOR, pair))


def page_for(reader: Context, mentee: Context, mentor: Context, agreement: Agreement) -> str:
    """The agreement as one of the two reads it."""
    language, names = reader.language, {"mentee": mentee.person.name, "mentor": mentor.person.name}
    lines = [
        say("agreement.head", language, names),
        *(_line(step, agreement, names, language) for step in ("topics", "rhythm", "channel", "style")),
    ]
    if agreement.mentee.get("rhythm") != agreement.mentor.get("rhythm"):
        rarer = _word("rhythm", agreement.rhythm, language)
        lines.append(say("agreement.rarer", language, answer=rarer))
    lines.append(say("agreement.books", language, answer=translate(
        f"{_MENTEE}.books.{agreement.books}", BOOKERS[agreement.books], language)))  # fmt: skip
    lines += _limits(mentee, mentor, agreement, language)
    lines.append(say("agreement.stands", language))
    return Trusted("\n".join(lines))


def _line(step: str, agreement: Agreement, names: Mapping[str, str], language: str) -> str:
    """One question and what both said to it; where they differ, both answers stand there."""
    mentee, mentor = (_words(step, side.get(step), language) for side in (agreement.mentee, agreement.mentor))
    return say(f"agreement.{step}", language, {"answer": mentee, "other": mentor, **names})


def _words(step: str, value: object, language: str) -> str:
    picked = value if isinstance(value, list | tuple) else [value] if value else []
    return ", ".join(_word(step, str(each), language) for each in picked) or say("agreement.nothing", language)


def _word(step: str, option: str, language: str) -> str:
    return translate(f"{_MENTEE}.{step}.{option}", _LISTS[step].get(option, option), language)


def _limits(mentee: Context, mentor: Context, agreement: Agreement, language: str) -> list[str]:
    """What is off limits, where both let the other know; else neither hears of it."""
    sides = ((mentee, agreement.mentee), (mentor, agreement.mentor))
    given = [(context, str(side["off_limits"])) for context, side in sides if side.get("off_limits")]
    if any(side.get("off_limits_shared") != "yes" for _, side in sides):
        return []
    opened = ((context.person.name, context.uow.open(context.person, sealed)) for context, sealed in given)
    return [say("agreement.off_limits", language, person=name, answer=words) for name, words in opened]


def _answers(context: Context, flow: str, pair: Mentorship) -> Mapping[str, object]:
    talks = latest_done(context.uow.db, context.person.id, flow, 6)
    mine = (talk for talk in talks if orjson.loads(talk.progress).get("facts", {}).get("about_mentorship") == pair.id)
    found = next(mine, None)
    return orjson.loads(found.answers) if found else {}
