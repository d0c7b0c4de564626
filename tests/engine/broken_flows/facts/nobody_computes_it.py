"""broken.dog: tests the fact 'has_dog', which nobody computes: use one of {facts}"""

from flows.conditions import Test
from flows.steps import Flow, Say

FLOW = Flow("broken", "Broken", 5, (Say("dog", "Good dog.", when=Test("fact", "has_dog", "is", True)),))
