"""A student names her own coordinator: the whole way from her phone to those who may read it, and to nobody else."""

from tests.wire.roster import COORDINATOR, GUARDIAN
from tests.wire.students import answer
from tests.wire.waiting import until
from tests.wire.world import World


async def test_a_named_coordinator_is_left_out_from_the_channel_to_the_button(polling_world: World) -> None:
    world = polling_world
    student = world.settled()
    await student.says("human")
    await answer(student, ("How should a person contact you?", "Write to me"))
    seen = await world.card("ATTENTION", "Open case")
    stale = [dict(block) for block in seen.blocks]
    await answer(student, ("Is it about someone in", "Yes"))
    await student.sees("Who? Write the name.")
    await student.says(COORDINATOR)
    await student.sees(f"is not shown to {COORDINATOR}")
    await student.says("she never answers when I ask")
    await until(lambda: "handled by others" in seen.shown)
    own = await world.guardian.sees("ATTENTION", "I take it")
    await world.guardian.press("I take it", own)
    await until(lambda: GUARDIAN in own.shown)
    seen.blocks = stale
    await world.coordinator.press("Open case", seen)
    await world.coordinator.sees_window("This case is handled by others.")
    await student.sees(f"{GUARDIAN} from Example Programme has taken your case")
    assert not [message for message in world.coordinator.messages if "ATTENTION" in message.shown]
