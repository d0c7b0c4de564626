"""What is heard is answered once, in an order that leaves the question last, with each way to help shown once."""

import pytest

from tests.intake.chatting import Chat

HELP_NOW = "What would help you now?"


def test_words_about_harm_at_the_end_of_a_report_are_thanked_for_once(chat: Chat) -> None:
    chat.say("problem", "Someone I work with", "No", "Yes")
    answer = chat.say("Sjefen min roper til meg hver dag")
    assert answer.count("Thank you for telling me") == 1
    assert answer.count("is told now and answers by") == 1
    assert "you do not have to handle this alone" in answer


def test_without_a_card_the_talk_still_closes_with_thanks(chat: Chat) -> None:
    chat.say("checkin", "start", "3", "about right", "yes", "4", "no", "go on with the check-in")
    chat.say("3", "nothing", "skip", "skip")
    assert chat.say("no").count("is told now and answers by") == 1


def test_a_wish_for_a_person_is_acknowledged_before_the_next_question(chat: Chat) -> None:
    chat.say("checkin", "start", "3", "about right", "yes", "4", "no")
    answer = chat.say("A person contacts me")
    assert "A person will contact you. A few more questions, or write **stop** to stop here." in answer


def test_whoever_goes_on_by_herself_reads_no_such_thing(chat: Chat) -> None:
    chat.say("checkin", "start", "3", "about right", "yes", "4", "no")
    assert "A person will contact you" not in chat.say("Go on with the check-in")


@pytest.mark.parametrize("words", ["urgent", "I want to kill myself"])
def test_in_a_call_for_help_the_numbers_come_first_and_the_question_last(chat: Chat, words: str) -> None:
    answer = chat.say(words)
    numbers, receipt, question = (
        answer.index(part) for part in ("call 113 now", "Your case number", "immediate danger")
    )
    assert numbers < receipt < question


def test_what_makes_it_an_emergency_is_told_before_the_next_question(chat: Chat) -> None:
    chat.say("urgent")
    answer = chat.say("Not sure")
    assert answer.index("is being alerted now") < answer.index("May we call you?")


def test_urgent_help_stands_once_under_a_question_that_offers_it_itself(chat: Chat) -> None:
    chat.say("checkin", "start", "3", "about right", "yes", "4")
    assert chat.say("no").count("[Urgent help]") == 1
