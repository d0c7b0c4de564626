"""Some days after a case was closed: is it still all right? One tap opens it again.

Step `well`: `yes`, `no` or `contact`; the last two open the case again, then `more`, or `more_restricted` where only
safeguarding reads it, is for that person.
No word of the case stands here: whoever holds the phone reads this.
"""

from flows.language import Reader, Talk, conversation

MORE = "What should the person who reads case {case_number} know? (optional)"


@conversation("still_ok", title="Is it still all right?", expires_after_days=5)
def still_ok(talk: Talk) -> None:
    """Ask after one closed case, `{case_number}`."""
    well = talk.choice(
        "well", "Case {case_number} was closed on {case_closed_on}. Is it still all right?",
        {"yes": "Yes", "no": "No, open it again", "contact": "A person contacts me"}, stacked=True, locked=True,
    )  # fmt: skip
    with talk.when(well.is_("yes")):
        talk.say("good", "Thank you for telling me. If that changes, choose Contact me at any time.")
    with talk.when(well.among("no", "contact")):
        with talk.when(talk.fact("case_restricted").is_true):
            talk.text("more_restricted", MORE, limit=1000, reader=Reader.SAFEGUARDING)
        with talk.otherwise():
            talk.text("more", MORE, limit=1000, reader=Reader.COORDINATOR)
        talk.say("passed_on", "Thank you. It is with case {case_number} now.")
