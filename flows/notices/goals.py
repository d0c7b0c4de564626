"""What stands on the card of a goal, and what is said of highlights.

Placeholders: `{goal}` and `{answer}` her words; `{title}` a competence; `{obstacle}` what may get in the way; `{when}`
a day.
"""

GOALS: dict[str, str] = {
    "goal.card": "**Your goal:** {goal}",
    "goal.by": "**By:** {when}",
    "goal.seen": "**You see it by:** {answer}",
    "goal.trains": "**It trains:** {title}",
    "goal.plan": "**If** {obstacle}, **then:** {answer}",
    "goal.step": "**First step:** {answer}",
    "goal.waits": "You have three active goals, so this one waits. When one of them is done, write /goals.",
    "someone.obstacle": "something gets in the way",
    "someone.first_step": "the one you planned",
    "news.goal_set": "Student {student_id} has set a goal and would like you to know. Ask about it when you talk.",
    "highlights.title": "Your highlights, the newest first. Nobody else sees this list.",
    "highlights.one": "**{when}** {answer}",
    "highlights.none": "There are no highlights yet. A check-in asks for one thing you learned or are proud of.",
}
