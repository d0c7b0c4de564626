"""hello: two conversations have this id: give each an id of its own"""

from flows.steps import Flow, Say

FLOWS = (Flow("hello", "Hello", 5, (Say("hi", "Hi."),)), Flow("hello", "Hello", 5, (Say("hi", "Hi again."),)))
