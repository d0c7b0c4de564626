"""She changes an answer: from the list, by editing a message, before and after the end."""

import orjson
import pytest

from bot.intake.inbound import Kind
from storage import conversations, people
from storage.answer_changes import AnswerChange, answer_changes_of
from storage.cases import Case, cases_of, lines_of
from storage.columns import read
from storage.conversations import CONVERSATION, Conversation
from tests.conftest import Work
from tests.intake.chatting import Chat
from tests.settable_clock import SettableClock

WELL = ("checkin", "Start", "3", "About right", "Yes", "4", "Yes", "4", "Nothing", "skip", "skip", "No")
QUESTION = "How have the last two weeks been?"


def changes(chat: Chat) -> list[AnswerChange]:
    with chat.work() as uow:
        return answer_changes_of(uow.db, "s1")


def cases(chat: Chat) -> list[Case]:
    with chat.work() as uow:
        return cases_of(uow.db, "s1")


def said_in(chat: Chat, case: int) -> str:
    with chat.work() as uow:
        student = chat.student(uow)
        return "\n".join(uow.open(student, line.body) for line in lines_of(uow.db, [case]))


def talks(chat: Chat, flow: str = "checkin") -> list[Conversation]:
    with chat.work() as uow:
        rows = uow.db.execute(CONVERSATION.select().where(CONVERSATION.c.flow == flow).order_by(CONVERSATION.c.id))
        return [read(Conversation, row._mapping) for row in rows]


def answers(chat: Chat, flow: str = "checkin") -> dict[str, object]:
    found: dict[str, object] = orjson.loads(talks(chat, flow)[-1].answers)
    return found


def typed(chat: Chat, text: str, ref: str) -> None:
    """She types in a message that can be edited later."""
    chat.receive(chat.event(Kind.TEXT, text=text, ref=ref))


def edited(chat: Chat, text: str, ref: str) -> str:
    """She edits that message; gives what she is told."""
    before = len(chat.transcript)
    chat.receive(chat.event(Kind.EDITED, text=text, ref=ref))
    return "\n".join(chat.transcript[before:])


@pytest.fixture
def well(chat: Chat) -> Chat:
    """She has been through a check-in in which all was well."""
    chat.say(*WELL)
    assert talks(chat)[0].status == "done"
    return chat


def test_the_list_shows_every_answer_with_a_button(well: Chat) -> None:
    listed = well.say("/answers")
    assert f"1. {QUESTION} – 3" in listed
    assert "[1. 3]" in listed
    assert "Start" not in listed


def test_a_changed_answer_is_kept_with_what_stood_before(well: Chat) -> None:
    well.say("answers")
    assert "You answered: 3" in well.tap("1. 3")
    assert "I have changed it." in well.tap("5")
    assert answers(well)["mood"] == 5
    assert [(change.step, change.before, change.after) for change in changes(well)] == [("mood", "3", "5")]
    assert cases(well) == []
    assert talks(well)[0].status == "done"


def test_an_answer_that_is_worse_now_raises_what_it_would_have_raised(well: Chat) -> None:
    well.say("/answers 1")
    told = well.say("1")
    assert "Your case number is" in told
    assert [case.topic for case in cases(well)] == ["wellbeing"]
    assert "stays with" not in told


def test_something_urgent_is_answered_with_the_numbers_at_once(well: Chat) -> None:
    number = next(line.split(".")[0] for line in well.say("/answers").splitlines() if "feel safe" in line)
    well.say(f"/answers {number}")
    told = well.say("No")
    assert "If you are in danger" in told
    assert [(case.topic, case.restricted, case.severity) for case in cases(well)] == [("safety", True, 3)]


def test_an_answer_that_is_better_now_withdraws_nothing(chat: Chat) -> None:
    chat.say("checkin", "Start", "1", *WELL[3:])
    chat.act("take", 1, by="UC1")
    chat.desk.clear()
    chat.say("/answers 1")
    told = chat.say("5")
    assert "I have changed it. What you said before stays with Example Coordinator." in told
    (case,) = cases(chat)
    assert (case.severity, case.state) == (2, "taken")
    assert "Before: 1\nNow: 5" in said_in(chat, 1)
    assert any("changed an answer" in repr(each) for each in chat.desk)
    assert any("News in case" in repr(each) for each in chat.desk)


