"""The competences that a placement trains, and the levels they are looked at in.

The eight competences and the names of the four levels are those of NACE's career readiness frame (revised in April
2021); the sentences that explain them are our own. `FRAMEWORK` is stored with every level, so that levels of another
frame or release are never compared with these.
"""

from collections.abc import Mapping

FRAMEWORK = "nace-2021"

COMPETENCES: Mapping[str, str] = {
    "self_development": "Career and self-development",
    "communication": "Communication",
    "critical_thinking": "Critical thinking",
    "inclusion": "Equity and inclusion",
    "leadership": "Leadership",
    "professionalism": "Professionalism",
    "teamwork": "Teamwork",
    "technology": "Technology",
}

LEVELS: Mapping[str, str] = {
    "learning": "1 Just learning about it",
    "understand": "2 Understand it",
    "sometimes": "3 Do it sometimes",
    "consistently": "4 Do it consistently",
    "unseen": "– Not seen yet",
}
LEVEL_NUMBERS: Mapping[str, int] = {"learning": 1, "understand": 2, "sometimes": 3, "consistently": 4}
"""Levels that can be compared; what was not seen yet has no number."""

MOMENTS = ("start", "middle", "end")
"""When in a placement the levels are looked at."""
