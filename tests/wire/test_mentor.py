"""A mentor at Slack and her mentee on Telegram: consent, expectations, an agreement, a meeting in both calendars."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from bot.mentoring.pairs import named_in_roster
from storage import people
from storage.people import PERSON, Person
from tests.wire.students import OnSlack, OnTelegram, Student, answer
from tests.wire.waiting import until
from tests.wire.world import World

MENTOR = "Exempla Mentorsen"


def brought_in(world: World) -> tuple[OnTelegram, OnSlack]:
    """A mentor whom Slack knows by her address, named in the roster as the student's."""
    student = world.settled()
    with world.work() as uow:
        mentor = Person(
            id="m1", name=MENTOR, role="mentor", email="m1@example.org", timezone="Europe/Oslo",
            data_key=uow.vault.new_key(),
        )  # fmt: skip
        uow.db.execute(insert(PERSON).values(**mentor.model_dump()))
        people.change_placement(uow.db, "s1", mentor_id="m1")
        named_in_roster(uow, world.settings, "s1", "m1")
    return student, OnSlack(world.slack, world.slack.person("UM1", "m1@example.org"))


def to_a_working_morning(world: World) -> None:
    """Skip to ten o'clock of the next Monday but one, in Oslo."""
    now = world.clock.now().astimezone(ZoneInfo("Europe/Oslo"))
    monday = now.date() + timedelta(days=14 - now.weekday())
    world.clock.skip_to(datetime.combine(monday, datetime.min.time().replace(hour=10), ZoneInfo("Europe/Oslo")))


async def choose_topics(somebody: Student, *before: tuple[str, str]) -> None:
    """Answer up to the topics that both choose from."""
    await answer(somebody, *before, ("Pick up to three", "Career and next steps"))
    await answer(somebody, ("Pick up to three", "Done"))


async def begin(mentor: OnSlack) -> None:
    """She writes for the first time, agrees, and says how many mentees have room."""
    await mentor.says("hello")
    await answer(mentor, ("Is that all right with you?", "Yes, I agree"))
    await mentor.sees("How many mentees have room")
    await mentor.says("2")


async def say_what_she_offers(mentor: OnSlack) -> None:
    """The mentor answers and signs."""
    await mentor.taps("Yes, now", under="There is something short to answer")
    await choose_topics(mentor, ("chain of command", "No"))
    await answer(mentor, ("How often can you really meet?", "Every two weeks"), ("How can you meet?", "On video"))
    await answer(
        mentor,
        ("you do not want to talk about", "Skip"),
        ("Only if both of you", "No"),
        ("How do you give feedback?", "directly"),
    )
    await answer(mentor, ("either of you may stop", "Yes"), ("stays between the two of you", "Yes, I agree"))
    await mentor.sees("Your part is signed")


async def say_what_she_hopes(student: OnTelegram) -> None:
    """The student answers and signs."""
    await student.sees(f"You have a mentor: {MENTOR}")
    await choose_topics(student)
    await answer(student, ("How often do you want to meet?", "Once a month"), ("How do you want to meet?", "On video"))
    await answer(
        student,
        ("Who finds the time", "The mentee"),
        ("you do not want to talk about", "Skip"),
        ("Only if both of you", "No"),
    )
    await answer(student, ("How do you like to get feedback?", "gently"), ("either of you may stop", "Yes"))
    await answer(student, ("stays between the two of you", "Yes, I agree"))


async def find_a_time(student: OnTelegram, mentor: OnSlack) -> None:
    """One suggests, the other takes it."""
    await answer(student, (f"It is time to meet {MENTOR}", "Suggest times"))
    await student.sees("At these times both of you are free")
    await student.says("1")
    await answer(student, ("At these times both of you are free", "Done"), ("Where, or how?", "Skip"))
    await student.sees(f"I ask {MENTOR}")
    await mentor.sees("would like to meet you. Which time fits")
    await mentor.says("1")
    await student.sees("This file puts it into your calendar")


async def test_from_consent_to_a_meeting_in_both_calendars(polling_world: World) -> None:
    world = polling_world
    student, mentor = brought_in(world)
    await begin(mentor)
    to_a_working_morning(world)
    await say_what_she_offers(mentor)
    world.clock.skip(days=1)
    await say_what_she_hopes(student)
    for somebody in (student, mentor):
        await somebody.sees("the rarer one counts: Once a month")
    world.clock.skip(days=1, hours=5.3)  # her own hour is 15:00, and the mentor works until 16:00
    await find_a_time(student, mentor)
    await until(lambda: any(b"BEGIN:VEVENT" in (message.document or b"") for message in student.phone.messages))
    await until(lambda: any("ics" in file["filename"] for file in world.slack.workspace.files.values()))
    assert "Check-in" not in "\n".join(mentor.read())
