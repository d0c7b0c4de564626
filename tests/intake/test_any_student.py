"""Any student with any words and taps, the program restarted between any two of them: what must always hold."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

import orjson
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import event

from bot.intake.inbound import Inbound, Kind
from bot.intake.receive import House
from bot.schedule.releasing import release_due
from bot.words.buttons import AnswerTap, read_tap
from bot.words.outgoing import Message, Outgoing
from storage.cases import cases_of, lines_of, unresolved_of
from storage.conversations import all_of
from storage.database import connect
from storage.outbox import OutboxRow
from storage.people import find_person
from storage.unit_of_work import unit_of_work
from storage.vault import Vault
from tests.intake.chatting import Chat, Work
from tests.settable_clock import SettableClock

COMMANDS = (
    "checkin", "start", "menu", "/help", "/privacy", "cases", "language", "problem", "human", "urgent", "/stop",
    "/forget", "mydata", "onboarding",
)  # fmt: skip
ANSWERS = (
    "1",
    "2",
    "5",
    "yes",
    "no",
    "ja",
    "about right",
    "nothing",
    "done",
    "skip",
    "back",
    "later",
    "continue",
    "stop",
)
SENTENCES = (
    "the days are long",
    "jeg vet ikke",
    "I want to kill myself",
    "they never paid me",
    "😀",
    "   ",
    "/nonsense",
)
WORDS = st.one_of(
    st.sampled_from(ANSWERS), st.sampled_from(ANSWERS), st.sampled_from(COMMANDS), st.sampled_from(SENTENCES),
    st.text(max_size=40),
)  # fmt: skip


class Watched(Chat):
    """A chat that keeps every message as it was posted, and every button that she could ever press."""

    running: ClassVar[House]

    def __init__(self, work: Work, *, consented: bool) -> None:
        self.asked_of_her: list[Message] = []
        self.pressable: list[str] = []
        self.restart()
        super().__init__(work, consented=consented)

    @classmethod
    def restart(cls) -> None:
        """Forget everything but the database."""
        cls.running = Chat.house()

    @classmethod
    def house(cls) -> House:
        return cls.running

    def _show(self, row: OutboxRow, outgoing: Outgoing) -> None:
        super()._show(row, outgoing)
        if row.lane == "telegram" and isinstance(outgoing, Message):
            self.asked_of_her.append(outgoing)
            self.pressable += [button.data for line in outgoing.buttons for button in line]


class AnyStudent(RuleBasedStateMachine):
    """One student, and a program that may be restarted between any two events."""

    database: Path
    key: bytes

    @initialize(consented=st.booleans())
    def arrive(self, consented: bool) -> None:
        self.folder = TemporaryDirectory()
        file = Path(self.folder.name) / "any.db"
        shutil.copyfile(self.database, file)
        self.engine, self.clock, vault = connect(f"sqlite:///{file}"), SettableClock(), Vault([self.key])
        event.listen(self.engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))
        self.chat = Watched(lambda: unit_of_work(self.engine, vault, self.clock.now()), consented=consented)

    def teardown(self) -> None:
        if hasattr(self, "engine"):
            self.engine.dispose()
            self.folder.cleanup()

    @rule(words=WORDS)
    def she_writes(self, words: str) -> None:
        self._heard(self.chat.event(Kind.TEXT, text=words))

    @rule(mood=st.sampled_from(("1", "2")))
    def she_begins_a_check_in_and_says_that_it_was_hard(self, mood: str) -> None:
        for words in ("checkin", "start", mood):
            self._heard(self.chat.event(Kind.TEXT, text=words))

    @precondition(lambda self: self.chat.pressable)
    @rule(which=st.integers(min_value=0), newest=st.booleans())
    def she_taps(self, which: int, newest: bool) -> None:
        buttons = self.chat.pressable[-8:] if newest else self.chat.pressable
        self._heard(self.chat.event(Kind.TAP, data=buttons[which % len(buttons)], ref="77"))

    @rule(media=st.sampled_from(("photo", "voice", "sticker")))
    def she_sends_something_else(self, media: str) -> None:
        self._heard(self.chat.event(Kind.MEDIA, media=media))

    @rule(hours=st.sampled_from((1, 20, 24 * 4, 24 * 15)))
    def time_passes(self, hours: int) -> None:
        self.clock.skip(hours=hours)

    @precondition(lambda self: self.chat.cards())
    @rule(which=st.integers(min_value=0), closes=st.booleans())
    def somebody_writes_with_her(self, which: int, closes: bool) -> None:
        """Safeguarding takes one of her cases, writes to her, and sometimes closes it."""
        with self.chat.work() as uow:
            mine = [case.id or 0 for case in unresolved_of(uow.db, "s1")]
        if not mine:
            return
        case = mine[which % len(mine)]
        self.chat.act("take", case)
        preview = self.chat.act("reply_preview", case, words="a reply").view
        assert preview is not None
        self.chat.act(preview.verb, case, words="a reply", **preview.kept)
        if closes:
            self.chat.act("resolve_as", case, outcome="solved")

    @rule()
    def the_clock_ticks(self) -> None:
        with self.chat.work() as uow:
            release_due(uow, self.chat.house())
        self.chat.deliver()

    @rule()
    def the_program_is_restarted(self) -> None:
        self.chat.restart()

    @invariant()
    def a_low_mood_is_always_heard(self) -> None:
        with self.chat.work() as uow:
            person = find_person(uow.db, "s1")
            if person is None or person.forgotten_at is not None:
                return
            low = [talk for talk in all_of(uow.db, "s1") if orjson.loads(talk.answers).get("mood") in (1, 2)]
            lines = lines_of(uow.db, [case.id or 0 for case in cases_of(uow.db, "s1")])
        heard = [line for line in lines if line.marks.startswith("low_mood")]
        assert heard or not low, "nobody heard that it was hard"

    def _heard(self, happened: Inbound) -> None:
        before, asked = len(self.chat.transcript), len(self.chat.asked_of_her)
        held, read = self._held(), self._lines_read()
        self.chat.receive(happened)
        if len(self.chat.transcript) == before and not self.chat.toast:
            assert held, "she was met with silence"
            assert self._lines_read() > read, "the bot is quiet, and nobody reads what she wrote"
        self._nothing_answered_is_asked(self.chat.asked_of_her[asked:])
        said = list(self.chat.transcript)
        assert self.chat.receive(happened).repeated
        assert self.chat.transcript == said

    def _held(self) -> bool:
        """A person holds her chat."""
        with self.chat.work() as uow:
            person = self.chat.student(uow)
        return person.held_until is not None and person.held_until > self.clock.moment

    def _lines_read(self) -> int:
        """How much of hers stands in her cases."""
        with self.chat.work() as uow:
            return len(lines_of(uow.db, [case.id or 0 for case in cases_of(uow.db, "s1")]))

    def _nothing_answered_is_asked(self, posted: list[Message]) -> None:
        taps = (read_tap(button.data) for message in posted for line in message.buttons for button in line)
        with self.chat.work() as uow:
            answered = {talk.id: orjson.loads(talk.answers) for talk in all_of(uow.db, "s1")}
        for tap in taps:
            if isinstance(tap, AnswerTap):
                assert tap.step not in answered.get(tap.conversation, {}), "an answered question was asked again"


def test_any_student_is_answered_never_asked_twice_and_always_heard(migrated_file: Path, master_key: str) -> None:
    class Here(AnyStudent):
        database, key = migrated_file, master_key.encode()

    # Making a failure shorter takes minutes here; add Phase.shrink to see the shortest.
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=12, stateful_step_count=25, deadline=None, derandomize=True, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


def test_she_can_be_forgotten_while_a_case_of_hers_is_open(chat: Chat) -> None:
    chat.say("checkin", "start", "1", "/forget", "1")
    assert "The student deleted the data" in repr(chat.cards()[-1])
