"""What many whole-path tests begin with: a student who has been through getting started, and one who says no."""

from tests.wire.students import OnTelegram, Student, answer
from tests.wire.world import World


async def arrive(world: World) -> OnTelegram:
    """She opens her invitation link on Telegram and goes through getting started."""
    student = world.on_telegram()
    await student.phone.start(world.invitation())
    await get_started(student)
    return student


async def get_started(student: Student) -> None:
    """She answers everything that is asked before the first check-in."""
    await answer(
        student, ("Which language", "English"), ("Do you agree to start?", "I agree"),
        ("Check your placement", "Right"), ("written agreement", "Yes"), ("pay or expenses", "Paid"),
    )  # fmt: skip
    await student.sees("Three things")
    await student.says("learn the tools; meet people")
    await answer(
        student, ("workplace expects", "Skip"), ("fixed time", "Yes"), ("anything we should arrange", "No"),
        ("How often", "Every two weeks"), ("Which day", "Thursday"), ("What time of day", "15:00"),
        ("Who should we call", "Skip"),
    )  # fmt: skip
    await student.sees("You are set.")


async def say_no(student: Student) -> None:
    """She answers a check-in up to the question about safety, and says no to that."""
    await answer(
        student, ("check-in", "Start"), ("How have the last two weeks been?", "3"),
        ("How much work", "About right"), ("Is that all right for you?", "Yes"),
        ("I know what is expected", "4"), ("Do you feel safe and respected", "No"),
    )  # fmt: skip
