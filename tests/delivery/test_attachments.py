from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.cases.attachments import MOST_BYTES, SentFile, attach, opened
from bot.cases.hearing import Concern, hear
from bot.delivery.attachments import Collector, NotFetchedError, TooLargeError
from bot.facts.context import Context
from bot.intake.writer import Writer
from flows.severity import Severity
from storage.attachments import ATTACHMENT, Attachment, claim_fetch, find_attachment, settle_fetch, to_fetch
from storage.people import change_person
from storage.unit_of_work import unit_of_work
from storage.vault import Vault
from tests.intake.chatting import SETTINGS, Chat, Work
from tests.settable_clock import SettableClock
from tests.tiny_files import JPEG, PNG, REFUSED

Answer = bytes | Exception


class FakePlatform:
    """Gives out what stands in `answers`, one after the other; the last one for ever."""

    platform = "telegram"

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        self.meanwhile: Callable[[], None] = lambda: None

    async def fetch(self, ref: str, most: int) -> bytes:
        self.asked.append(ref)
        self.meanwhile()
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


class Post:
    """A student with a case and a program that fetches what she sent into it."""

    def __init__(self, engine: Engine, vault: Vault, clock: SettableClock, writer: Writer) -> None:
        self.clock = clock
        self.work: Work = lambda: unit_of_work(engine, vault, clock.now())
        self.chat = Chat(self.work)
        self._writer = writer
        with self.work() as uow:
            context = Context(uow, SETTINGS, Chat.student(uow))
            words = (("words", "look at this", ""),)
            self.case = hear(context, Concern("wellbeing", Severity.ATTENTION, True, "message", words))
        self.chat.deliver()

    def sends(self, *files: SentFile) -> None:
        with self.work() as uow:
            attach(Context(uow, SETTINGS, Chat.student(uow)), self.case, "telegram", files)

    async def collects(self, platform: FakePlatform) -> int:
        """Look once, and give out what she is told."""
        found = await Collector([platform], self._writer, Chat.house()).collect(platform)
        self.chat.deliver()
        return found

    def file(self, number: int = 1) -> Attachment:
        with self.work() as uow:
            found = find_attachment(uow.db, number)
        assert found is not None
        return found

    def content(self, number: int = 1) -> tuple[str, bytes]:
        with self.work() as uow:
            return opened(number, uow)

    @property
    def told(self) -> str:
        return self.chat.transcript[-1]


@pytest.fixture
def post(engine: Engine, vault: Vault, clock: SettableClock) -> Iterator[Post]:
    writer = Writer(engine, vault, clock)
    writer.start()
    yield Post(engine, vault, clock, writer)
    writer.stop()


async def test_a_picture_is_fetched_looked_at_and_kept_sealed(post: Post) -> None:
    post.sends(SentFile("f1", "photo", 10))
    assert await post.collects(FakePlatform(PNG)) == 1
    kept = post.file()
    assert (kept.state, kept.media_type, kept.size, kept.fetch_at) == ("kept", "image/png", len(PNG), None)
    assert kept.body is not None
    assert PNG not in kept.body
    assert post.content() == ("image/png", PNG)


async def test_a_program_named_like_a_picture_is_refused_kindly_and_not_kept(post: Post) -> None:
    post.sends(SentFile("holiday.jpg", "photo", 10))
    await post.collects(FakePlatform(REFUSED["program of windows"]))
    refused = post.file()
    assert (refused.state, refused.failure, refused.body) == ("refused", "type", None)
    assert post.told.startswith(
        "I could not take the picture for case 2026-0001. Pictures, sound, short videos and PDF"
    )
    assert "A file from the student was not taken: this type is not allowed." in repr(post.chat.desk[-1])


async def test_what_is_announced_as_too_large_is_not_even_asked_for(post: Post) -> None:
    post.sends(SentFile("f1", "video", MOST_BYTES + 1))
    platform = FakePlatform(PNG)
    await post.collects(platform)
    assert platform.asked == []
    assert (post.file().state, post.file().failure) == ("refused", "size")
    assert "up to 10 MB" in post.told


