"""Some days after a report: how is it now? Worse is one level above the case that it asks after, at most urgent.

Steps of each: `now`; where it is worse `tell`; where it is the same `person`. No word of the report stands here:
whoever holds the phone reads this.
"""

from flows.closings import unless_serious
from flows.language import Reader, Talk, conversation
from flows.steps import Flow

NOW = {"better": "Better", "same": "The same", "worse": "Worse"}


def asked_after(report: str, *, topic: str, restricted: bool) -> Flow:
    """The conversation `<report>_after`, which asks after a case about this topic."""
    reader = Reader.SAFEGUARDING if restricted else Reader.COORDINATOR

    @conversation(f"{report}_after", title="How is it now?", expires_after_days=5, report=True)
    def after(talk: Talk) -> None:
        now = talk.choice("now", "Hi {name}. How is it now, with what stands in case {case_number}?", NOW, locked=True)
        case, worse = talk.fact("case_severity").at_least(2), now.is_("worse")
        talk.flag("worse", worse & ~case, severity="attention", topic=topic, restricted=restricted)
        talk.flag("worse_than_reported", worse & case, severity="urgent", topic=topic, restricted=restricted)
        with talk.when(worse):
            talk.text(
                "tell", "What do you want the person who reads it to know? (optional)", limit=600, reader=reader
            )  # fmt: skip
        with talk.or_when(now.is_("same")):
            wanted = talk.yes_no("person", "Shall a person contact you about it?").is_yes
            talk.flag("contact", wanted, severity="attention", topic=topic, restricted=restricted)
        with unless_serious(talk):
            with talk.when(talk.heard("attention")):
                who = "{safeguarding}" if restricted else "{coordinator}"
                talk.say("closing", f"Thank you for telling me. {who} looks at this by {{deadline}}.")
            with talk.otherwise():
                talk.say("closing_noted", "Thank you for telling me. If it changes, choose Contact me at any time.")

    return after
