"""Silence: news, then a case and a pulse, then a call; and all that is not silence."""

from datetime import date, timedelta

import pytest

from bot.facts.context import Context
from bot.intake.inbound import Kind
from bot.words.outgoing import Message
from flows.severity import Severity
from storage import people
from storage.absence import note_absence
from storage.cases import Case, cases_of, lines_of
from storage.conversations import expire
from tests.intake.chatting import SETTINGS
from tests.schedule.calendar import DUE, Days

DAY = timedelta(days=1)
FIRST_OVER, SECOND_OVER, THIRD_OVER = (DUE + timedelta(days=14 * n + 5, hours=20) for n in range(3))
"""The day after each of three check-ins was over, by when a pulse that had to wait has come too."""
PULSE = "How are you? One tap is enough."


def cases(days: Days) -> list[Case]:
    with days.chat.work() as uow:
        return cases_of(uow.db, "s1")


def said_in(days: Days, case: Case) -> list[str]:
    with days.chat.work() as uow:
        return [uow.open(days.chat.student(uow), line.body) for line in lines_of(uow.db, [case.id or 0])]


def told(days: Days) -> list[str]:
    """What the team was told in words, in threads and in colleagues' own chats."""
    return [outgoing.text for outgoing in days.chat.desk if isinstance(outgoing, Message)]


def test_one_missed_check_in_is_news_by_roster_id_and_no_case(days: Days) -> None:
    days.until(FIRST_OVER)
    assert told(days) == ["Student s1 has not answered the last check-in. There is nothing to do yet."]
    assert (days.placement().missed, cases(days)) == (1, [])


def test_two_missed_give_one_pulse_and_one_case_and_she_gets_no_receipt(days: Days) -> None:
    read = [text for _, text in days.until(SECOND_OVER + 3 * DAY)]
    assert len([text for text in read if PULSE in text]) == 1
    assert not any("case number" in text for text in read)
    (case,) = cases(days)
    assert (case.topic, case.severity, case.restricted) == ("wellbeing", Severity.ATTENTION, False)
    assert said_in(days, case) == ["2 check-ins in a row were not answered. The student gets one short question."]


def test_after_three_the_same_case_says_that_somebody_calls(days: Days) -> None:
    days.until(THIRD_OVER)
    (case,) = cases(days)
    assert said_in(days, case)[-1] == "3 check-ins in a row were not answered. Please call the student."
    assert "Student s1 has not answered 3 check-ins in a row. Please call." in told(days)
    assert len(days.talks("pulse")) == 1


def test_after_a_low_mood_silence_is_urgent_and_for_safeguarding(days: Days) -> None:
    days.chat.say("checkin", "start", "2", "stop")
    days.until(SECOND_OVER)
    silence = cases(days)[0]
    assert (silence.severity, silence.restricted) == (Severity.URGENT, True)


def test_after_a_restricted_case_silence_is_urgent_and_the_pulse_still_comes(days: Days) -> None:
    days.chat.say("checkin", "start", "4", "about right", "yes", "no")
    days.until(DUE + timedelta(days=40))
    silence = cases(days)[0]
    assert (silence.source, silence.severity, silence.restricted) == ("checkin", Severity.URGENT, True)
    assert len(days.talks("pulse")) == 1


@pytest.mark.parametrize(
    ("answer", "log"),
    [("All fine", "The student answered the short question: all fine."),
     ("Not so good", "A new line was added to case 2026-0001."),
     ("Please contact me", "A new line was added to case 2026-0001.")],
)  # fmt: skip
def test_her_one_tap_ends_the_silence_and_stands_in_the_case(days: Days, answer: str, log: str) -> None:
    days.until(SECOND_OVER)
    days.chat.tap(answer)
    (case,) = cases(days)
    assert days.placement().missed == 0
    assert answer in said_in(days, case)[-1]
    assert log in told(days)
    assert "The student has been in touch again." in told(days)


def test_whoever_is_not_so_good_is_asked_how_she_is_and_offered_a_person(days: Days) -> None:
    days.until(SECOND_OVER)
    assert "Shall we talk about how you feel now?" in days.chat.tap("Not so good")
    assert "How are you, mostly?" in days.chat.tap("Yes")


def test_after_an_unanswered_pulse_nothing_more_is_sent_and_the_case_stands(days: Days) -> None:
    days.until(SECOND_OVER)
    assert days.until(DUE + timedelta(days=28, hours=-1)) == []
    assert [case.state for case in cases(days)] == ["open"]


def test_an_answer_between_breaks_the_run(days: Days) -> None:
    days.until(FIRST_OVER)
    days.chat.say("hello")
    days.until(SECOND_OVER)
    assert (days.placement().missed, cases(days), days.talks("pulse")) == (1, [], [])


def test_a_check_in_she_began_and_left_is_not_missed(days: Days) -> None:
    days.asked()
    days.chat.tap("Start")
    days.live(days=6)
    assert (days.talks("checkin")[0].status, days.placement().missed) == ("expired", 0)


def test_one_she_began_herself_and_left_is_not_missed(days: Days) -> None:
    days.chat.say("checkin")
    days.until(DUE - timedelta(hours=1))
    with days.chat.work() as uow:
        people.change_placement(uow.db, "s1", next_checkin_at=None)
    days.live(days=6)
    assert days.placement().missed == 0


