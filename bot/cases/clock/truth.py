"""What she is told when a promise to her was not kept: an apology, who was asked, by when, and where else to turn."""

from collections.abc import Sequence

from bot.cases.case_file import CaseFile
from bot.cases.clock.restart import apology_key, take_back_apology
from bot.cases.rules.deadlines import by_the_clock
from bot.cases.rules.ladder import ASKED, ASKED_LEAD
from bot.cases.telling.asked import named_to_her
from bot.cases.telling.student import news_text, send
from flows.severity import Severity
from storage.people import Person


def tell_her_who_was_asked(
    file: CaseFile, asked: Sequence[Person], lost_it: Person | None, *, anew: bool = True
) -> None:
    """Once for each promise that was broken, and once that we go on asking; after that /cases tells her.

    Who never heard of a case was promised nothing. Not `anew`: those who have failed her are all there is.
    """
    if not file.known_to_her() or file.case.climbed > ASKED_LEAD + 1 or _said_last_time(file):
        return
    names = ", ".join(person.name for person in asked)
    if lost_it:
        key = "late.given_back" if asked else "late.given_back_nobody"
        text = news_text(file, key, person=lost_it.name, to_person=names)
    else:
        text = news_text(file, _key(file, asked, anew), person=names)
    _send(file, text, *_elsewhere(file, asked if anew or file.case.climbed > ASKED_LEAD else ()))


def _said_last_time(file: CaseFile) -> bool:
    """At the place of the lead: nobody but who reads it first was ever there to ask."""
    return file.case.climbed == ASKED_LEAD and len({person.id for person in named_to_her(file)}) == 1


def tell_her_we_call_again(file: CaseFile, had_it: Person) -> None:
    """An emergency that somebody had is called for again."""
    _send(file, news_text(file, "late.called_again", person=had_it.name))


def _key(file: CaseFile, asked: Sequence[Person], anew: bool) -> str:
    if not asked:
        return "late.nobody"
    if not anew and file.case.climbed <= ASKED_LEAD:
        return "late.nobody_else"
    return {ASKED: "late.asked", ASKED_LEAD: "late.asked_again"}.get(file.case.climbed, "late.go_on")


def _elsewhere(file: CaseFile, asked: Sequence[Person]) -> list[str]:
    """Another contact: for safety, and where nobody can be asked, one that is not of the team."""
    case = file.case
    if asked and not by_the_clock(max(case.severity, Severity.URGENT), case.topic, case.restricted):
        return []
    return [news_text(file, "late.elsewhere")]


def _send(file: CaseFile, *parts: str) -> None:
    take_back_apology(file)
    send(file, "\n\n".join(parts), key=apology_key(file.id))
