"""A student at Slack: her direct chat, the slash command, the private form; and one who uses both platforms."""

from tests.wire.arriving import get_started, say_no
from tests.wire.roster import GUARDIAN, PRIVATE
from tests.wire.students import OnSlack, answer
from tests.wire.world import DESK, World

PRIVATE_WORDS = "I would rather say this where nobody looks over my shoulder"


async def arrive_on_slack(world: World) -> OnSlack:
    """She opens the app, writes any word, and goes through getting started."""
    student = world.on_slack()
    await student.says("hello")
    await get_started(student)
    return student


async def test_the_main_job_for_a_student_at_slack(each_world: World) -> None:
    student = await arrive_on_slack(each_world)
    await each_world.skip_to_checkin()
    await say_no(student)
    await student.sees("Your case number is 2026-0001")
    await each_world.guardian.press("I take it", await each_world.card("URGENT", "I take it"))
    await student.sees(f"{GUARDIAN} from Example Programme has taken your case")
    shown = "\n".join(message.shown for message in each_world.slack.workspace.in_channel(DESK))
    assert not [private for private in PRIVATE if private in shown]


async def test_what_she_writes_in_the_private_form_answers_the_question(each_world: World) -> None:
    student = each_world.on_slack()
    await student.person.command("human")
    await student.taps("Write to me", under="How should a person contact you?")
    await student.taps("No", under="Is it about someone in")
    await student.taps("Write in a private form", under="What is it about?")
    await student.person.sees_window("Your answer")
    delivery = await student.person.submit(words=PRIVATE_WORDS)
    assert delivery.answer == {"response_action": "clear"}
    await student.sees("will read this by")
    await each_world.guardian.press("Open case", await each_world.card("ATTENTION", "Open case"))
    await each_world.guardian.sees_window(PRIVATE_WORDS)


async def test_the_slash_command_works_from_a_channel_and_answers_in_her_own_chat(polling_world: World) -> None:
    world = polling_world
    student = world.on_slack()
    world.slack.channel("C0LUNCH", student.person)
    delivery = await student.person.command("help", channel="C0LUNCH")
    assert delivery.taken
    await student.sees("I am an automated assistant")
    assert world.slack.workspace.in_channel("C0LUNCH") == []


async def test_naming_the_bot_in_a_channel_is_answered_with_where_to_write_and_nothing_else(
    polling_world: World,
) -> None:
    world = polling_world
    student = world.on_slack()
    world.slack.channel("C0LUNCH", student.person)
    await student.person.mention("C0LUNCH", "I do not feel safe at work")
    await world.slack.until(lambda: len(world.slack.workspace.in_channel("C0LUNCH")) == 1)
    (hint,) = world.slack.workspace.in_channel("C0LUNCH")
    assert hint.shown.startswith("Please write to me in a private chat.")


async def test_what_begins_on_telegram_goes_on_at_slack(polling_world: World) -> None:
    world = polling_world
    phone = world.settled()
    await phone.says("checkin")
    await answer(phone, ("check-in", "Start"), ("How have the last two weeks been?", "3"))
    await phone.sees("How much work")
    desk = world.on_slack()
    await desk.says("hello")
    await answer(desk, ("How much work", "About right"), ("Is that all right for you?", "Yes"))
    await desk.sees("I know what is expected")
    await phone.taps("Far too much", under="How much work")
    assert "I know what is expected" in await phone.sees("This question is closed")


async def test_news_of_a_case_go_to_where_she_wrote_last(polling_world: World) -> None:
    world = polling_world
    phone = world.settled()
    await phone.says("checkin")
    await say_no(phone)
    await phone.sees("What would help you now?")
    desk = world.on_slack()
    await desk.says("hello")
    await desk.sees("What would help you now?")
    before = phone.read()
    await world.guardian.press("I take it", await world.card("URGENT", "I take it"))
    await desk.sees(f"{GUARDIAN} from Example Programme has taken your case")
    assert phone.read() == before
