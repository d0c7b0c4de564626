"""broken.soon: 'day' is compared with -3 days from today: use 0 for today or before, or more"""

from flows.language import Talk


def script(talk: Talk) -> None:
    day = talk.date("day", "By when?")
    with talk.when(day.within_days(-3)):
        talk.say("soon", "That is soon.")
