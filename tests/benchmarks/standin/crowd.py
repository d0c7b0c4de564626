"""Students who answer as soon as they are asked, or in a steady stream, and note how long they waited."""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

Json = dict[str, Any]
WORDS = "I helped a customer with her order and wrote the list for the next week."
ANSWERS = {
    "start": "start", "mood": "3", "workload": "right", "workload_ok": "yes", "support": "4", "safe": "yes",
    "in_the_way": "nothing", "goal": "on_track", "contact": "no", "person": "no",
}  # fmt: skip
"""By step, what a student for whom all goes tolerably taps; statements she agrees with."""


@dataclass(frozen=True)
class Order:
    """What the crowd is to do: so many students, so many turns each, so many turns a second over all (0: at once).

    `echoed`: the program under test repeats what is written; else a check-in is answered, with `answers` by step in
    place of the usual ones, which is begun by the word `begin`.
    """

    students: int = 500
    turns: int = 12
    rate: float = 0.0
    echoed: bool = False
    first_user: int = 1001
    begin: str = "checkin"
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Student:
    """One of them: what is left to do, and since when she waits."""

    user: int
    left: int
    asked: Json | None = None
    acted_at: float = 0.0


class Crowd:
    """Carries an order out; `push` takes the updates that it makes."""

    def __init__(self, order: Order, push: Callable[[Json], None]) -> None:
        users = range(order.first_user, order.first_user + order.students)
        self._order, self._push = order, push
        self._students = {user: Student(user, order.turns) for user in users}
        self._answers = ANSWERS | dict(order.answers)
        self._ready: deque[Student] = deque(self._students.values())
        self._unfinished = order.students
        self._number = 0
        self.waits: list[float] = []
        self.begun_at = self.ended_at = self._last_acted_at = 0.0
        self.finished = asyncio.Event()

    async def run(self) -> Json:
        """Let them all take their turns; gives the seconds it took, each wait, and when the last one acted."""
        self.begun_at = monotonic()
        feeding = asyncio.create_task(self._feed()) if self._order.rate else None
        if feeding is None:
            while self._ready:
                self._act(self._ready.popleft())
        await self.finished.wait()
        if feeding:
            await feeding
        return {"seconds": self.ended_at - self.begun_at, "waits": self.waits, "last_acted_at": self._last_acted_at}

    def heard(self, user: int, message: Json) -> None:
        """The program has sent a message to one of them."""
        student = self._students.get(user)
        if student is None or not student.acted_at:
            return
        keyed = _buttons(message)
        if not self._order.echoed and not keyed and not _is_last_word(message):
            return  # a passage on the way; the question follows
        self.ended_at = monotonic()
        self.waits.append(self.ended_at - student.acted_at)
        student.acted_at, student.asked = 0.0, message
        if not student.left:
            self._unfinished -= 1
            if not self._unfinished:
                self.finished.set()
        elif self._order.rate:
            self._ready.append(student)
        else:
            self._act(student)

    async def _feed(self) -> None:
        loop, started, sent = asyncio.get_running_loop(), monotonic(), 0
        while not self.finished.is_set():
            await asyncio.sleep(max(0.0, started + sent / self._order.rate - loop.time()))
            if self._ready:
                self._act(self._ready.popleft())
            sent += 1

    def _act(self, student: Student) -> None:
        student.left -= 1
        self._number += 1
        person = {"id": student.user, "is_bot": False, "first_name": "Example", "language_code": "en"}
        chat = {"id": student.user, "type": "private", "first_name": "Example"}
        head = {"message_id": self._number, "from": person, "chat": chat, "date": 1_700_000_000}
        student.acted_at = self._last_acted_at = monotonic()
        choice = None if self._order.echoed or not student.asked else self._choice(student.asked)
        if choice is None:
            text = WORDS if self._order.echoed or _wants_words(student.asked) else self._order.begin
            self._push({"message": {**head, "text": text}})
        else:
            shown = {**head, "message_id": (student.asked or {})["message_id"], "text": (student.asked or {})["text"]}
            tap = {"id": f"{student.user}{self._number:08}", "from": person, "chat_instance": "1", "data": choice}
            self._push({"callback_query": {**tap, "message": shown}})

    def _choice(self, message: Json) -> str | None:
        """The data of the button she presses; None where she writes."""
        offered = [data for data in _buttons(message) if data.startswith("a|")]
        for data in offered:
            _, _, step, option = data.split("|")
            if option == self._answers.get(step, "4"):
                return data
        return offered[0] if offered else None


def _buttons(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return [key.get("callback_data", "") for row in rows for key in row]


def _wants_words(message: Json | None) -> bool:
    return message is not None and any(data.endswith("|skip") for data in _buttons(message))


def _is_last_word(message: Json) -> bool:
    return str(message["text"]).startswith("Thank you")
