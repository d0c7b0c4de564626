"""A cry for help over the wire: from a button, a word, or a sentence; and an emergency that nobody takes."""

import pytest

from tests.wire.roster import DEPUTY, GUARDIAN, PRIVATE
from tests.wire.students import OnTelegram, answer
from tests.wire.world import DESK, World

CRY = "I want to kill myself"


async def by_button(student: OnTelegram) -> None:
    await student.says("menu")
    await student.taps("Urgent help", under="What would you like to do?")


async def by_word(student: OnTelegram) -> None:
    await student.says("hjelp nå")


async def by_sentence(student: OnTelegram) -> None:
    await student.says(CRY)


@pytest.mark.parametrize("cry", [by_button, by_word, by_sentence])
async def test_a_cry_for_help_is_answered_with_numbers_and_reaches_a_person(polling_world: World, cry: object) -> None:
    world = polling_world
    student = world.settled()
    assert callable(cry)
    await cry(student)
    card = await student.sees("call 113 now")
    assert "116 123" in card
    await world.card("Case 2026-0001", "I take it")
    paged = await world.guardian.sees("2026-0001", "I take it")
    posted = repr((paged.sent, world.slack.workspace.in_channel(DESK)))
    assert not [private for private in (*PRIVATE, CRY) if private in posted]


async def test_an_emergency_is_called_again_every_ten_minutes_until_somebody_takes_it(each_world: World) -> None:
    world, guardian = each_world, each_world.guardian
    student = world.settled()
    await student.says("urgent")
    await answer(student, ("immediate danger", "Yes"))
    await world.card("CALL NOW", "I take it")
    await guardian.sees("EMERGENCY. Case 2026-0001")
    lead = world.slack.person("UL1")
    world.clock.skip(minutes=10)
    await guardian.sees("EMERGENCY, not taken for 10 min. Case 2026-0001")
    await student.sees("Nobody has answered yet. Please call")
    world.clock.skip(minutes=10)
    await lead.sees("EMERGENCY, not taken for 20 min. Case 2026-0001")
    await student.sees("I am now alerting the next person too")
    await guardian.press("I take it", await guardian.sees("not taken for 10 min", "I take it"))
    await student.sees(f"{GUARDIAN} from Example Programme has")
    calls = len(lead.messages) + len(guardian.messages)
    world.clock.skip(minutes=29)
    await student.says("cases")
    await student.sees("someone is on it")
    assert len(lead.messages) + len(guardian.messages) == calls
    assert DEPUTY not in "".join(student.read())
