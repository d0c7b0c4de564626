"""What is sent is kept, in its place, and the open pages are told."""

import asyncio
from contextlib import aclosing

import pytest

from bot.words.outgoing import Home, Message, pack, unpack
from storage import browser
from storage.browser import POST
from storage.people import change_person
from storage.unit_of_work import UnitOfWork
from tests.adapters.browser.conftest import Stage
from tests.adapters.browser.fake_door import CARD


async def texts(stage: Stage, chat: str) -> list[str]:
    posts = await stage.write(lambda uow: browser.shown(uow, (chat,)))
    messages = [unpack(post.packed) for post in posts]
    return [message.text for message in messages if isinstance(message, Message)]


async def test_what_is_sent_stands_in_its_chat_in_order(stage: Stage) -> None:
    first = await stage.door.send("student-1", Message("one"))
    second = await stage.door.send("student-1", Message("two"))
    assert int(first) < int(second)
    assert await texts(stage, "student-1") == ["one", "two"]


async def test_an_edit_replaces_in_place_and_keeps_its_id(stage: Stage) -> None:
    ref = await stage.door.send("student-1", Message("Safe?"))
    await stage.door.send("student-1", Message("later"))
    assert await stage.door.send("student-1", Message("Safe?\n✓ No"), edits=ref) == ref
    assert await texts(stage, "student-1") == ["Safe?\n✓ No", "later"]


@pytest.mark.parametrize("gone", ["999", "not a number"])
async def test_an_edit_that_comes_too_late_is_done_and_a_card_is_posted_anew(stage: Stage, gone: str) -> None:
    assert await stage.door.send("student-1", Message("x"), edits=gone) == ""
    assert await stage.door.send("desk", CARD, edits=gone) not in ("", gone)


async def test_nobody_edits_another_chats_post(stage: Stage) -> None:
    ref = await stage.door.send("student-1", Message("hers"))
    assert await stage.door.send("staff-11", Message("x"), edits=ref) == ""
    assert await texts(stage, "student-1") == ["hers"]


async def test_a_thread_of_nothing_stands_alone(stage: Stage) -> None:
    card = await stage.door.send("desk", CARD)
    await stage.door.send("desk", Message("under it"), thread=card)
    await stage.door.send("desk", Message("alone"), thread="999")
    posts = await stage.write(lambda uow: browser.shown(uow, ("desk",)))
    assert [post.thread for post in posts] == [None, int(card), None]


async def test_a_coordinators_own_page_is_there_once_and_not_among_her_messages(stage: Stage) -> None:
    await stage.door.send("staff-11", Home("first"))
    await stage.door.send("staff-11", Home("second"))
    homes = await stage.write(lambda uow: browser.shown(uow, ("staff-11",), "home"))
    assert [unpack(post.packed) for post in homes] == [Home("second")]
    assert await texts(stage, "staff-11") == []


async def test_a_students_words_are_sealed_and_gone_with_her_key(stage: Stage) -> None:
    await stage.door.send("student-1", Message("a private answer"))
    with stage.engine.connect() as db:
        (packed,) = db.execute(POST.select().with_only_columns(POST.c.packed)).scalars()
    assert "private" not in packed
    assert await texts(stage, "student-1") == ["a private answer"]

    def forget(uow: UnitOfWork) -> None:
        change_person(uow.db, "1", data_key=None)

    await stage.write(forget)
    posts = await stage.write(lambda uow: browser.shown(uow, ("student-1",)))
    assert [post.packed for post in posts] == [""]
    await stage.door.send("student-1", Message("It is deleted."))
    posts = await stage.write(lambda uow: browser.shown(uow, ("student-1",)))
    assert posts[-1].packed == pack(Message("It is deleted."))


async def test_the_same_event_is_one_post(stage: Stage) -> None:
    def send(uow: UnitOfWork) -> int:
        return browser.add_own(uow, "student-1", "event-0001", pack(Message("hello", plain=True)))

    post = await stage.write(send)
    await stage.write(lambda uow: browser.set_failed(uow.db, post, failed=True))
    assert await stage.write(send) == post
    (shown,) = await stage.write(lambda uow: browser.shown(uow, ("student-1",)))
    assert not shown.failed
    assert shown.revision == 3


async def test_a_page_that_listens_hears_of_what_came_before_and_of_each_change(stage: Stage) -> None:
    async with asyncio.timeout(5), aclosing(stage.news.listen(("desk",))) as heard:
        assert await anext(heard) == {"desk"}
        await stage.door.send("student-1", Message("one"))
        await stage.door.send("student-1", Message("two"))
        assert await anext(heard) == {"student-1"}
        stage.news.close()
        with pytest.raises(StopAsyncIteration):
            await anext(heard)
