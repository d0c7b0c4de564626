"""Changing an answer that was given: the list, the question asked again, and what is said of a change.

Placeholders: `{title}` of the conversation or the question; `{when}` when it was begun or changed; `{answer}` what she
answered, `{before}` before that; `{reader}` who reads the case that the first answer made.
"""

CHANGING: dict[str, str] = {
    "command.answers": "See and change your answers",
    "answers.none": "There are no answers of the last two weeks that can be changed.",
    "answers.which": "{title} from {when}. Which answer do you want to change?",
    "answers.other": "{title} from {when}",
    "answers.now": "You answered: {answer}",
    "answers.ask": "Choose or write the new answer.",
    "answers.keep": "Leave it as it is",
    "answers.kept": "All right, nothing is changed.",
    "answers.too_late": "This answer can no longer be changed here. To tell a person, choose Contact me.",
    "answers.changed": "I have changed it.",
    "answers.same": "That is what stood there already.",
    "answers.stays": "What you said before stays with {reader}.",
    "line.changed": "The student changed an answer: {title}\nBefore: {before}\nNow: {answer}",
    "mydata.changed": "changed {when}; before: {answer}",
    "log.answer_changed": "The student changed an answer. Open the case to read it.",
}
