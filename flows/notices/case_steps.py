"""The log of what the team does in a case. Nothing of it is ever sent to a student."""

CASE_STEPS: dict[str, str] = {
    "act.step": "Log a step",
    "modal.step": "Log a step",
    "field.step": "What was done?",
    "field.told": "Who was told, and what? (optional)",
    "field.agreed": "What was agreed? (optional)",
    "field.check_on": "Look at it again on (optional)",
    "step.talked_student": "Talked with the student",
    "step.talked_other": "Talked with somebody else",
    "step.met": "Met together",
    "step.told_workplace": "Told the workplace",
    "step.agreed": "Agreed on something",
    "step.other": "Something else",
    "refused.no_step": "Please choose what was done.",
    "refused.check_on": "Please write a day ahead, such as 2026-12-14.",
    "log.step": "{person} logged a step: {kind_word}.",
    "log.check": "Today this case is to be looked at again.",
    "page.check": "Case {number}: today is the day you wanted to look at it again.",
}
