"""broken.odd: no answers ever lead here: 'day within 14 days and not (day within 30 days)' is never true;
loosen the condition or remove the step"""

from flows.language import Talk


def script(talk: Talk) -> None:
    day = talk.date("day", "By when?")
    with talk.when(day.within_days(30) & ~day.within_days(14)):
        talk.say("fine", "There is time.")
    with talk.when(day.within_days(14) & ~day.within_days(30)):
        talk.say("odd", "This is never said.")
