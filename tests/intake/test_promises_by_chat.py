"""By when she is told that a person answers: in the case that is spoken of, and never a time that has passed."""

from datetime import timedelta

import pytest

from bot.facts.context import Context
from bot.facts.placeholders import when
from bot.facts.promise import _PROMISE
from bot.words.language import LANGUAGES, translate
from flows.catalogue import CATALOGUE
from flows.notices import NOTICES
from flows.steps import Say
from storage.cases import change_case, find_case
from tests.intake.chatting import SETTINGS, Chat

SHOUTED_AT = "My supervisor shouts at me every day"


@pytest.fixture
def older(chat: Chat) -> Chat:
    """An older case of hers waits for somebody."""
    chat.say("human", "Write to me", "No", "my hours changed")
    return chat


def due(chat: Chat, case: int) -> str:
    with chat.work() as uow:
        found = find_case(uow.db, case)
        assert found is not None
        return when(Context(uow, SETTINGS, chat.student(uow)), found.deadline_at)


def passed(chat: Chat, case: int) -> None:
    """The time to act in a case is over."""
    with chat.work() as uow:
        change_case(uow.db, case, deadline_at=uow.now - timedelta(hours=1))


def test_words_that_go_into_a_case_are_answered_with_the_time_of_that_case(older: Chat) -> None:
    older.say("checkin", "start", "3", "about right", "yes", "4", "no")
    older.act("take", 2)
    answer = older.say("other", "done", SHOUTED_AT) + "\n".join(older.transcript[-6:])
    assert f"is told now and answers by {due(older, 2)}." in answer
    assert due(older, 1) not in answer


def test_words_in_an_emergency_that_is_taken_are_never_put_off_to_a_working_day(older: Chat) -> None:
    older.say("urgent", "Not sure", "Call me", "skip", "skip")
    older.act("take", 2)
    passed(older, 1)
    answer = older.say("I am afraid, he hits me")
    assert "next working day" not in answer
    assert f"answers by {due(older, 2)}." in answer


def test_where_the_time_of_a_taken_case_has_passed_she_reads_who_has_it(older: Chat) -> None:
    older.say("urgent", "Not sure", "Call me", "skip", "skip")
    older.act("take", 2)
    passed(older, 2)
    answer = older.say("I am afraid, he hits me")
    assert "automated assistant, and you do not have to handle this alone. Example Guardian has your case. If" in answer
    assert "answers by" not in answer


def test_where_nobody_has_it_in_time_she_reads_that_we_go_on_asking(older: Chat) -> None:
    passed(older, 1)
    older.say("human", "Write to me", "No", "skip")
    said = older.transcript[-4:]
    assert any("Nobody has answered in time, I am sorry. I go on asking" in text for text in said), said


def test_in_every_text_the_promise_is_a_sentence_that_another_can_replace() -> None:
    texts = {f"notice.{key}": text for key, text in NOTICES.items()}
    for flow in CATALOGUE:
        texts |= {f"{flow.id}.{step.id}": step.text for step in flow.items if isinstance(step, Say)}
    for context, english in texts.items():
        for language in LANGUAGES:
            text = translate(context, english, language)
            left = _PROMISE.sub("", text)
            assert "{deadline}" not in left
            assert left.count("**") % 2 == 0
