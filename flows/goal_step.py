"""Two days after a goal was set: how did the first step go? One tap, and every answer is fine (GOL.7).

Step `how`: `done`, `not_yet` or `no_longer`. The step is `{first_step}`.
"""

from flows.language import Talk, conversation


@conversation("goal_step", title="First step", expires_after_days=5, about="goal")
def goal_step(talk: Talk) -> None:
    """Ask once, and leave it at that."""
    how = talk.choice(
        "how", "Hi {name}. About your first step, {first_step}: how did it go?",
        {"done": "Done", "not_yet": "Not yet", "no_longer": "No longer"},
    )  # fmt: skip
    with talk.when(how.is_("done")):
        talk.say("praise_step", "Good: you have begun. What is the next small step? Put it in your calendar too.")
    with talk.when(how.is_("not_yet")):
        talk.say("smaller", "That is all right. Ten minutes of it count as well. I ask about your goals in a check-in.")
    with talk.when(how.is_("no_longer")):
        talk.say("no_longer", "All right. You can change this goal or drop it with /goals.")
