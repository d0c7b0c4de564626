"""The meetings of a mentor and a mentee: finding a time, preparing, looking back, and what both set out to do (MTG)."""

MEETINGS = (
    "meeting_nudge", "meeting_times", "meeting_prep", "meeting_soon", "meeting_after", "meeting_confirm", "action_due",
)  # fmt: skip
"""The conversations about one meeting, or about what came of it."""
ABOUT_ONE_TIME = (
    "meeting_nudge", "meeting_times", "meeting_prep", "meeting_soon", "meeting_after", "meeting_confirm",
)  # fmt: skip
"""Those that mean nothing any more once the meeting has another time, or none."""
