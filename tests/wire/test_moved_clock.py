"""Somebody sets the clock under the running program: nothing waits for the hour to come again, nothing comes twice."""

from collections import Counter

import pytest

from tests.standins.telegram import server_error
from tests.test_metrics import sample
from tests.wire.students import answer
from tests.wire.test_watch import page
from tests.wire.waiting import until
from tests.wire.world import World

STEPS = {"back an hour": -1.0, "on a day": 24.0}


@pytest.mark.parametrize("hours", STEPS.values(), ids=STEPS)
async def test_what_failed_is_tried_again_and_talks_go_on(polling_world: World, hours: float) -> None:
    world, steps = polling_world, sample("placemate_clock_steps_total")
    student = world.settled()
    await student.says("checkin")
    await answer(student, ("check-in", "Start"))
    await student.sees("How have the last two weeks been?")
    world.telegram.fail("sendMessage", server_error(), times=3)
    await student.says("3")
    await until(lambda: sum(call.status == 502 for call in world.telegram.calls) >= 2)
    world.clock.skip(hours=hours)
    await student.sees("How much work")
    await answer(student, ("How much work", "About right"))
    await student.sees("Is that all right for you?")
    await until(lambda: sample("placemate_clock_steps_total") == steps + 1)
    status, body = await page(world)
    assert (status, body["status"]) == (200, "ok")
    times = Counter(text.split("?")[0] for text in student.read() if "?" in text)
    assert max(times.values()) == 1
