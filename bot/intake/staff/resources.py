"""The resources that a person must look at, for a coordinator who asks."""

from bot.intake.talk.session import Session
from bot.programmes.resources import entries_of, overdue
from bot.words.language import SOURCE
from flows.entries import Entry


def resources_text(session: Session) -> str:
    """Those that nobody has checked, whose time is over, or will be soon."""
    context = session.context
    entries = entries_of(context.settings.programme.resources)
    found = list(overdue(entries, context.now.astimezone(context.settings.programme.zone).date()))
    if not found:
        return session.notice("resources.all_well")
    lines = (f"- {_line(session, entry, why)}" for entry, why in found)
    return "\n".join((session.notice("resources.title"), *lines))


def _line(session: Session, entry: Entry, why: str) -> str:
    title = entry.title.get(session.language) or entry.title[SOURCE]
    return session.notice("resources.line", title=title, reason_word=session.notice(f"resource_why.{why}"))
