"""A mentor's hub: her mentees with what is next, and what she wants for herself.

Steps: `whom`; about a mentee `wish`, with `until` for a pause; about herself `own`, with `capacity` or `free_hours`.
"""

from flows.language import Talk, conversation
from flows.mentoring.availability import weekly_hours
from flows.mentoring.refer import PAIRS

WISHES = {
    "propose": "Suggest a time to meet", "answer": "Answer what was asked of me", "pause": "Pause until a day",
    "end": "Somebody else, or stop", "nothing": "Nothing now",
}  # fmt: skip
OWN = {
    "capacity": "How many have room with me", "hours": "When I can meet", "none": "No new mentees for now",
    "nothing": "Nothing now",
}  # fmt: skip


@conversation("mentees", title="My mentees", expires_after_days=5, about="mentorship")
def mentees(talk: Talk) -> None:
    """What she chooses about a mentee begins when this talk is over."""
    there = {pair: talk.fact("mentees").at_least(place) for place, pair in enumerate(PAIRS, start=1)}
    whom = talk.choice(
        "whom", "{mentees_list}\nWhat is it about?", {**PAIRS, "me": "My own places and hours"}, stacked=True,
        offered=there,
    )  # fmt: skip
    with talk.when(whom.among(*PAIRS)):
        wish = talk.choice(
            "wish", "What would you like?", WISHES, stacked=True,
            offered={"answer": talk.fact("request_waits").is_true},
        )  # fmt: skip
        with talk.when(wish.is_("pause")):
            talk.date("until", "Until which day shall it rest? Your mentee is told, but not why.")
    with talk.when(whom.is_("me")):
        own = talk.choice("own", "What would you like to change?", OWN, stacked=True)
        with talk.when(own.is_("capacity")):
            talk.number("capacity", "How many mentees have room with you at the same time?", lowest=0, highest=6)
        with talk.when(own.is_("hours")):
            weekly_hours(talk, "nothing changes.")
        with talk.when(own.is_("none")):
            talk.say("no_new", "All right. No new mentees are proposed to you, and those you have stay.")
