"""Finding a time: one of the two suggests times or says which one stands already, the other one takes one (MTG.1).

Steps of `meeting_nudge`: `book`, `times` at which both are free, `day` and `at` for a time of their own, `place`.
Step of `meeting_times`: `time`.
"""

from flows.conditions import Condition
from flows.language import Talk, conversation

MOST_SUGGESTED, MOST_OFFERED = 6, 3
SLOTS = {f"slot_{place}": f"{{slot_{place}}}" for place in range(1, MOST_SUGGESTED + 1)}
OFFERED = {f"slot_{place}": f"{{slot_{place}}}" for place in range(1, MOST_OFFERED + 1)}
COMMON = ("09:00", "11:00", "13:00", "15:00")
"""Times of day that are offered as buttons."""


def _suggested(talk: Talk, proposes: Condition) -> tuple[Condition, Condition]:
    """Up to three of the times at which both work; answers whether some were picked, and whether it is another one."""
    free = talk.fact("free_times")
    there = {slot: free.at_least(place) for place, slot in enumerate(SLOTS, start=1)}
    with talk.when(proposes & free.at_least(1)):
        times = talk.many(
            "times", "At these times both of you are free. Pick up to three, on your own clock.",
            {**SLOTS, "other": "Another time"}, at_most=MOST_OFFERED, alone=("other",), offered=there,
        )  # fmt: skip
    with talk.when(proposes & ~free.at_least(1)):
        talk.say("no_common_time", "I find no time in the next two weeks at which both of you work. Suggest your own.")
    another = proposes & (times.includes("other") | ~free.at_least(1))
    return times.is_given & ~times.includes("other"), another


@conversation("meeting_nudge", title="Time to meet", expires_after_days=10, about="mentorship")
def meeting_nudge(talk: Talk) -> None:
    """Suggest, say what stands already, or leave this one out."""
    book = talk.choice(
        "book", "It is time to meet {partner}. Shall we find a time?",
        {"propose": "Suggest times", "booked": "We have a time", "skip": "Not this time"}, stacked=True,
    )  # fmt: skip
    picked, another = _suggested(talk, book.is_("propose"))
    own = book.is_("booked") | another
    with talk.when(own):
        day = talk.date("day", "On which day? Write it, such as {day_ahead}.")
    with talk.when(own & day.is_given):
        clock = talk.time("at", "At what time, on your own clock?", common=COMMON)
    with talk.when(picked | own & clock.is_given):
        talk.text("place", "Where, or how? A place or a link. {partner} sees it. (optional)", limit=120)
    with talk.when(book.is_("skip")):
        talk.say("skipped", "All right, not this time. I ask again when the next one is due.")
    with talk.or_when(~picked & ~(own & clock.is_given)):
        talk.say("nothing", "All right, nothing is booked.")


@conversation("meeting_times", title="A time to meet", expires_after_days=9, about="mentorship")
def meeting_times(talk: Talk) -> None:
    """Take one of the times that the other one suggests."""
    offered = talk.fact("times_offered")
    there = {slot: offered.at_least(place) for place, slot in enumerate(OFFERED, start=1)}
    with talk.when(offered.at_least(1)):
        time = talk.choice(
            "time", "{partner} would like to meet you. Which time fits, on your own clock?",
            {**OFFERED, "none": "None of these"}, stacked=True, offered=there,
        )  # fmt: skip
        with talk.when(time.is_("none")):
            talk.say("none_fits", "All right. I ask {partner} for other times.")
        with talk.or_when(~time.is_given):
            talk.say("nothing", "All right, nothing is booked.")
    with talk.otherwise():
        talk.say("over", "{partner} suggested times, but they are over. I ask for new ones.")
