"""On day 2, 7 and 30 after a report: how it is now, and whether anybody made her pay for it.

Steps: `now`, `treated`, and for whoever has it worse `tell`, or `tell_restricted` where only safeguarding reads it. A
yes to `treated` is a new case, linked to the one that is asked after. No word of the report stands here: whoever holds
the phone reads this.
"""

from flows.closings import unless_serious
from flows.conflict.closings import FOR_NOW, no_retaliation
from flows.language import Reader, Talk, conversation
from flows.steps import Flow

DAYS = (2, 7, 30)
NOW = {"better": "Better", "same": "The same", "worse": "Worse", "over": "It is over"}
TELL = "What do you want the person who reads it to know? (optional)"


def _after(days: int) -> Flow:
    """The conversation that comes so many days later; all of them ask the same."""

    @conversation(
        f"conflict_after_{days}", title="How is it now?", expires_after_days=5, report=True, complaint=True
    )  # fmt: skip
    def after(talk: Talk) -> None:
        now = talk.choice(
            "now", "Hi {name}. How is it now, with what stands in case {case_number}?", NOW, stacked=True, locked=True
        )
        restricted, worse = talk.fact("case_restricted").is_true, now.is_("worse")
        talk.flag("worse", worse & ~restricted, severity="urgent", topic="workload")
        talk.flag("worse_restricted", worse & restricted, severity="urgent", topic="safety", restricted=True)
        treated = talk.yes_no("treated", "Has anyone treated you worse because you raised it?", locked=True)
        talk.flag("retaliation", treated.is_yes, severity="urgent", topic="safety", restricted=True, anew=True)
        with talk.when(treated.is_yes | (worse & restricted)):
            talk.text("tell_restricted", TELL, limit=600, reader=Reader.SAFEGUARDING)
        with talk.or_when(worse):
            talk.text("tell", TELL, limit=600, reader=Reader.COORDINATOR)
        with unless_serious(talk):
            with talk.when(now.among("better", "over")):
                talk.say("closing_better", "Good to hear. Thank you for telling me.")
            with talk.otherwise():
                talk.say("closing_same", "Thank you. If you want a person to look at it again, choose Contact me.")
            no_retaliation(talk)
        with talk.when(talk.heard("urgent") & ~talk.heard("emergency")):
            talk.say("for_now", FOR_NOW)

    return after


AFTERWARDS = tuple(_after(days) for days in DAYS)