def test_the_same_answer_again_changes_nothing(well: Chat) -> None:
    well.say("/answers 1")
    assert "stood there already" in well.say("3")
    assert changes(well) == []


def test_leaving_it_as_it_is_changes_nothing(well: Chat) -> None:
    well.say("/answers 1")
    assert "nothing is changed" in well.tap("Leave it as it is")
    assert changes(well) == []


def test_a_double_tap_changes_once(well: Chat) -> None:
    well.say("/answers 1")
    five = well.buttons["5"]
    well.press(five)
    well.press(five)
    assert well.toast == "Already noted."
    assert len(changes(well)) == 1


def test_two_taps_on_the_list_ask_once(well: Chat) -> None:
    well.say("/answers")
    button = well.buttons["1. 3"]
    assert QUESTION in well.press(button)
    assert well.press(button) == ""


def test_a_button_of_the_list_is_stale_after_two_weeks(well: Chat, clock: SettableClock) -> None:
    well.say("/answers")
    button = well.buttons["1. 3"]
    clock.skip(days=15)
    assert "can no longer be changed" in well.press(button)
    assert "no answers of the last two weeks" in well.say("/answers")


def test_several_ticks_stand_as_they_were_and_can_be_changed(chat: Chat) -> None:
    chat.say("checkin", "Start", "3", "About right", "Yes", "4", "Yes", "4", "Too much work, How I feel")
    chat.say("No", "skip", "skip", "No")
    number = next(line.split(".")[0] for line in chat.say("/answers").splitlines() if "in the way" in line)
    assert "[✓ Too much work]" in chat.say(f"/answers {number}")
    chat.tap("✓ Too much work", "Done")
    assert answers(chat)["in_the_way"] == ["feel"]


def test_words_are_triaged_again_when_they_change(chat: Chat) -> None:
    chat.say(*WELL[:9], "I learned to weld", "skip", "No")
    number = next(line.split(".")[0] for line in chat.say("/answers").splitlines() if "proud of" in line)
    chat.say(f"/answers {number}")
    told = chat.say("my boss shouts at me every day")
    assert "you do not have to handle this alone" in told
    assert "[Just call me]" in told
    assert [case.topic for case in cases(chat)] == ["safety"]
    (change,) = changes(chat)
    assert "weld" not in change.before + change.after


def test_an_edited_message_changes_the_answer_that_stood_in_it(chat: Chat) -> None:
    chat.say(*WELL[:9])
    typed(chat, "I learned to weld", "10")
    chat.say("skip", "No")
    assert "I have changed it." in edited(chat, "I learned to weld steel", "10")
    kept = str(answers(chat)["proud"])
    with chat.work() as uow:
        assert uow.open(chat.student(uow), kept) == "I learned to weld steel"
    assert "stood there already" in edited(chat, "I learned to weld steel", "10")


def test_an_edited_message_that_was_no_answer_stays_one(well: Chat) -> None:
    typed(well, "hello", "11")
    assert "Your answer is still what you sent first" in edited(well, "hello you", "11")
    assert changes(well) == []


def test_editing_an_earlier_answer_asks_what_it_brings_up_and_nothing_twice(chat: Chat) -> None:
    chat.say("checkin", "Start")
    typed(chat, "3", "20")
    chat.say("About right", "Yes", "4")
    typed(chat, "Yes", "21")
    chat.say("4")
    told = edited(chat, "Not always", "21")
    assert "I have changed it." in told
    assert "What would help you now?" in told
    after = chat.say("Go on with the check-in")
    assert "Is anything in the way?" in after
    assert answers(chat)["useful"] == 4
    assert [case.topic for case in cases(chat)] == ["safety"]


