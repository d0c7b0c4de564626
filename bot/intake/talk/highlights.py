"""`/highlights`: what she has learned and is proud of, dated, the newest first."""

from collections.abc import Iterable, Iterator

from babel.dates import format_date

from bot.facts.highlights import Highlight, highlights_of
from bot.intake.talk import hearing
from bot.intake.talk.session import Session
from bot.words.language import date_locale
from bot.words.limits import ALL
from flows.severity import Severity

PAGE = min(limits.text for limits in ALL) - 500
"""Characters of one message, with some room for what a platform adds."""


def show(session: Session) -> None:
    """All of them, in as many messages as it takes; each stands in one message whole where it fits."""
    lines = [line for each in highlights_of(session.context) for line in _line(session, each)]
    if not lines:
        session.post(session.notice("highlights.none"))
        return
    for page in _pages([session.notice("highlights.title"), *lines]):
        session.post(page)


def _line(session: Session, highlight: Highlight) -> Iterator[str]:
    """One of them with its day; words that a person had to look at are in her cases, and not praised here."""
    context = session.context
    words = " ".join(context.uow.open(context.person, highlight.sealed).split())
    if words and hearing.screen(session, words).severity < Severity.ATTENTION:
        day = format_date(highlight.at.astimezone(context.zone).date(), "long", locale=date_locale(session.language))
        yield session.notice("highlights.one", when=day, answer=words)


def _pages(lines: Iterable[str]) -> Iterator[str]:
    """Lines put together into messages."""
    page = ""
    for line in lines:
        if page and len(page) + len(line) > PAGE:
            yield page
            page = ""
        page = f"{page}\n\n{line}" if page else line
    yield page
