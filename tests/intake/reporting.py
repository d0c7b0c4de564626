"""Whoever reports without a name, and safeguarding who answers: what tests of it do."""

from itertools import count

from bot.cases.anonymous import Thread, thread_of
from bot.intake.inbound import AnonymousWords
from bot.privacy.codes import code_for
from storage import people
from storage.cases import Case, find_case, lines_of
from tests.intake.chatting import SETTINGS, Chat

WORDS = "The foreman shouts at us and throws tools."
COORDINATOR, GUARDIAN = "UC1", "UG1"
_EVENTS = count(1)


def report(chat: Chat, words: str = WORDS, *, language: str = "en", ticket: str = "t" * 22, **chosen: str) -> str:
    """Send one; gives its code."""
    with chat.work() as uow:
        code = code_for(uow.vault, ticket)
    chat.receive(AnonymousWords("form", f"f{next(_EVENTS)}", code, words, language, begins=True, **chosen))
    return code


def more(chat: Chat, code: str, words: str) -> bool:
    return chat.receive(AnonymousWords("form", f"f{next(_EVENTS)}", code, words, "en")).found


def the_case(chat: Chat, number: int = 1) -> Case:
    with chat.work() as uow:
        found = find_case(uow.db, number)
    assert found is not None
    return found


def said(chat: Chat) -> list[tuple[str, str]]:
    reported = the_case(chat).person_id
    with chat.work() as uow:
        person = people.find_person(uow.db, reported)
        assert person is not None
        return [(line.kind, uow.open(person, line.body)) for line in lines_of(uow.db, [1])]


def thread(chat: Chat, code: str, language: str = "en") -> Thread:
    with chat.work() as uow:
        found = thread_of(uow, SETTINGS, code, language)
    assert found is not None
    return found


def reply(chat: Chat, words: str, by: str = GUARDIAN) -> None:
    preview = chat.act("reply_preview", 1, by=by, words=words).view
    assert preview is not None
    assert chat.act(preview.verb, 1, by=by, words=words, **preview.kept).view is None
