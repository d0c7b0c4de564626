"""What people send besides answers: pictures, changes, very long words, groups, markup; each is met, none is lost."""

import orjson
import pytest

from storage.conversations import all_of
from storage.people import find_person
from tests.standins.telegram import Phone
from tests.wire.students import answer
from tests.wire.world import DESK, World

FILE = {"file_id": "f", "file_unique_id": "u"}
MEDIA = {
    "picture": ({"photo": [{**FILE, "width": 1, "height": 1}]}, "Shall a person look at it?"),
    "voice": ({"voice": {**FILE, "duration": 1}}, "Shall a person look at it?"),
    "sticker": ({"sticker": {**FILE, "type": "regular"}}, "Thank you for the sticker"),
    "unheard of": ({"hologram": {"file_id": "f"}}, "I can only read words and buttons"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "said"), MEDIA.values(), ids=MEDIA)
async def test_what_cannot_be_read_is_answered_kindly(
    polling_world: World, content: dict[str, object], said: str
) -> None:
    student = polling_world.settled()
    await student.phone.send(**content)
    await student.sees(said)


async def test_a_voice_clip_at_slack_is_answered_kindly(each_world: World) -> None:
    student = each_world.on_slack()
    await student.person.upload("audio/mp4", subtype="slack_audio")
    await student.sees("Shall a person look at it?")


async def test_an_edited_cry_is_heard_at_telegram(each_world: World) -> None:
    student = each_world.settled()
    await student.says("menu")
    await student.phone.edit("I want to kill myself")
    await student.sees("call 113 now")


async def test_an_edited_cry_is_heard_at_slack(each_world: World) -> None:
    student = each_world.on_slack()
    written = await student.person.say("help")
    assert written.taken
    await student.person.edit("1700000000.000001", "I want to kill myself", before="help")
    await student.sees("call 113 now")


async def test_ten_thousand_characters_are_kept_whole(each_world: World) -> None:
    student = each_world.settled()
    words = "an ordinary day at the bench & nothing <b>new</b> " * 200
    await student.says("human")
    await answer(student, ("How should a person contact you?", "Write to me"), ("Is it about someone in", "No"))
    await student.sees("What is it about?")
    await student.says(words[:4096])
    await student.sees("I have kept all of it")
    desk = each_world.on_slack()
    await desk.says("human")
    await desk.taps("Write to me", under="How should a person contact you?")
    await desk.taps("No", under="Is it about someone in")
    await desk.sees("What is it about?")
    await desk.says(words)
    await desk.sees("I have kept all of it")
    assert {words[:4096].strip(), words.strip()} <= answers_of(each_world)


def answers_of(world: World) -> set[str]:
    """All that she has answered in her own words."""
    with world.work() as uow:
        person = find_person(uow.db, "s1")
        assert person
        given = [orjson.loads(talk.answers).get("about") for talk in all_of(uow.db, "s1")]
        return {uow.open(person, sealed).strip() for sealed in given if sealed}


async def test_a_group_is_told_where_to_write_and_nothing_it_says_is_kept(each_world: World) -> None:
    group = Phone(-1001, each_world.telegram.updates.push, first_name="Example group", language="en")
    each_world.telegram.chats.phones["-1001"] = group
    sender = {"id": 1001, "is_bot": False, "first_name": "Example"}
    message = {"message_id": 5, "date": 1, "from": sender, "chat": {"id": -1001, "type": "supergroup"}}
    await each_world.telegram.updates.push({"message": {**message, "text": "/urgent I do not feel safe"}})
    await group.until(lambda: bool(group.messages))
    assert [shown.text for shown in group.messages] == [
        "Please write to me in a private chat. I do not talk about anything here, where others can read it."
    ]
    assert each_world.slack.workspace.in_channel(DESK) == []
