"""What mentoring may be about, and how the two may meet: the same words for matching and for both sides."""

from collections.abc import Mapping

TOPICS: Mapping[str, str] = {
    "career": "Career direction", "skills": "Skills", "feedback": "Feedback", "network": "Network",
    "confidence": "Confidence", "culture": "Workplace culture", "job_search": "Job search", "shadowing": "Shadowing",
}  # fmt: skip
RHYTHMS: Mapping[str, str] = {"weekly": "Every week", "fortnight": "Every two weeks", "monthly": "Once a month"}
DAYS_OF: Mapping[str, int] = {"weekly": 7, "fortnight": 14, "monthly": 28}
"""Days between two meetings, by rhythm."""
CHANNELS: Mapping[str, str] = {"person": "In person", "video": "On video", "phone": "On the phone", "chat": "In a chat"}
BOOKERS: Mapping[str, str] = {"mentee": "The mentee", "mentor": "The mentor", "turns": "We take turns"}
STYLES: Mapping[str, str] = {
    "direct": "Directly", "gently": "Gently", "in_writing": "In writing", "with_examples": "With examples",
}  # fmt: skip
