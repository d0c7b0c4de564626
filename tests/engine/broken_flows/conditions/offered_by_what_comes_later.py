"""broken.which: tests the answer to 'more', which is not given yet: move this below the question"""

from flows.answers import YesNoAnswer
from flows.language import Talk


def script(talk: Talk) -> None:
    options = {"one": "One", "two": "Two"}
    talk.choice("which", "Which one?", options, offered={"two": YesNoAnswer("more").is_yes})
    talk.yes_no("more", "Is there more?")
