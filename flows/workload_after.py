"""A week after a report about workload: is it better, the same or worse (WKL.12)?

Steps: `now`; when it is worse `worse_how`, when it is the same `workload_person`. Worse is one level above the case
that it asks after, at most urgent. The answers stand in that case.
"""

from flows.blocks import person
from flows.closings import unless_serious
from flows.language import Reader, Talk, conversation


@conversation("workload_after", title="Is the work better now?", expires_after_days=5, report=True)
def workload_after(talk: Talk) -> None:
    """Ask once, and say truthfully what happens next."""
    now = talk.choice(
        "now", "Hi {name}. A week ago you told me about your work. Is it better, the same or worse now?",
        {"better": "Better", "same": "The same", "worse": "Worse"},
    )  # fmt: skip
    case = talk.fact("case_severity").at_least(2)
    worse = now.is_("worse")
    talk.flag("worse", worse & ~case, severity="attention", topic="workload")
    talk.flag("worse_than_reported", worse & case, severity="urgent", topic="workload")
    with talk.when(worse):
        talk.text("worse_how", "What has become worse? (optional)", limit=300, reader=Reader.COORDINATOR)
    with talk.or_when(now.is_("same")):
        wanted = person(talk, "workload", "Shall a person contact you about it?", topic="workload")
    with talk.when(worse & case & ~talk.heard("emergency")):
        talk.say(
            "closing_urgent_now",
            "Thank you for telling me. It is urgent now, and {coordinator} and {safeguarding} can see that it has "
            "become worse. A person answers by {deadline}. Until then: (1) do the most important task first; "
            "(2) say early what has to wait; (3) take your breaks. If you are in danger, call {emergency}.",
        )
    with talk.otherwise(), unless_serious(talk):
        with talk.when(worse):
            talk.say(
                "closing_worse",
                "Thank you for telling me. {coordinator} looks at this by {deadline}. Until then: "
                "(1) do the most important task first; (2) say early what has to wait; (3) take your breaks.",
            )
        with talk.or_when(wanted):
            talk.say("closing_contact", "Thank you. {coordinator} looks at this by {deadline} and contacts you.")
        with talk.or_when(now.is_("same")):
            talk.say(
                "closing_same",
                "Thank you. One more thing to try: ask {supervisor} for 10 minutes a week, only to look at your tasks "
                "together. If you want a person, choose Contact me at any time.",
            )
        with talk.or_when(now.is_("better")):
            talk.say("closing_better", "Good to hear. Write down what helped, so that you can do it again.")
        with talk.otherwise():
            talk.say("closing_skipped", "All right. If you want a person, choose Contact me at any time.")
