"""broken.safe: 2 options have the id 'yes': give each an id of its own"""

from flows.steps import Flow, Kind, Option, Question

FLOW = Flow(
    "broken", "Broken", 5,
    (Question("safe", "Safe?", Kind.CHOICE, options=(Option("yes", "Yes"), Option("yes", "Always"))),),
)  # fmt: skip
