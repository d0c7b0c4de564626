"""What a turn gives back, where no conversation of ours shows it."""

from bot.engine.script import Script
from bot.engine.turn import Answer, Ended, Opened, begin, take_turn
from flows.language import Talk, conversation


@conversation("example", title="Example", expires_after_days=3)
def example(talk: Talk) -> None:
    look = talk.yes_no("look", "Shall we look at it?")
    with talk.when(look.is_yes):
        talk.opens("now", "workload")
        talk.opens("in_a_week", "still_ok", after_days=7)
    talk.yes_no("more", "Is there more?")
    with talk.when(look.is_no):
        talk.opens("instead", "human")


def opened(look: str) -> list[list[Opened]]:
    """What is to open, answer by answer."""
    script = Script(example)
    progress, _ = begin(script, {})
    found = []
    for answer in (look, "no"):
        progress, effects = take_turn(script, progress, Answer(answer), {})
        found.append([effect for effect in effects if isinstance(effect, Opened)])
    assert isinstance(effects[-1], Ended)
    return found


def test_what_follows_a_talk_is_named_at_its_end_wherever_it_was_agreed_to() -> None:
    assert opened("yes") == [[Opened("still_ok", 7)], [Opened("workload")]]
    assert opened("no") == [[], [Opened("human")]]
