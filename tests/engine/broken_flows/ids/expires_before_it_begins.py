"""broken: it expires before it begins: set expires_after_days to 1 or more"""

from flows.steps import Flow, Say

FLOW = Flow("broken", "Broken", 0, (Say("hello", "Hello."),))
