"""goodbye: opens itself again and nobody is asked in between: goodbye → hello → goodbye; remove an opening"""

from flows.steps import Flow, Opening, Say

FLOWS = (
    Flow("hello", "Hello", 5, (Say("hi", "Hi."), Opening("open_goodbye", "goodbye"))),
    Flow("goodbye", "Goodbye", 5, (Say("bye", "Bye."), Opening("open_hello", "hello"))),
)
