"""broken.sorry: tests the answer to 'safe', which is not given yet: move this below the question"""

from flows.conditions import Test
from flows.language import YES_NO
from flows.steps import Flow, Kind, Question, Say

FLOW = Flow(
    "broken", "Broken", 5,
    (
        Say("sorry", "I am sorry.", when=Test("answer", "safe", "is", "no")),
        Question("safe", "Safe?", Kind.YES_NO, options=YES_NO),
    ),
)  # fmt: skip