def test_editing_while_the_question_stays_the_same_does_not_ask_it_again(chat: Chat) -> None:
    chat.say("checkin", "Start")
    typed(chat, "4", "20")
    chat.say("About right")
    assert edited(chat, "5", "20") == "I have changed it."
    assert "Is that all right for you?" not in chat.transcript[-1]
    chat.say("Yes")
    assert answers(chat)["workload_ok"] == "yes"


def test_the_talk_that_was_open_comes_back_after_a_change(chat: Chat) -> None:
    chat.say("checkin", "Start", "4", "About right")
    chat.say("/answers 1")
    told = chat.say("3")
    assert "I have changed it." in told
    assert "Is that all right for you?" in told
    assert answers(chat)["mood"] == 3


def test_a_changed_day_moves_the_next_check_in(newcomer: Chat) -> None:
    newcomer.say("hello", "English", "I agree")
    while (step := talks(newcomer, "onboarding")[-1].step) != "ended":
        newcomer.say("Thursday" if step == "weekday" else "skip")
    with newcomer.work() as uow:
        before = people.placement_of(uow.db, "s1")
    number = next(line.split(".")[0] for line in newcomer.say("/answers").splitlines() if "Which day" in line)
    newcomer.say(f"/answers {number}", "Monday")
    with newcomer.work() as uow:
        after = people.placement_of(uow.db, "s1")
    assert before is not None
    assert after is not None
    assert (before.weekday, after.weekday) == (3, 0)
    assert before.next_checkin_at != after.next_checkin_at


def test_consent_is_not_an_answer_that_can_be_changed(newcomer: Chat) -> None:
    newcomer.say("hello", "English", "I agree")
    assert "Do you agree" not in newcomer.say("/answers")


def test_her_copy_of_everything_lists_what_she_changed(well: Chat) -> None:
    well.say("/answers 1", "5", "/mydata")
    assert "/answers" in well.say("Yes")
    assert "before: 3" in well.documents[-1]


def test_in_norwegian(work: Work) -> None:
    chat = Chat(work, language="nb")
    chat.say("statussjekk", "Start", "3", "2", "Ja", "4", "Ja", "4", "Ingenting", "hopp over", "hopp over")
    chat.say("Nei")
    assert "Hvilket svar vil du endre?" in chat.say("endre svar")
    assert "Du svarte: 3" in chat.tap("1. 3")
    assert "Jeg har endret det." in chat.tap("5")


def test_what_is_asked_again_is_no_talk_of_its_own(well: Chat) -> None:
    well.say("/answers 1", "/menu")
    with well.work() as uow:
        assert conversations.latest_done(uow.db, "s1", "checkin", 5)[0].id == 1
    assert QUESTION not in well.say("checkin")


def test_an_emergency_in_changed_words_comes_before_everything_else(chat: Chat) -> None:
    chat.say(*WELL[:9])
    typed(chat, "I learned to weld", "10")
    chat.say("skip", "No")
    told = edited(chat, "I want to kill myself tonight", "10")
    assert "call 112 now" in told or "call 113 now" in told
    assert "Are you in immediate danger" in told
    assert "I have changed it" not in told
    assert "weld" not in said_in(chat, 1)
    assert max(case.severity for case in cases(chat)) == 4


def test_who_is_named_in_a_changed_answer_is_kept_from_the_case(chat: Chat) -> None:
    chat.say("human", "Write to me", "No")
    typed(chat, "my working hours", "30")
    told = edited(chat, "my working hours and Example Coordinator", "30")
    assert "is not shown to Example Coordinator" in told
    assert "handled by others" in repr(chat.act("open", 1, by="UC1").view)


def test_somebody_of_the_team_can_be_named_afterwards(chat: Chat) -> None:
    chat.say("human", "Write to me", "No", "my working hours", "/answers 2")
    assert "is not shown to Example Coordinator" in chat.say("Yes")


def test_words_that_stood_in_a_case_stand_there_both(chat: Chat) -> None:
    chat.say("human", "Write to me", "No")
    typed(chat, "my phone is broken", "31")
    told = edited(chat, "my screen is broken", "31")
    assert "stays with Example Coordinator" in told
    assert "Before: my phone is broken\nNow: my screen is broken" in said_in(chat, 1)
