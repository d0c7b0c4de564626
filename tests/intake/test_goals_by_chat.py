"""Goals in the chat: set, read back, listed in her own words, looked at again, and kept with their versions."""

from datetime import timedelta

from sqlalchemy import select

from bot.facts.about import About
from bot.facts.context import Context
from bot.intake.talk import opening
from bot.intake.talk.session import Session
from bot.privacy.record import record_of
from bot.words.limits import LONGEST_LABEL
from bot.words.outgoing import Message
from storage.cases import cases_of, lines_of
from storage.conversations import all_of
from storage.followups import FOLLOW_UP
from storage.goals import Goal, add_goal, change_goal, goals_of, versions_of
from tests.intake.chatting import SETTINGS, Chat
from tests.settable_clock import SettableClock

COMPLETE = "I can lead the weekly meeting alone by 15 January"


def begin(chat: Chat, *, goal: int = 0, flow: str = "goals") -> str:
    before = len(chat.transcript)
    with chat.work() as uow:
        session = Session(Context(uow, SETTINGS, chat.student(uow)), chat.house().scripts, None)
        opening.open_talk(session, flow, about=About(goal=goal))
    chat.deliver()
    return "\n".join(chat.transcript[before:])


def has(chat: Chat, *goals: str, state: str = "active") -> list[int]:
    with chat.work() as uow:
        her = chat.student(uow)
        ids = [add_goal(uow.db, "s1", uow.seal(her, words), uow.now) for words in goals]
        for goal in ids:
            change_goal(uow.db, goal, state=state)
    return ids


def kept(chat: Chat) -> dict[str, str]:
    """The state of each of her goals, by its words."""
    goals = oldest_first(chat)
    with chat.work() as uow:
        return {uow.open(chat.student(uow), goal.words): goal.state for goal in goals}


def oldest_first(chat: Chat) -> list[Goal]:
    with chat.work() as uow:
        return sorted(goals_of(uow.db, "s1"), key=lambda goal: goal.id or 0)


def happened(chat: Chat) -> list[tuple[str, str, str]]:
    with chat.work() as uow:
        her = chat.student(uow)
        return [(each.what, each.why, uow.open(her, each.words)) for each in versions_of(uow.db, "s1")]


def set_one(chat: Chat, *words: str) -> str:
    return chat.say(*words, "Teamwork", "too *little* time.", "I ask for an hour", "ask my supervisor", "skip")


def test_a_complete_goal_is_asked_for_nothing_more_and_is_read_back_in_one_card(chat: Chat) -> None:
    begin(chat)
    assert "Which skill does it train most?" in chat.say(COMPLETE)
    assert "“If too \\*little\\* time, then I will …”" in chat.say("Teamwork", "too *little* time.")
    closing = chat.say("I ask for an hour", "ask my supervisor", "nobody").split("\n\n")
    assert closing[-2].endswith(
        f"**Your goal:** {COMPLETE}\n**It trains:** Teamwork\n"
        "**If** too \\*little\\* time, **then:** I ask for an hour\n**First step:** ask my supervisor"
    )
    assert kept(chat) == {COMPLETE: "active"}
    assert happened(chat) == [("set", "", COMPLETE)]


def test_it_asks_for_what_is_missing_in_either_language_and_across_a_change_of_language(chat: Chat) -> None:
    begin(chat)
    assert "By when?" in chat.say("I get better at Python")
    assert "Når skal det være ferdig?" in chat.say("/language", "norsk bokmål")
    assert "Hvordan ser du eller andre" in chat.say("15. januar")
    assert "Når skal det være ferdig?" in chat.say("tilbake")
    chat.say("15. januar", "veilederen min sier det", "hopp over", "hopp over", "hopp over")
    assert "**Innen:** 15. januar 2027\n**Du ser det på:** veilederen min sier det" in chat.say("ingen")
    (goal,) = oldest_first(chat)
    assert str(goal.due_on) == "2027-01-15"


