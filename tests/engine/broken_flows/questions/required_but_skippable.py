"""broken.day: a date question can always be skipped: remove required=True"""

from flows.steps import Flow, Kind, Question

FLOW = Flow("broken", "Broken", 5, (Question("day", "Which day?", Kind.DATE, required=True),))