def test_blocked_is_not_missed_and_the_coordinator_is_told_at_once(days: Days) -> None:
    days.asked_in_vain()
    assert told(days) == ["Student s1 can no longer be reached on Telegram. Please use another way."]
    days.live(days=6)
    assert (days.placement().missed, cases(days), len(told(days))) == (0, [], 1)


def test_a_check_in_that_the_platform_refused_is_told_and_not_missed(days: Days) -> None:
    days.asked_in_vain(refused=True)
    days.at(DUE + 6 * DAY)
    assert told(days) == ["A message to student s1 could not be delivered. Please make contact another way."]
    assert days.placement().missed == 0


def test_whoever_blocks_us_after_it_came_has_not_missed_it(days: Days) -> None:
    days.asked()
    days.chat.receive(days.chat.event(Kind.BLOCKED))
    days.live(days=6)
    assert days.placement().missed == 0


def test_somebody_with_an_open_restricted_case_who_cannot_be_reached_is_urgent(days: Days) -> None:
    days.chat.say("checkin", "start", "4", "about right", "yes", "not always")
    before = len(days.chat.transcript)
    days.chat.receive(days.chat.event(Kind.BLOCKED))
    (case,) = cases(days)
    assert (case.severity, "can no longer be reached on Telegram" in said_in(days, case)[-1]) == (Severity.URGENT, True)
    assert days.chat.transcript[before:] == []


@pytest.mark.parametrize("reason", ["away", "paused", "ended", "reported", "stopped"])
def test_what_is_not_silence_is_not_counted(days: Days, reason: str) -> None:
    days.asked()
    with days.chat.work() as uow:
        match reason:
            case "away":
                note_absence(uow.db, "s1", date(2026, 12, 8), date(2026, 12, 9), uow.now)
            case "paused":
                people.change_person(uow.db, "s1", paused_until=date(2026, 12, 4))
            case "ended":
                people.change_placement(uow.db, "s1", ends_on=date(2026, 12, 7))
            case "reported":
                people.change_person(uow.db, "s1", urgent_at=uow.now)
            case _:
                people.change_person(uow.db, "s1", stopped_at=uow.now)
    days.at(DUE + 6 * DAY)
    assert (days.talks("checkin")[0].status, days.placement().missed) == ("expired", 0)


def test_while_a_person_wrote_with_her_she_missed_nothing(days: Days) -> None:
    days.chat.say("human", "write to me", "skip")
    days.asked()
    (case,) = cases(days)
    days.chat.act("take", case.id or 0)
    preview = days.chat.act("reply_preview", case.id or 0, words="Hello, how is it going?").view
    assert preview is not None
    days.chat.act("reply_send", case.id or 0, words="Hello, how is it going?", **preview.kept)
    days.live(days=6)
    assert (days.talks("checkin")[0].status, days.placement().missed) == ("expired", 0)


def test_two_ticks_at_once_count_it_once(days: Days) -> None:
    days.asked()
    (talk,) = days.talks("checkin")
    days.clock.moment = DUE + 6 * DAY
    with days.chat.work() as uow:
        assert expire(uow.db, talk, uow.now)
        assert not expire(uow.db, talk, uow.now)


def test_she_answers_late_and_nothing_is_held_against_her(days: Days) -> None:
    days.asked()
    start = days.chat.buttons["Start"]
    days.until(DUE + 12 * DAY + timedelta(hours=1))
    assert days.placement().missed == 1
    answered = days.chat.press(start)
    assert "Late answers are welcome. Your check-in is open again until" in answered
    assert "How have the last two weeks been?" in answered
    days.chat.tap("4", "About right", "Yes", "Yes", "Nothing")
    assert (len(days.talks("checkin")), days.placement().missed) == (1, 0)
    # The next one was due in two days: this was it.
    assert days.until(DUE + 15 * DAY) == []
    assert days.placement().next_checkin_at == DUE + 28 * DAY


def test_an_old_button_does_not_open_a_check_in_again_when_there_was_a_newer_one(days: Days) -> None:
    days.asked()
    start = days.chat.buttons["Start"]
    days.until(DUE + 14 * DAY)
    assert "Late answers" not in days.chat.press(start)
    assert [talk.status for talk in days.talks("checkin")] == ["expired", "open"]


def test_a_check_in_of_her_own_shortly_before_it_is_due_is_that_one(days: Days) -> None:
    days.clock.moment = DUE - DAY
    days.chat.say("checkin", "start", "4", "about right", "yes", "yes", "nothing")
    assert days.until(DUE + DAY) == []
    assert days.placement().next_checkin_at == DUE + 14 * DAY


def test_one_she_only_looked_at_does_not_count_as_the_next(days: Days) -> None:
    days.clock.moment = DUE - DAY
    days.chat.say("checkin", "skip this one")
    assert ["Two minutes for a check-in?" in text for text in days.asked()] == [True]


def test_the_team_is_told_in_words_without_her_name(days: Days) -> None:
    days.until(THIRD_OVER)
    with days.chat.work() as uow:
        name = Context(uow, SETTINGS, days.chat.student(uow)).person.name
    assert not any(name in text for text in told(days))
