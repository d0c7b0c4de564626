"""The plan of the next days as rows of a table, or as fields."""

from bot.facts.planning.ahead import Entry
from bot.facts.planning.circumstances import Circumstances
from bot.words.language import SOURCE, say

COLUMNS = ("when", "her clock", "student", "what", "why")


def fields_of(entry: Entry, known: Circumstances) -> dict[str, str | None]:
    """One entry for programs: instants in ISO 8601, `local` on her own clock; `why` is a reason code, "" for none."""
    at, due = entry.at, entry.due
    return {
        "when": at.isoformat() if at else None,
        "local": at.astimezone(known.zone).isoformat() if at else None,
        "due": due.isoformat() if due else None,
        "student": entry.person_id, "what": entry.what, "why": entry.why,
    }  # fmt: skip


def row_of(entry: Entry, known: Circumstances) -> tuple[str, ...]:
    """One entry in the order of `COLUMNS`; the student by roster id."""
    at, due = entry.at, entry.due
    moved = f", due {due.astimezone(known.zone):%a %d %b %H:%M}" if entry.why and due else ""
    return (
        f"{at:%Y-%m-%d %H:%M} UTC" if at else "not sent",
        f"{at.astimezone(known.zone):%a %d %b %H:%M}" if at else "–",
        entry.person_id, entry.what, f"{_in_words(entry.why)}{moved}",
    )  # fmt: skip


def _in_words(why: str) -> str:
    """A reason code as coordinators read it in Slack; "" for none."""
    return say(f"plan_why.{why}", SOURCE) if why else ""
