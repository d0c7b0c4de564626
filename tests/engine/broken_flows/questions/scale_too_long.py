"""broken.mood: a scale from 1 to 10 cannot be tapped: keep within 1 to 9"""

from flows.steps import Flow, Kind, Question

FLOW = Flow(
    "broken", "Broken", 5, (Question("mood", "Mood?", Kind.SCALE, lowest=1, highest=10, low="Bad", high="Good"),)
)  # fmt: skip
