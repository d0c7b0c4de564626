"""broken.safe: tests the answer to 'safe', which is not given yet: move this below the question"""

from flows.conditions import Test
from flows.language import YES_NO
from flows.steps import Flow, Kind, Question

FLOW = Flow(
    "broken", "Broken", 5,
    (Question("safe", "Safe?", Kind.YES_NO, options=YES_NO, when=Test("answer", "safe", "answered")),),
)  # fmt: skip
