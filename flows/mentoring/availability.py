"""When somebody can meet, in words that are read strictly: two steps that several conversations share."""

from flows.language import Talk

WHEN = "When can you meet in a usual week? Write days and hours, such as: tue 16-18, thu 9-12. If you skip this, "
AGAIN = "I could not read that. Please write each day with its hours, such as: tue 16-18, thu 9-12. Or skip it."


def weekly_hours(talk: Talk, otherwise: str) -> None:
    """Ask for weekly hours, once more where they cannot be read: `free_hours` and `free_again`."""
    hours = talk.text("free_hours", WHEN + otherwise, limit=200)
    with talk.when(hours.lacks("hours")):
        again = talk.text("free_again", AGAIN, limit=200)
        with talk.when(again.lacks("hours")):
            talk.say("hours_unread", "I could not read that either, so your hours stay as they were.")
