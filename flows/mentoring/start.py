"""A mentor begins: what this is, what is kept, and a first word on who fits and when.

Steps: `consent` (locked), `capacity`, `topics`, `free_hours`.
"""

from flows.language import Talk, conversation
from flows.mentoring.availability import weekly_hours
from flows.mentoring.topics import TOPICS


@conversation("mentor_start", title="Welcome as a mentor", expires_after_days=60)
def mentor_start(talk: Talk) -> None:
    """One consent and three questions; the rest can wait until there is a mentee."""
    talk.say(
        "hello",
        "Hi {name}. I am {bot}, an automated assistant of {org}. I ask both of you how you want to meet, find a time "
        "with you, and remind you at most once a week, in your hours of work.",
    )  # fmt: skip
    talk.say(
        "kept",
        "I keep what you agree on, your meetings and your answers here, for {controller}. You never see what your "
        "mentee answers elsewhere. The programme sees how many meetings you held, not what you talked about. "
        "{channel_notice} With /mydata you get a copy, with /forget it is deleted.",
        locked=True,
    )  # fmt: skip
    agreed = talk.choice(
        "consent", "Is that all right with you?", {"agree": "Yes, I agree", "no": "No"}, required=True, locked=True,
    )  # fmt: skip
    with talk.when(agreed.is_("agree")):
        talk.number("capacity", "How many mentees have room with you at the same time?", lowest=0, highest=6)
        talk.many("topics", "What do you like to help with? Pick what fits.", TOPICS)
        weekly_hours(talk, "I take working hours.")
        talk.say(
            "next",
            "Thank you. When the programme has found somebody for you, I ask you first. /mentees shows your mentees, "
            "/refer passes on a worry about one of them.",
        )  # fmt: skip
    with talk.otherwise():
        talk.say("declined", "All right. Nothing is kept, and I do not write to you. With /start you can begin later.")
