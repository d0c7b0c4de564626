"""What mentoring may be about, and how the two may meet: the same words for matching and for both sides.

Keys are stored; the English labels are what people read, in Norwegian by way of the catalogue.
"""

from collections.abc import Mapping

TOPICS: Mapping[str, str] = {
    "career": "Career and next steps",
    "skills": "Learning a skill",
    "feedback": "Getting and giving feedback",
    "network": "Meeting people in the field",
    "confidence": "Confidence",
    "culture": "How people work here",
    "job_search": "Looking for a job",
    "shadowing": "Seeing a working day",
}
STYLES: Mapping[str, str] = {
    "direct": "directly",
    "gently": "gently",
    "in_writing": "in writing",
    "with_examples": "with examples",
}
"""How somebody likes to talk about what can be better."""

SAME_GENDER, OTHER_COMPANY = "same_gender", "other_company"
WISHES = (SAME_GENDER, OTHER_COMPANY)
"""What a mentee may wish of her mentor."""

RHYTHMS: Mapping[str, str] = {"weekly": "Every week", "fortnight": "Every two weeks", "monthly": "Once a month"}
DAYS_OF: Mapping[str, int] = {"weekly": 7, "fortnight": 14, "monthly": 28}
"""Days between two meetings, by rhythm."""
CHANNELS: Mapping[str, str] = {"person": "In person", "video": "On video", "phone": "On the phone", "chat": "In a chat"}
BOOKERS: Mapping[str, str] = {"mentee": "The mentee", "mentor": "The mentor", "turns": "We take turns"}
