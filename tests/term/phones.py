"""Students' phones: what stands on them, and what each student does with it, at her own pace."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from bot.intake.inbound import Inbound, Kind
from bot.words.buttons import AnswerTap, ControlTap, read_tap
from bot.words.outgoing import Message
from storage.outbox import Priority
from tests.term.cohort import Student
from tests.term.post import Arrived

USUAL = ("go_on", "right", "yes", "nothing", "fine", "no")
"""What somebody who is well picks, where it is offered."""
AS_IT_WAS = {"safe": "yes", "person": "no", "contact": "no", "danger": "no", "go_on": "no"}
MOST_ANSWERS_AT_A_SITTING = 40

Do = Callable[[datetime, Inbound], None]


@dataclass
class Phone:
    """One student with her phone. `sat_down` counts the talks she was asked into, `wrote` what she did."""

    student: Student
    chance: Random
    numbers: Iterator[int]
    question: tuple[int, str] | None = None
    options: dict[str, str] = field(default_factory=dict)
    controls: dict[str, str] = field(default_factory=dict)
    sitting: bool = False
    answered: list[tuple[datetime, str, str]] = field(default_factory=list)
    prompts: int = 0

    def receive(self, arrived: Arrived) -> datetime | None:
        """Something came; gives when she will look at it, or None where she does nothing about it."""
        if not isinstance(arrived.outgoing, Message):
            return None
        data = [button.data for row in arrived.outgoing.buttons for button in row]
        taps = [read_tap(each) for each in data]
        asked = [tap for tap in taps if isinstance(tap, AnswerTap | ControlTap)]
        if not asked:
            return None
        self.question = asked[0].conversation, asked[0].step
        self.options = {tap.option: text for tap, text in zip(taps, data, strict=True) if isinstance(tap, AnswerTap)}
        self.controls = {tap.word: text for tap, text in zip(taps, data, strict=True) if isinstance(tap, ControlTap)}
        if self.sitting or arrived.priority != Priority.PROMPT:
            return arrived.at
        self.prompts += 1
        return self._looks_at(arrived.at)

    def act(self, now: datetime) -> list[Inbound]:
        """She looks at what stands on her phone, and does the next thing about it."""
        if self.question is None:
            return []
        step, data = self.question[1], self._choice()
        self.question = None
        if data is None:
            return []
        self.sitting = True
        self.answered.append((now, step, data))
        return [self.does(Kind.TAP, data=data, ref="1")]

    def does(self, kind: Kind, **fields: Any) -> Inbound:
        """Something she does, as the adapter hands it over."""
        return Inbound("telegram", f"e{next(self.numbers)}", kind, self.student.id, self.student.id, **fields)

    def _looks_at(self, now: datetime) -> datetime | None:
        match self.student.habit:
            case "silent" if self.prompts > 1:
                return None
            case "late":
                return now + timedelta(hours=self.chance.choice((26, 30, 50, 80, 100)))
            case "prompt" | "low" | "unsafe" | "puts_off" | "skips":
                return now + timedelta(minutes=self.chance.choice((1, 4, 20, 90, 600)))
            case _:
                return now + timedelta(minutes=self.chance.choice((5, 45, 300)))

    def _choice(self) -> str | None:
        """The data of the button she presses, or None where there is none that she would press."""
        assert self.question is not None, "she looks at a question"
        step = self.question[1]
        wanted = [self._of_her_own(step), AS_IT_WAS.get(step), "start" if step == "start" else None, "4", *USUAL]
        for option in wanted:
            if option in self.options:
                return self.options[option]
        return self.controls.get("skip") or next(iter(self.options.values()), None)

    def _of_her_own(self, step: str) -> str | None:
        match self.student.habit, step:
            case "puts_off", "start" if self.chance.random() < 0.5:
                return "later"
            case "skips", "start" if self.chance.random() < 0.7:
                return "skip"
            case "low", "mood":
                return self.chance.choice(("1", "2", "4"))
            case "unsafe", "safe" if self.chance.random() < 0.5:
                return "no"
            case _:
                return None
