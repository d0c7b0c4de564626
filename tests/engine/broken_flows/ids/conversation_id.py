"""Check-in: a conversation's id matches [a-z][a-z0-9_]{0,23}: rename it"""

from flows.steps import Flow, Say

FLOW = Flow("Check-in", "Check-in", 5, (Say("hello", "Hello."),))
