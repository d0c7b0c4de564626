"""What the conversation `resources` found for her, as she reads it."""

from babel.dates import format_date

from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from bot.programmes.resources import Wish, entries_of, find
from bot.words.language import SOURCE, Trusted, date_locale
from flows.entries import Entry
from flows.resources import SEARCH


def found_text(session: Session, talk: Talk) -> Trusted:
    """The best entries, each with its text, its link and the day on which somebody checked it."""
    context, answers = session.context, talk.progress.answers
    country = context.placement.country or context.settings.programme.country
    wish = Wish(topic=str(answers.get("topic") or ""), country=country)
    if wish.topic == SEARCH:
        sealed = answers.get("word")
        wish = Wish(words=context.uow.open(context.person, str(sealed)) if sealed else "", country=country)
    today = context.local_now.date()
    found = find(entries_of(context.settings.programme.resources), wish, today)
    return Trusted("\n\n".join(_entry(session, entry) for entry in found) or session.notice("resources.nothing"))


def _entry(session: Session, entry: Entry) -> str:
    language = session.language
    title, text = (words.get(language) or words[SOURCE] for words in (entry.title, entry.text))
    lines = [f"**{title}**", text, *([entry.link] if entry.link else [])]
    if entry.link and entry.checked_on:
        day = format_date(entry.checked_on, "long", locale=date_locale(language))
        lines.append(session.notice("resources.checked", when=day))
    return "\n".join(lines)
