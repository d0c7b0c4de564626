"""A check-in asked, a flag heard, a person on it: the whole path, over every pair of transports."""

import orjson
import pytest

from tests.wire.arriving import arrive, say_no
from tests.wire.roster import GUARDIAN, PRIVATE, PROGRAMME, STUDENT
from tests.wire.students import answer
from tests.wire.world import World

WORDS = "Somebody at the bench laughs at my accent every day"
REPLY = "Thank you for telling us. Can we talk at ten?"
WINDOWS = ("views.open", "views.push", "views.update")
"""What only the coordinator sees who has pressed, after her role was looked at."""


async def test_from_an_invitation_to_a_resolved_case(
    any_world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world, guardian = any_world, any_world.guardian
    student = await arrive(world)
    await world.skip_to_checkin()
    await say_no(student)
    await student.sees("Your case number is 2026-0001")
    await answer(
        student, ("What would help you now?", "Go on with the check-in"), ("I feel useful here", "4"),
        ("Is anything in the way?", "Nothing"), ("Your goal", "On track"), ("One thing you learned", "Skip"),
    )  # fmt: skip
    await student.sees("want a person to know")
    await student.says(WORDS)

    await guardian.press("I take it", await world.card("URGENT", "I take it"))
    await student.sees(f"{GUARDIAN} from {PROGRAMME} has taken your case 2026-0001")
    await guardian.press("Open case", await world.card("URGENT", "Reply to student"))
    opened = await guardian.sees_window("safe and respected")
    assert STUDENT in opened.shown
    assert WORDS in opened.shown

    await guardian.press_in_window("Reply to student")
    await guardian.sees_window("The student reads it in the chat")
    await guardian.submit(words=REPLY)
    preview = await guardian.sees_window("The student will read this")
    assert f"{GUARDIAN} from {PROGRAMME} writes:\n\n{REPLY}" in preview.shown
    await guardian.submit()
    assert await student.sees(REPLY) == f"{GUARDIAN} from {PROGRAMME} writes:\n\n{REPLY}"

    await student.taps("Write back", under=REPLY)
    await student.sees(f"Please write your answer to {GUARDIAN}")
    await student.says("Yes, at ten")
    await student.sees(f"Sent to {GUARDIAN}")
    await guardian.sees("News in case 2026-0001")

    await guardian.press("Resolve", await world.card("URGENT", "Resolve"))
    await guardian.sees_window("How did it end?")
    await guardian.submit(outcome="solved")
    await student.sees(f"{GUARDIAN} from {PROGRAMME} has closed your case 2026-0001")
    await world.card("resolved", "Reopen")

    shared = orjson.dumps([call for call in world.slack.calls if call[0] not in WINDOWS]).decode()
    said = capsys.readouterr()
    for private in (*PRIVATE, WORDS, REPLY, "Yes, at ten"):
        assert private not in shared
        assert private not in said.err + said.out


async def test_a_card_opens_only_to_those_who_may_read_it(world: World) -> None:
    await world.start()
    student = await arrive(world)
    await student.says("checkin")
    await say_no(student)
    outsider = world.slack.person("UX9")
    card = await world.card("URGENT", "Open case")
    await world.coordinator.press("Open case", card)
    refused = await world.coordinator.sees_window("Only safeguarding and the coordinator named on this case")
    await outsider.press("Open case", card)
    unknown = await outsider.sees_window("I do not know this Slack account")
    for private in (*PRIVATE, "safe and respected"):
        assert private not in refused.shown + unknown.shown
