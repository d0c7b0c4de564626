"""A picture from a student's phone to the chat of the person who looks at it, and to nobody else."""

from storage.attachments import attachments_of
from tests.tiny_files import PNG, REFUSED
from tests.wire.waiting import until
from tests.wire.world import World

PHOTO = {"photo": [{"file_id": "f1", "file_unique_id": "u1", "width": 1, "height": 1, "file_size": len(PNG)}]}


async def settled(world: World, state: str) -> None:
    """Wait until the first file of the first case has come to this."""

    async def has_come() -> bool:
        with world.work() as uow:
            return [each.state for each in attachments_of(uow.db, [1])] == [state]

    await until(has_come, f"a file that is {state}")


async def handed_over(world: World) -> None:
    """Safeguarding opens the case, asks for the file and has it in her own chat."""
    guardian, files = world.guardian, world.slack.workspace.files
    await guardian.press("Open case", await world.card("Case 2026-0001", "Open case"))
    await guardian.sees_window("File 1: picture")
    await guardian.press_in_window("Send me file 1")
    await guardian.sees_window("File 1 of case 2026-0001 comes to your own chat")
    await world.slack.until(lambda: any("channel" in file for file in files.values()))
    (file,) = files.values()
    assert (file["content"], file["channel"], file["filename"]) == (PNG, guardian.chat, "case-2026-0001-1.png")


async def test_a_picture_comes_from_her_phone_to_a_colleagues_own_chat(each_world: World) -> None:
    student = each_world.settled()
    each_world.telegram.files["f1"] = PNG
    await student.phone.send(**PHOTO)
    await student.taps("Yes, a person", under="Shall a person look at it?")
    await student.sees("It goes to a person, in your case 2026-0001")
    await settled(each_world, "kept")
    await handed_over(each_world)
    await student.says("/cases")
    await student.sees("Opened by safeguarding lead")


async def test_a_picture_at_slack_takes_the_same_way(each_world: World) -> None:
    student = each_world.on_slack()
    each_world.slack.workspace.sent["F1"] = PNG
    await student.person.upload("image/png", size=len(PNG))
    await student.taps("Yes, a person", under="Shall a person look at it?")
    await settled(each_world, "kept")
    await handed_over(each_world)


async def test_a_program_that_says_it_is_a_picture_is_not_kept_and_she_is_told(polling_world: World) -> None:
    student = polling_world.settled()
    polling_world.telegram.files["f1"] = REFUSED["program of windows"]
    await student.phone.send(**PHOTO)
    await student.taps("Yes, a person", under="Shall a person look at it?")
    await student.sees("I could not take the picture for case 2026-0001")
    await settled(polling_world, "refused")


async def test_a_restart_before_it_was_fetched_loses_nothing(world: World) -> None:
    await world.start()
    student = world.settled()
    await student.phone.send(**PHOTO)
    await student.taps("Yes, a person", under="Shall a person look at it?")
    await settled(world, "waiting")
    await world.stop()
    world.telegram.files["f1"] = PNG
    world.clock.skip(minutes=1)
    await world.start()
    await settled(world, "kept")
