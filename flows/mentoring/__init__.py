"""What is said between the match and the goodbye, to a mentee and to a mentor. Neither reads what the other answers.

A mentor is asked of everything that can wait in one message a week, the conversation `mentor_round`.
"""

MENTORING_NUDGES = (
    "mentor_match", "mentee_expectations", "mentor_expectations", "meeting_nudge", "meeting_confirm", "still_wanted",
    "action_due", "mentor_review", "mentee_review", "mentorship_end", "mentorship_goodbye",
)  # fmt: skip
"""Conversations of which the clock begins and which can wait; of a mentor they are gathered."""
BETWEEN_THE_TWO = ("meeting_times", "meeting_prep", "meeting_soon", "meeting_after", "mentor_round", "request_answer")
"""Conversations that follow from what the other one did, or belong to a meeting that is in both calendars."""
