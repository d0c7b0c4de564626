"""A pause and days away as she meets them."""

from datetime import UTC, date, datetime

import pytest

from bot.facts.context import Context
from bot.privacy.data_file import readable
from bot.privacy.record import record_of
from bot.words.outgoing import Message
from storage import people
from storage.absence import absences_of
from storage.people import Person, Placement
from tests.conftest import Work
from tests.intake.chatting import SETTINGS, Chat

DUE = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)


@pytest.fixture
def chat(work: Work) -> Chat:
    """A student whose next check-in is in two days."""
    return Chat(work, next_checkin_at=DUE)


def person(chat: Chat) -> Person:
    with chat.work() as uow:
        return chat.student(uow)


def placement(chat: Chat) -> Placement:
    with chat.work() as uow:
        found = people.placement_of(uow.db, "s1")
    assert found is not None
    return found


def away(chat: Chat) -> list[tuple[date, date]]:
    with chat.work() as uow:
        return [(each.starts_on, each.ends_on) for each in absences_of(uow.db, "s1", date(2026, 1, 1))]


def told(chat: Chat) -> list[str]:
    return [outgoing.text for outgoing in chat.desk if isinstance(outgoing, Message)]


def test_a_pause_in_one_line_is_confirmed_with_its_date_and_the_next_check_in(chat: Chat) -> None:
    answered = chat.say("pause 2 weeks")
    assert "No check-ins up to and including 15 December 2026." in answered
    assert "Next check-in: Thursday 17 December, 15:00." in answered
    assert person(chat).paused_until == date(2026, 12, 15)


def test_a_pause_in_norwegian(work: Work) -> None:
    chat = Chat(work, language="nb", next_checkin_at=DUE)
    assert "Ingen statussjekker til og med 14. desember 2026." in chat.say("pause til 14. desember")
    assert "Pausen er over." in chat.say("pause av")


def test_without_a_length_it_is_asked_for(chat: Chat) -> None:
    assert "For how long shall I pause the check-ins?" in chat.say("/pause")
    assert "up to and including 29 December 2026" in chat.tap("Four weeks")
    chat.say("pause")
    chat.tap("Until a day I choose")
    assert "up to and including 9 December 2026" in chat.say("9 December")
    assert person(chat).paused_until == date(2026, 12, 9)


def test_off_and_start_end_it_and_say_when_it_goes_on(chat: Chat) -> None:
    chat.say("/pause 4 weeks")
    assert "The pause is over. Next check-in: Thursday 3 December, 15:00." in chat.say("/pause off")
    assert person(chat).paused_until is None
    chat.say("/pause 4 weeks")
    assert "The pause is over." in chat.say("/start")
    assert person(chat).paused_until is None
    assert "The pause is over." not in chat.say("/start")


def test_a_day_that_has_passed_pauses_nothing(chat: Chat) -> None:
    assert "already passed" in chat.say("/pause 2026-11-01")
    assert person(chat).paused_until is None


def test_a_pause_in_the_middle_of_a_talk_is_a_pause_and_no_answer(chat: Chat) -> None:
    chat.say("problem")
    assert "up to and including 8 December 2026" in chat.say("pause 1w")


def test_words_that_only_begin_like_a_pause_are_heard(chat: Chat) -> None:
    chat.say("/pause because I want to die")
    assert "EMERGENCY" in chat.cards()[0].title


def test_nobody_pauses_before_she_has_agreed(newcomer: Chat) -> None:
    newcomer.say("pause 2 weeks")
    assert person(newcomer).paused_until is None


def test_days_away_are_noted_without_a_reason_and_the_coordinator_is_told_the_days(chat: Chat) -> None:
    assert "From which day are you away?" in chat.say("/absence")
    assert "I do not need the reason." in chat.tap("Skip")
    answered = chat.say("4 December")
    assert "away from 1 December 2026 up to and including 4 December 2026" in answered
    assert "Next check-in: Thursday 17 December, 15:00." in answered
    assert told(chat) == ["Student s1 is away from 1 December 2026 up to and including 4 December 2026."]
    assert chat.cards() == []


def test_several_absences_may_stand_beside_one_another(chat: Chat) -> None:
    chat.say("/fravær", "2026-12-03", "2026-12-04", "fravaer", "2026-12-17", "2026-12-17")
    assert away(chat) == [(date(2026, 12, 3), date(2026, 12, 4)), (date(2026, 12, 17), date(2026, 12, 17))]
    assert "Next check-in: Thursday 31 December, 15:00." in chat.transcript[-1]


def test_an_end_before_the_beginning_or_no_end_notes_nothing(chat: Chat) -> None:
    assert "The last day lies before the first." in chat.say("/absence", "2026-12-10", "2026-12-09")
    assert "Nothing was noted." in chat.say("/absence", "2026-12-10", "skip")
    assert (away(chat), told(chat)) == ([], [])


def test_days_away_can_be_taken_back(chat: Chat) -> None:
    chat.say("/absence", "skip", "2026-12-04")
    assert "no days away are noted any more" in chat.say("/absence off")
    assert (away(chat), told(chat)[-1]) == ([], "Student s1 has taken back the days away.")


def test_whoever_begins_again_after_stop_is_asked_again(chat: Chat) -> None:
    chat.say("/stop", "Stop for good")
    assert placement(chat).next_checkin_at is None
    chat.say("/start")
    assert placement(chat).next_checkin_at is not None


def test_days_away_stand_in_her_copy_of_everything(chat: Chat) -> None:
    chat.say("/absence", "skip", "2026-12-04")
    with chat.work() as uow:
        content = readable(record_of(Context(uow, SETTINGS, chat.student(uow))), "en")
    assert "2026-12-01 to 2026-12-04" in content


def test_days_away_in_one_line_are_noted_and_not_asked_for(chat: Chat) -> None:
    answer = chat.say("/absence 2027-02-10 2027-02-12")
    assert away(chat) == [(date(2027, 2, 10), date(2027, 2, 12))]
    assert "From which day" not in answer


def test_the_example_of_a_day_lies_ahead(chat: Chat) -> None:
    assert "Write it like 2026-12-15" in chat.say("/absence")
