"""Unsafe work: stop, is anyone hurt, what kind of danger, and does somebody know (SAFE).

Steps: `hurt`, `kinds`, `told`, and `phone` where somebody is hurt. No pictures and no details are asked for: whoever
takes the case asks what is needed. Safeguarding and her coordinator read it, for both must act.
`unsafe_work_after` asks again after two days.
"""

from flows.afterwards import asked_after
from flows.blocks import number_to_call
from flows.closings import what_happens_next
from flows.language import Reader, Talk, conversation

KINDS = {
    "height": "Working high up", "machine": "A machine", "chemicals": "Chemicals", "electricity": "Electricity",
    "driving": "Driving", "violence": "Violence from customers or others", "training": "No training",
    "other": "Something else",
}  # fmt: skip
TOLD = {
    "fixed": "Yes, and it was made safe", "nothing": "Yes, but nothing changed", "not_yet": "Not yet",
    "afraid": "I do not dare",
}  # fmt: skip
HURT_NOW = (
    "**Call {emergency} now if it is serious.** For other medical help: {medical}. Stay with whoever is hurt if you "
    "are safe there, and call a colleague you trust. I am an automated assistant; {role} is being told now."
)
ADVICE = (
    "For now: (1) Do not do this task until it is safe. In many countries you may say no to work that puts your life "
    "or health in danger. Ask what counts where you are. (2) Tell the safety representative at work, if there "
    "is one. (3) You can ask {labour_inspectorate} what the rules are. You can change your answers with /answers."
)


@conversation("unsafe_work", title="Unsafe work", expires_after_days=5, report=True)
def unsafe_work(talk: Talk) -> None:
    """First whoever is hurt, then what makes the work unsafe."""
    hurt = talk.yes_no("hurt", "Stop the task if you can do so safely. Is anyone hurt?", locked=True)
    talk.flag("somebody_hurt", hurt.is_yes, severity="emergency", topic="safety")
    with talk.when(hurt.is_yes):
        talk.say("hurt_now", HURT_NOW, locked=True)
        number_to_call(talk, reader=Reader.COORDINATOR)
    kinds = talk.many("kinds", "What kind of danger is it? Choose all that fit.", KINDS)
    told = talk.choice("told", "Have you told someone at work?", TOLD, stacked=True, reader=Reader.COORDINATOR)
    unsafe = kinds.is_given | told.is_given
    talk.flag("unsafe_work", unsafe, severity="urgent", topic="safety")
    with talk.when(hurt.is_yes | unsafe):
        talk.opens("in_two_days", "unsafe_work_after", after_days=2)
    what_happens_next(talk, restricted=False)
    with talk.when(~talk.heard("emergency")):
        talk.say("advice", ADVICE)


unsafe_work_after = asked_after("unsafe_work", topic="safety", restricted=False)
