"""What mentor and mentee may talk about: the topics that both choose from, and the other words of a profile.

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