def test_a_goal_is_chosen_by_its_words_by_number_or_by_tap_and_no_button_carries_them(chat: Chat) -> None:
    has(chat, "Write the *weekly* report", "A very long goal " + "that goes on and on " * 7)
    has(chat, "meet people", state="draft")
    shown = begin(chat)
    assert "[Goal: Write the *weekly* report]" in shown
    assert "[Idea: meet people] [A new goal]" in shown
    assert all(len(label) <= LONGEST_LABEL for label in chat.buttons)
    assert not any("report" in data for data in chat.buttons.values())
    for typed in ("1", "write the weekly report", "weekly report", "Goal: Write the weekly report"):
        assert "“Write the \\*weekly\\* report” What changed?" in chat.say(typed)
        assert "Which goal?" in chat.say("back")
    assert "What changed?" in chat.say("a very long goal " + "that goes on and on " * 7)
    chat.say("back")
    assert "You wrote down: “meet people”" in chat.say("3")
    with chat.work() as uow:
        assert "report" not in "".join(talk.answers + talk.progress for talk in all_of(uow.db, "s1"))


def test_what_is_not_offered_cannot_be_tapped(chat: Chat) -> None:
    has(chat, "meet people")
    begin(chat)
    there = chat.buttons["Goal: meet people"]
    assert "Which goal?" in chat.press(there.replace("goal_1", "goal_3"))


def test_a_draft_from_the_onboarding_becomes_a_goal_when_she_takes_it_up(chat: Chat) -> None:
    has(chat, "learn SQL", state="draft")
    begin(chat)
    chat.say("learn SQL", "I have written three reports in SQL by 15 January", "skip", "skip", "skip", "skip")
    assert kept(chat) == {"I have written three reports in SQL by 15 January": "active"}


def test_a_fourth_goal_is_told_kindly_and_another_makes_room(chat: Chat) -> None:
    has(chat, "one", "two", "three")
    begin(chat)
    assert "Which one makes room for this one?" in chat.say("a new goal")
    chat.say("2", "it is done", COMPLETE, *["skip"] * 4)
    assert kept(chat) == {"one": "active", "two": "done", "three": "active", COMPLETE: "active"}
    begin(chat)
    assert "your three goals stay" in chat.say("a new goal", "all three stay")


def test_what_she_left_in_the_middle_is_kept_as_a_draft(chat: Chat) -> None:
    begin(chat)
    chat.say(COMPLETE, "stop")
    assert kept(chat) == {COMPLETE: "draft"}


def test_back_and_another_sentence_is_one_goal(chat: Chat) -> None:
    begin(chat)
    chat.say("I get better", "back", COMPLETE, *["skip"] * 4)
    assert kept(chat) == {COMPLETE: "active"}


def test_smaller_replaced_and_dropped_are_versions_and_nobody_is_blamed(chat: Chat) -> None:
    small, other, last = has(chat, "a big goal", "another goal", "the last goal")
    begin(chat, goal=small)
    chat.say("it is too big", "make it smaller", "small is enough", "A short report by 15 January", *["skip"] * 4)
    begin(chat, goal=other)
    chat.say("my work changed", "replace it", "skip", COMPLETE, *["skip"] * 4)
    begin(chat, goal=last)
    assert "a decision like any other" in chat.say("i lost interest", "drop it", "skip")
    assert kept(chat) == {
        "A short report by 15 January": "active", "another goal": "dropped", "the last goal": "dropped",
        COMPLETE: "active",
    }  # fmt: skip
    assert happened(chat) == [
        ("shrunk", "too_big", "A short report by 15 January"), ("replaced", "work_changed", "another goal"),
        ("set", "work_changed", COMPLETE), ("dropped", "lost_interest", "the last goal"),
    ]  # fmt: skip
    with chat.work() as uow:
        told = record_of(Context(uow, SETTINGS, chat.student(uow)))
    assert {answer["answer"] for talk in told["conversations"] for answer in talk["answers"]} >= {"small is enough"}


def test_a_blocked_goal_is_a_case_and_the_coordinator_reads_what_was_said(chat: Chat) -> None:
    (goal,) = has(chat, "ship the app")
    begin(chat, goal=goal)
    chat.say("others block it")
    with chat.work() as uow:
        (case,) = cases_of(uow.db, "s1")
        (line, *_) = lines_of(uow.db, [case.id or 0])
        assert (case.severity, case.topic, case.restricted) == (2, "workload", False)
        assert "ship the app" in uow.open(chat.student(uow), line.body)
    assert not any("ship the app" in packed for _, packed in chat.posted)
    assert "A person reads this by" in chat.say("keep it", "skip")


