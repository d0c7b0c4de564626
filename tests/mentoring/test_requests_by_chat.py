"""A working day to see, an introduction: between the two, and the programme hears only that somebody asked."""

from storage.followups import fulfil_each
from tests.mentoring.town import Town

WHAT = "I would like to see how a week of planning looks."


def asked(town: Town, what: str) -> str:
    """Anna asks Mona to see a working day; gives what Anna reads."""
    town.matched(town.mentee("anna"), town.mentor("mona"))
    with town.work() as uow:
        # What both expect is asked elsewhere.
        for person, flow in (("anna", "mentee_expectations"), ("mona", "mentor_expectations")):
            fulfil_each(uow.db, [person], flow)
    town.say("anna", "/mentor")
    town.tap("anna", "Ask for a working day or an introduction", "See a working day")
    return town.say("anna", what)


def test_a_mentor_answers_in_her_hours_and_the_mentee_hears_it(town: Town) -> None:
    assert "Example Mona is asked in working hours" in asked(town, WHAT)
    told = str(town.desk[-1])
    assert "Student anna has asked mentor mona" in told
    assert "planning" not in told
    assert "has asked you for something" in town.say("mona", "/mentees")
    town.say("mona", "stop")
    town.skip(days=3)
    assert f"to see a working day. In their words: “{WHAT}”" in town.of("mona")
    town.say("mona", "/mentees")
    town.tap("mona", "Example Anna", "Answer what was asked of me", "Yes")
    town.say("mona", "Monday or Tuesday next week")
    town.skip(hours=20)
    assert "Example Mona says yes to what you asked for, and writes: “Monday or Tuesday next week”" in town.of("anna")
    assert "has asked you for something" not in town.say("mona", "/mentees")
    assert town.cards() == []


def test_words_that_a_person_must_look_at_first_do_not_go_to_the_mentor(town: Town) -> None:
    said = asked(town, "My boss touches me and I am scared to be alone with him at work")
    town.skip(days=2)
    assert "have not passed this on" in said or "have not passed this on" in town.of("anna")
    assert "scared" not in town.of("mona")
    assert len(town.cards()) > 0


def test_not_now_is_an_answer_too(town: Town) -> None:
    asked(town, "skip")
    town.say("mona", "/mentees")
    assert "In their words: “–”" in town.tap("mona", "Example Anna", "Answer what was asked of me")
    town.tap("mona", "Not now")
    town.skip(hours=20)
    assert "not possible now. Asking was right all the same" in town.of("anna")
    assert "Your mentee asks" not in town.of("mona")
