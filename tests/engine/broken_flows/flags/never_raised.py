"""broken.cheerful: this flag can never be raised: 'mood ≤ 2 and mood = 5' is never true; loosen its condition"""

from flows.language import Talk


def script(talk: Talk) -> None:
    mood = talk.scale("mood", "How are you?", low="Very bad", high="Very good")
    with talk.when(mood.at_most(2)):
        talk.say("sorry", "I am sorry to hear that.")
        talk.flag("cheerful", mood.is_(5), severity="info", topic="wellbeing")
