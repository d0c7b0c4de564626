"""A check-in asked, a flag heard, a person on it: the whole path, over every pair of transports."""

import orjson
import pytest

from tests.wire.arriving import arrive, say_no
from tests.wire.roster import GUARDIAN, PRIVATE, PROGRAMME, STUDENT
from tests.wire.students import OnTelegram, answer
from tests.wire.world import World

WORDS = "Somebody at the bench laughs at my accent every day"
REPLY = "Thank you for telling us. Can we talk at ten?"
ANSWER = "Yes, at ten at the gate"
WINDOWS = ("views.open", "views.push", "views.update")
"""What only the coordinator sees who has pressed, after her role was looked at."""


async def test_from_an_invitation_to_a_resolved_case(any_world: World, capsys: pytest.CaptureFixture[str]) -> None:
    student = await arrive(any_world)
    await any_world.skip_to_checkin()
    await she_says_what_is_wrong(student)
    await a_person_takes_it_and_reads(any_world, student)
    await they_write_to_each_other(any_world, student)
    await it_is_resolved(any_world, student)

    shared = orjson.dumps([call for call in any_world.slack.calls if call[0] not in WINDOWS]).decode()
    said = capsys.readouterr()
    for private in (*PRIVATE, WORDS, REPLY, ANSWER):
        assert private not in shared
        assert private not in said.err + said.out


async def she_says_what_is_wrong(student: OnTelegram) -> None:
    await say_no(student)
    await student.sees("Your case number is 2026-0001")
    await answer(
        student, ("What would help you now?", "Go on with the check-in"), ("I feel useful here", "4"),
        ("Is anything in the way?", "Nothing"), ("how is it going?", "On track"), ("One thing you learned", "Skip"),
    )  # fmt: skip
    await student.sees("want a person to know")
    await student.says(WORDS)


async def a_person_takes_it_and_reads(world: World, student: OnTelegram) -> None:
    guardian = world.guardian
    await guardian.press("I take it", await world.card("URGENT", "I take it"))
    await student.sees(f"{GUARDIAN} from {PROGRAMME} has taken your case 2026-0001")
    await guardian.press("Open case", await world.card("URGENT", "Reply to student"))
    opened = await guardian.sees_window("safe and respected")
    assert STUDENT in opened.shown
    assert WORDS in opened.shown


async def they_write_to_each_other(world: World, student: OnTelegram) -> None:
    guardian, letter = world.guardian, f"{GUARDIAN} from {PROGRAMME} writes:\n\n{REPLY}"
    await guardian.press_in_window("Reply to student")
    await guardian.sees_window("The student reads it in the chat")
    await guardian.submit(words=REPLY)
    assert letter in (await guardian.sees_window("The student will read this")).shown
    await guardian.submit()
    assert await student.sees(REPLY) == letter
    await student.taps("Write back", under=REPLY)
    await student.sees(f"Please write your answer to {GUARDIAN}")
    await student.says(ANSWER)
    await student.sees(f"Sent to {GUARDIAN}")
    await guardian.sees("News in case 2026-0001")


async def it_is_resolved(world: World, student: OnTelegram) -> None:
    await world.guardian.press("Resolve", await world.card("URGENT", "Resolve"))
    await world.guardian.sees_window("How did it end?")
    await world.guardian.submit(outcome="solved")
    await student.sees(f"{GUARDIAN} from {PROGRAMME} has closed your case 2026-0001")
    await world.card("resolved", "Reopen")


async def test_a_card_opens_only_to_those_who_may_read_it(polling_world: World) -> None:
    world = polling_world
    student = world.settled()
    await student.says("checkin")
    await say_no(student)
    outsider = world.slack.person("UX9")
    card = await world.card("URGENT", "Open case")
    await world.coordinator.press("Open case", card)
    refused = await world.coordinator.sees_window("This case is restricted. Only safeguarding")
    await outsider.press("Open case", card)
    unknown = await outsider.sees_window("I do not know this Slack account")
    for private in (*PRIVATE, "safe and respected"):
        assert private not in refused.shown + unknown.shown
