"""Find help: by topic, or by a word and a place; what did not help goes to a person.

Steps: `topic`, `word` for whoever searches, `helped`; then `resources_person` as everywhere, and `tell`. What was found
is the placeholder `{resources}`.
"""

from flows.blocks import person
from flows.closings import unless_serious
from flows.entries import TOPICS
from flows.language import Reader, Talk, conversation

SEARCH = "search"


@conversation("resources", title="Find help", expires_after_days=2)
def resources(talk: Talk) -> None:
    """Show what there is, and ask whether it helped."""
    topic = talk.choice("topic", "What do you need help with?", {**TOPICS, SEARCH: "I write a word"}, stacked=True)
    with talk.when(topic.is_(SEARCH)):
        talk.text("word", "Which word? You can add a place, such as: rent Oslo.", limit=120)
    with talk.when(topic.is_given):
        talk.say("found", "This is what I have:\n\n{resources}")
        helped = talk.yes_no("helped", "Did that help?")
        with talk.when(helped.is_no):
            wanted = person(talk, "resources", "Shall a person help you with this?", topic="practical")
            with talk.when(wanted):
                talk.text("tell", "What are you looking for? (optional)", limit=300, reader=Reader.COORDINATOR)
                with unless_serious(talk):
                    talk.say(
                        "closing_person", "Thank you. {coordinator} will read this by {deadline} and write to you."
                    )
        with talk.when(helped.is_yes):
            talk.say("closing", "Good. You find this again with /resources.")
