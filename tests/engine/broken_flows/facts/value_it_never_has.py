"""broken.weather: tests 'rotating_item = weather', but this fact is one of: 'useful', 'why', 'mistakes',
'feedback', 'energy', 'breadth', 'mentor_talk'
"""

from flows.language import Talk


def script(talk: Talk) -> None:
    with talk.when(talk.fact("rotating_item").is_("weather")):
        talk.say("weather", "How is the weather?")
