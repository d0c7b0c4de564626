"""Where highlights come from: the questions after something she learned or is proud of, by conversation."""

from collections.abc import Mapping

HIGHLIGHTS: Mapping[str, str] = {"checkin": "proud", "goals": "learned"}
