"""broken.hello: 2 items have this id: give each an id of its own"""

from flows.steps import Flow, Say

FLOW = Flow("broken", "Broken", 5, (Say("hello", "Hello."), Say("hello", "Hello again.")))
