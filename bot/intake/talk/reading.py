"""Reading her words before they are sealed, for the conditions of a script: only what was found in them is kept."""

from bot.engine.readings import read_words
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from flows.conditions import reading
from flows.steps import Question


def note_readings(session: Session, talk: Talk, question: Question, words: str) -> None:
    """Put what the script wants to know of these words among the facts of the talk."""
    wanted = talk.script.flow.readings.get(question.id)
    if wanted:
        found = read_words(words, wanted, session.context.local_now.date())
        talk.facts = {**talk.facts, reading(question.id): found}
