"""A crowd of mentees and mentors who answer by themselves, each with her own habits, and what must be true of it.

Everybody picks what somebody who is well would pick; what stands out is decided by habit. The same seed plays the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

from bot.facts.holidays import holiday_on
from bot.words.buttons import AnswerTap, ControlTap, Tap, read_tap
from flows.catalogue import CATALOGUE
from flows.steps import Kind
from storage.mentorships import Mentorship, mentorships_of_any
from storage.outbox import Priority
from tests.mentoring.town import Town

ZONES = ("Europe/Oslo", "America/New_York", "Asia/Kolkata")
SECRET = "zanzibar"
"""A word that mentees write where a mentor must never read it."""
AS_IT_IS = {"chain": "no", "uncomfortable": "no", "off_limits_shared": "no", "safe": "yes", "contact": "no"}
"""What somebody who is well says to a question that would mean something else with a yes."""
WELL = (
    "now", "agree", "accept", "fortnight", "video", "mentee", "start", "4", "right", "yes", "nothing", "no", "skip_it",
    "propose", "slot_1", "offer_1", "coming", "me", "done", "end",
)  # fmt: skip
_SITTING = 40
HER_OWN = frozenset(
    question.id for flow in CATALOGUE if flow.about != "mentorship" for question in flow.questions
    if question.kind == Kind.TEXT
)  # fmt: skip
"""Steps at which she writes what no mentor may read."""


@dataclass
class Somebody:
    """One person with a phone. `habit`: prompt, slow, silent, vanishes (after some weeks) or parts (wants another)."""

    id: str
    role: str
    zone: str
    habit: str
    chance: Random
    due: datetime | None = None
    read: int = 0
    picked: str = ""
    done: int = 0
    parted: bool = False
    questions: list[tuple[datetime, str]] = field(default_factory=list)

    def looks_after(self, now: datetime) -> datetime | None:
        """When she looks at what has come; None: never."""
        match self.habit:
            case "silent":
                return None
            case "vanishes" if self.done > 40:
                return None
            case "slow":
                return now + timedelta(hours=self.chance.choice((20, 50, 90)))
            case _:
                return now + timedelta(minutes=self.chance.choice((5, 60, 300)))


class Crowd:
    """Everybody, and the town they live in."""

    def __init__(self, town: Town, people: list[Somebody]) -> None:
        self.town = town
        self.people = {each.id: each for each in people}
        for each in people:
            (town.mentee if each.role == "student" else town.mentor)(each.id, zone=each.zone)

    def play(self, days: float, step: timedelta) -> None:
        """Let time pass; everybody answers in her own time."""
        until = self.town.clock.now() + timedelta(days=days)
        while self.town.clock.now() < until:
            self.town.clock.skip(minutes=step.total_seconds() / 60)
            self.town.tick()
            for somebody in self.people.values():
                self._lives(somebody)

    def _lives(self, somebody: Somebody) -> None:
        now, phone = self.town.clock.now(), self.town.read.get(somebody.id, [])
        if len(phone) > somebody.read and somebody.due is None:
            somebody.due = somebody.looks_after(now)
        somebody.read = len(phone)
        if somebody.due is not None and somebody.due <= now:
            somebody.due = None
            for _ in range(_SITTING):
                if not self._answers(somebody):
                    break
            somebody.read = len(self.town.read.get(somebody.id, []))

    def _answers(self, somebody: Somebody) -> bool:
        """She does the next thing about the question on her phone; False when there is none."""
        buttons = self.town.buttons.pop(somebody.id, {})
        taps = {data: read_tap(data) for data in buttons.values()}
        options = {tap.option: data for data, tap in taps.items() if isinstance(tap, AnswerTap)}
        controls: dict[str, str] = {tap.word: data for data, tap in taps.items() if isinstance(tap, ControlTap)}
        if not options and not controls:
            return False
        somebody.done += 1
        self._tell_the_town(somebody, list(taps.values()), options, controls)
        return True

    def _tell_the_town(
        self, somebody: Somebody, taps: list[Tap | None], options: dict[str, str], controls: dict[str, str]
    ) -> None:
        step = next(tap.step for tap in taps if isinstance(tap, AnswerTap | ControlTap))
        wished = [self._of_her_own(somebody, options), AS_IT_IS.get(step, ""), *WELL]
        if "done" in controls and somebody.picked == step:
            somebody.picked = ""
            self.town.press(somebody.id, controls["done"])
        elif "done" in controls and options:
            somebody.picked = step
            self.town.press(somebody.id, next(iter(options.values())))
        elif picked := next((options[each] for each in wished if each in options), None):
            self.town.press(somebody.id, picked)
        elif somebody.role == "student" and step in HER_OWN and self.chance_of_words(somebody):
            self.town.say(somebody.id, f"I keep {SECRET} to myself")
        else:
            self.town.press(somebody.id, controls.get("skip") or controls.get("later") or next(iter(options.values())))

    @staticmethod
    def chance_of_words(somebody: Somebody) -> bool:
        """Now and then she writes instead of skipping."""
        return somebody.chance.random() < 0.3

    @staticmethod
    def _of_her_own(somebody: Somebody, options: dict[str, str]) -> str:
        if somebody.habit == "parts" and not somebody.parted and "other" in options and "stop" in options:
            somebody.parted = True
            return "other"
        return ""

    def pairs(self) -> list[Mentorship]:
        """Every pair there ever was."""
        with self.town.work() as uow:
            return mentorships_of_any(uow.db, None)


def at_a_wrong_hour(crowd: Crowd) -> Iterator[str]:
    """What nobody asked for at a time at which it may not come."""
    for at, chat, priority, text in crowd.town.sent:
        somebody = crowd.people.get(chat)
        if somebody is None or priority != Priority.PROMPT:
            continue
        local = at.astimezone(ZoneInfo(somebody.zone))
        if somebody.role == "mentor":
            wrong = not 9 <= local.hour < 16 or local.weekday() > 4 or bool(holiday_on("NO", local.date()))
        else:
            wrong = not 8 <= local.hour < 20
        if wrong:
            yield f"{chat} at {local:%a %d %b %H:%M}: {text[:60]}"


def rounds_too_often(crowd: Crowd) -> Iterator[str]:
    """A mentor who was asked for her time twice in seven days."""
    for somebody in crowd.people.values():
        asked = [
            at for at, chat, priority, text in crowd.town.sent
            if chat == somebody.id and priority == Priority.PROMPT and text.startswith("Hi Example. There is")
        ]  # fmt: skip
        for earlier, later in pairwise(asked):
            if later - earlier < timedelta(days=6, hours=20):
                yield f"{somebody.id}: {earlier:%d %b %H:%M} and {later:%d %b %H:%M}"


def told_what_is_private(crowd: Crowd) -> Iterator[str]:
    """A mentor who read words that were not for her."""
    for _, chat, _, text in crowd.town.sent:
        if crowd.people.get(chat, None) and crowd.people[chat].role == "mentor" and SECRET in text:
            yield f"{chat}: {text[:80]}"


def forgotten(crowd: Crowd) -> Iterator[str]:
    """A pair that neither goes on, nor is closed, nor is known to a person."""
    now = crowd.town.clock.now()
    for pair in crowd.pairs():
        over = pair.state in ("closed", "rematched", "declined", "withdrawn")
        if not over and (pair.look_at is None or pair.look_at < now - timedelta(days=1)):
            yield f"{pair.id} of {pair.mentee_id} and {pair.mentor_id}: {pair.state}, next look {pair.look_at}"
