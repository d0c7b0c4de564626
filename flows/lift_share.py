"""Sharing lifts, by double opt-in: nothing is shown before both have said yes, and an address never is.

`lift_share` puts her on the list or takes her off it: `stay` for whoever is on it; `area`, `arrive`, `reach_me`,
`join`. `lift_match` asks each of two who would fit, without saying who the other is: `share`. Who fits whom, and what
follows from the answers, is `bot/intake/talk/lifts.py`.
"""

from flows.language import Talk, conversation

NOT_LISTED = "All right. You are not on the list."


def _ask(talk: Talk) -> None:
    area = talk.text(
        "area",
        "Which part of town do you travel from? A rough area is enough, so please do not write your address. "
        "Nobody is shown it.",
        limit=60,
    )
    talk.time("arrive", "When do you need to be at work?", common=("07:00", "08:00", "09:00"))
    reach = talk.text(
        "reach_me",
        "How can the other person reach you? Write it as they shall read it, such as a phone number. "
        "They read it only if you both say yes.",
        limit=80,
    )
    with talk.when(area.is_given & reach.is_given):
        join = talk.yes_no(
            "join",
            "May I ask others who travel from there to {host}? They only learn that somebody wants to share. "
            "You are asked too before anything is shown.",
        )
    with talk.when(join.is_yes):
        talk.say(
            "listed",
            "You are on the list until your placement ends. If somebody fits, I ask you both. "
            "To leave the list, choose travel and shared lifts again.",
        )
    with talk.otherwise():
        talk.say("not_listed", NOT_LISTED)


@conversation("lift_share", title="Share lifts", expires_after_days=5)
def lift_share(talk: Talk) -> None:
    """Ask for a rough area and a way to reach her, and whether others may be asked."""
    listed = talk.fact("shares_lifts").is_true
    with talk.when(listed):
        stay = talk.choice(
            "stay", "You are on the list of those who want to share lifts. What would you like?",
            {"stay": "Stay on it", "change": "Change what I wrote", "leave": "Take me off the list"}, stacked=True,
        )  # fmt: skip
        with talk.when(stay.is_("leave")):
            talk.say("off_the_list", NOT_LISTED)
        with talk.or_when(~stay.is_("change")):
            talk.say("still_listed", "All right. You stay on the list.")
    with talk.when(talk.fact("placement_known").is_true & (~listed | stay.is_("change"))):
        _ask(talk)
    with talk.when(~talk.fact("placement_known").is_true):
        talk.say("no_host", "I do not know where you work yet, so I cannot look for others. Please choose Contact me.")


@conversation("lift_match", title="Share a lift", expires_after_days=7)
def lift_match(talk: Talk) -> None:
    """Ask one of two; what she is told next depends on the other."""
    with talk.when(talk.fact("lift_waits").is_true):
        share = talk.choice(
            "share",
            "Hi {name}. Somebody who travels from your area to {host} wants to share lifts. If you both say yes, each "
            "of you gets the other's first name and what you wrote about how to reach you. Do you want that?",
            {"yes": "Yes", "no": "No", "leave": "No, and take me off the list"}, stacked=True,
        )  # fmt: skip
        with talk.when(share.is_("no")):
            talk.say("not_shared", "All right. The other person learns nothing about you.")
        with talk.or_when(share.is_("leave")):
            talk.say("off_the_list", NOT_LISTED)
    with talk.otherwise():
        talk.say("gone", "The other person no longer looks for a lift. I ask you again when somebody fits.")