async def test_what_turns_out_too_large_or_empty_is_refused(post: Post) -> None:
    post.sends(SentFile("f1", "photo"), SentFile("f2", "photo"))
    await post.collects(FakePlatform(TooLargeError(), b""))
    assert [post.file(number).failure for number in (1, 2)] == ["size", "empty"]


async def test_a_file_server_that_is_away_is_asked_again_and_later_each_time(post: Post) -> None:
    post.sends(SentFile("f1", "photo"))
    platform = FakePlatform(NotFetchedError("http_500"), RuntimeError("odd"), JPEG)
    assert await post.collects(platform) == 1
    assert await post.collects(platform) == 0
    post.clock.skip(seconds=15)
    assert await post.collects(platform) == 1
    post.clock.skip(seconds=15)
    assert await post.collects(platform) == 0
    post.clock.skip(seconds=15)
    assert await post.collects(platform) == 1
    assert post.file().state == "kept"


async def test_after_a_day_it_is_given_up_and_both_sides_are_told(post: Post) -> None:
    post.sends(SentFile("f1", "voice"))
    platform = FakePlatform(NotFetchedError("http_500"))
    for _ in range(40):
        await post.collects(platform)
        post.clock.skip(hours=1)
    assert post.file().state == "lost"
    assert len(platform.asked) < 40
    assert post.told == "The voice message for case 2026-0001 did not arrive. Please send it again, or write."
    assert "could not be fetched" in repr(post.chat.desk[-1])


async def test_what_the_platform_says_is_gone_is_not_waited_for(post: Post) -> None:
    post.sends(SentFile("f1", "photo"))
    await post.collects(FakePlatform(NotFetchedError("file_deleted", gone=True)))
    assert post.file().state == "lost"


async def test_a_clock_that_was_set_back_does_not_leave_it_waiting(post: Post) -> None:
    post.sends(SentFile("f1", "photo"))
    await post.collects(FakePlatform(NotFetchedError("http_500")))
    post.clock.skip(hours=-20)
    await post.collects(FakePlatform(PNG))
    assert post.file().state == "kept"


async def test_a_key_that_changes_while_it_is_fetched_seals_it_at_the_next_try(post: Post) -> None:
    post.sends(SentFile("f1", "photo"))
    platform = FakePlatform(PNG)

    def changes_her_key() -> None:
        with post.work() as uow:
            change_person(uow.db, "s1", data_key=uow.vault.new_key())

    platform.meanwhile = changes_her_key
    await post.collects(platform)
    assert post.file().state == "waiting"
    platform.meanwhile = lambda: None
    post.clock.skip(seconds=15)
    await post.collects(platform)
    assert post.content() == ("image/png", PNG)


async def test_what_was_erased_while_it_was_fetched_stays_erased(post: Post) -> None:
    post.sends(SentFile("f1", "photo"))
    platform = FakePlatform(REFUSED["archive"])

    def is_erased() -> None:
        with post.work() as uow:
            uow.db.execute(ATTACHMENT.delete())

    platform.meanwhile = is_erased
    before = len(post.chat.transcript)
    await post.collects(platform)
    assert len(post.chat.transcript) == before
    assert post.content() == ("", b"")


async def test_of_two_programs_that_look_at_the_same_moment_one_fetches_it(post: Post) -> None:
    post.sends(SentFile("f1", "photo"))
    later = post.clock.now() + timedelta(seconds=15)
    with post.work() as uow:
        seen = [*to_fetch(uow.db, "telegram", uow.now, later, 9), *to_fetch(uow.db, "telegram", uow.now, later, 9)]
        assert [claim_fetch(uow.db, each, later) for each in seen] == [True, False]
        assert [settle_fetch(uow.db, 1, "kept"), settle_fetch(uow.db, 1, "lost")] == [True, False]