def test_a_goal_that_a_check_in_finds_behind_again_is_looked_at_again(chat: Chat) -> None:
    has(chat, "ship the app", "read a book")
    with chat.work() as uow:
        (first, second) = (goal.id for goal in goals_of(uow.db, "s1"))
        change_goal(uow.db, first or 0, behind=1)
    chat.say("checkin", "start", "3", "about right", "yes", "4", "yes", "3", "nothing")
    assert "Shall we set this goal anew?" in chat.say("behind")
    assert "“ship the app” What changed?" in chat.say("yes", "skip", "skip", "no")
    chat.say("it is too easy", "replace it", "skip", COMPLETE, *["skip"] * 4)
    assert kept(chat) == {"ship the app": "dropped", "read a book": "active", COMPLETE: "active"}
    assert second is not None


def test_a_check_in_asks_after_what_was_looked_at_longest_ago_and_never_after_drafts_first(
    chat: Chat, clock: SettableClock
) -> None:
    has(chat, "a draft", state="draft")
    has(chat, "one", "two")
    for goal in ("one", "two", "one"):
        asked = chat.say("checkin", "start", "3", "about right", "yes", "4", "yes", "3", "nothing")
        assert f"{goal}: how is it going?" in asked
        chat.say("on track", "skip", "skip", "no")
        clock.skip(days=14)


def test_the_first_step_is_asked_after_two_days_later_about_that_goal(chat: Chat, clock: SettableClock) -> None:
    begin(chat)
    set_one(chat, COMPLETE)
    with chat.work() as uow:
        (promised,) = uow.db.execute(select(FOLLOW_UP)).all()
    (goal,) = oldest_first(chat)
    assert (promised.flow, promised.about) == ("goal_step", goal.id)
    assert promised.due_at == clock.now() + timedelta(days=2)
    assert "About your first step, ask my supervisor: how did it go?" in begin(
        chat, goal=goal.id or 0, flow="goal_step"
    )
    assert "you have begun" in chat.tap("Done")


def test_the_step_of_a_goal_that_is_over_is_not_asked_after(chat: Chat) -> None:
    begin(chat)
    set_one(chat, COMPLETE)
    begin(chat)
    assert "You finished" not in chat.say("1", "it is done", "skip")
    with chat.work() as uow:
        assert uow.db.execute(select(FOLLOW_UP)).all() == []


def test_the_coordinator_hears_that_there_is_a_goal_and_not_what_it_says(chat: Chat) -> None:
    begin(chat)
    chat.say(COMPLETE, "skip", "skip", "skip", "my coordinator, my mentor")
    assert [chat_of for chat_of, _ in chat.posted] == ["UC1"]
    assert [each.text for each in chat.desk if isinstance(each, Message)] == [
        "Student s1 has set a goal and would like you to know. Ask about it when you talk."
    ]


def test_words_of_a_crisis_go_to_people_and_never_become_a_goal(chat: Chat) -> None:
    begin(chat)
    assert "in danger, call 113 now" in chat.say("I want to kill myself by Friday")
    assert kept(chat) == {}


def test_words_that_nobody_could_screen_are_neither_praised_nor_put_before_her_again(chat: Chat) -> None:
    begin(chat)
    asked = chat.say(COMPLETE, "skip", "кожен день мій начальник кричить на мене")
    assert "What will you do when something gets in the way?" in asked
    closing = chat.say("I ask for help", "skip", "nobody")
    assert "A person reads this by" in closing
    assert "easier to reach" not in closing


def test_a_changed_answer_is_another_version(chat: Chat) -> None:
    begin(chat)
    set_one(chat, COMPLETE)
    assert "Which goal?" not in chat.say("/answers")
    chat.say("/answers 1", "I hand in the report by 20 January")
    assert happened(chat)[-1] == ("changed", "", "I hand in the report by 20 January")
    assert kept(chat) == {"I hand in the report by 20 January": "active"}
