"""Free words lead to the right conversation on both platforms, and an offer's button opens it."""

from tests.wire.students import Student
from tests.wire.world import World


async def finds_her_assessment(student: Student) -> None:
    await student.says("hvor flink er jeg blitt til å samarbeide")
    await student.taps("Self-assessment", under="Is it one of these?")
    await student.sees("eight short items")
    await student.says("stop")
    await student.sees("Stopped.")


async def test_free_words_are_offered_a_conversation_that_one_tap_opens(polling_world: World) -> None:
    await finds_her_assessment(polling_world.settled())
    at_slack = polling_world.on_slack()
    await at_slack.says("hello")
    await at_slack.sees("What would you like to do?")
    await finds_her_assessment(at_slack)
