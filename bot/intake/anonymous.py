"""Reports without a name: words from the form become a case for safeguarding, and more words land in it."""

import secrets

from bot.cases.hearing import Concern, add_words, hear
from bot.config import Settings
from bot.facts.context import Context
from bot.intake.inbound import AnonymousWords
from bot.intake.triage import Triage, assess
from bot.privacy.codes import hashes_of
from bot.words.language import Trusted, say
from flows.notices import NOTICES
from flows.severity import Severity
from storage.anonymous import open_report, who_reported
from storage.cases import cases_of
from storage.unit_of_work import UnitOfWork

SOURCE = "anonymous"
_TOPIC = "safety"


def take(uow: UnitOfWork, settings: Settings, event: AnonymousWords) -> bool:
    """Keep what was written; False where no report has this code, and nothing is kept.

    A form that was sent before, and is sent again with other words, adds them to what it began.
    """
    hashes = hashes_of(uow.vault, event.code)
    person = who_reported(uow.db, hashes)
    if person is not None:
        _go_on(Context(uow, settings, person), event)
        return True
    if event.begins:
        # A number of its own: nothing that is kept leads from the case to the code or to whoever wrote.
        person_id = f"{SOURCE}-{secrets.token_hex(8)}"
        _begin(Context(uow, settings, open_report(uow, person_id, hashes[0], event.language)), event)
    return event.begins


def _begin(context: Context, event: AnonymousWords) -> None:
    """Urgent at least: whoever takes this way may have no other, and cannot be asked how urgent it is."""
    triage = assess(event.text, event.language)
    severity = max(Severity.URGENT, triage.severity)
    lines = (("flag", _chosen(context, event), SOURCE), ("words", event.text, _marks(triage)))
    hear(context, Concern(_TOPIC, severity, True, SOURCE, lines, said=event.workplace))


def _go_on(context: Context, event: AnonymousWords) -> None:
    case = cases_of(context.uow.db, context.person.id)[0]
    triage = assess(event.text, event.language)
    add_words(context, case, "words", event.text, SOURCE, concerning=True)
    if triage.severity > case.severity or triage.severity is Severity.EMERGENCY:
        hear(context, Concern(case.topic, triage.severity, case.restricted, SOURCE, ()))


def _chosen(context: Context, event: AnonymousWords) -> str:
    """What was chosen beside the words, in the team's language."""
    language = context.team_language
    key = f"anonymous.about.{event.about}"
    about = say(key if event.about and key in NOTICES else "anonymous.about.unsaid", language)
    lines = [say("line.anonymous_about", language, answer=Trusted(about))]
    if event.workplace:
        lines.append(say("line.anonymous_workplace", language, answer=Trusted(event.workplace)))
    return "\n".join(lines)


def _marks(triage: Triage) -> str:
    unread = () if triage.screened else ("not-screened",)
    return " ".join((*triage.patterns, f"lexicon:{triage.version}", *unread))
