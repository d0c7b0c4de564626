"""A mentor's own chat: consent first, one message a week in hours of work, and a worry passed on without details."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import update

from storage.followups import promise
from storage.people import PERSON
from tests.mentoring.town import Town

A_STEP = timedelta(hours=1)


def test_a_mentor_begins_with_consent_and_room(town: Town) -> None:
    mona = town.mentor("mona")
    with town.work() as uow:
        uow.db.execute(update(PERSON).values(consented_at=None).where(PERSON.c.id == mona))
    assert "Is that all right with you?" in town.say(mona, "/start")
    assert "How many mentees have room" in town.tap(mona, "Yes, I agree")
    town.say(mona, "2", "skip")
    assert "Thank you" in town.say(mona, "skip")
    assert "Pass on a worry" in town.say(mona, "/menu")
    assert "Check-in" not in town.last(mona)
    assert "How have the last two weeks" not in town.say(mona, "/checkin")


def test_three_mentees_are_one_message_a_week_in_hours_of_work(town: Town) -> None:
    mona = town.mentor("mona", zone="America/New_York")
    for name in ("anna", "berit", "carl"):
        town.matched(town.mentee(name), mona)
    town.skip(days=21, step=A_STEP)
    messages = [(at, text) for at, chat, _, text in town.sent if chat == mona]
    assert len(messages) == 3
    assert all(f"Example {name}" in messages[0][1] for name in ("Anna", "Berit", "Carl"))
    for at, _ in messages:
        local = at.astimezone(ZoneInfo("America/New_York"))
        assert 9 <= local.hour < 16
        assert local.weekday() < 5


def test_another_day_is_kept(town: Town) -> None:
    mona = town.mentor("mona")
    town.matched(town.mentee("anna"), mona)
    town.skip(days=4, step=A_STEP)
    town.tap(mona, "Not now, ask me on another day")
    day = (town.clock.now() + timedelta(days=10)).date().isoformat()
    assert "not before" in town.say(mona, day)
    before = len(town.sent)
    town.skip(days=9, step=A_STEP)
    assert not [each for each in town.sent[before:] if each[1] == mona]
    town.skip(days=5, step=A_STEP)
    assert [each for each in town.sent[before:] if each[1] == mona]


def test_a_worry_is_passed_on_as_an_urgent_case_without_a_word_to_the_mentee(town: Town) -> None:
    mona = town.mentor("mona")
    town.matched(town.mentee("anna"), mona)
    town.say(mona, "/refer")
    town.tap(mona, "Example Anna", "Today", "No")
    assert "Example Guardian looks at it by" in town.say(mona, "skip")
    assert "URGENT" in town.cards()[-1].title
    town.skip(hours=2)
    assert "Today" not in town.of("anna")


def test_her_own_words_about_danger_lead_there(town: Town) -> None:
    mona = town.mentor("mona")
    town.matched(town.mentee("anna"), mona)
    answer = town.say(mona, "My mentee told me that her boss touches her")
    assert "Pass it on without details" in answer
    assert town.cards()


def test_what_waited_for_her_consent_is_asked_when_she_begins(town: Town) -> None:
    mona = town.mentor("mona")
    with town.work() as uow:
        uow.db.execute(update(PERSON).values(consented_at=None).where(PERSON.c.id == mona))
    town.matched(town.mentee("anna"), mona)
    town.skip(days=5, step=A_STEP)
    assert not town.of(mona)
    town.say(mona, "/start")
    town.tap(mona, "Yes, I agree")
    town.say(mona, "1")
    town.skip(days=4, step=A_STEP)
    assert "Example Anna: What you expect" in town.last(mona)


def test_privacy_and_help_speak_of_mentoring(town: Town) -> None:
    mona = town.mentor("mona")
    assert "how many meetings were held or missed" in town.say(mona, "/privacy")
    assert town.say(mona, "/help").count("**mentees**") == 1


def test_three_mentees_who_suggest_times_at_once_are_not_three_messages_in_a_minute(town: Town) -> None:
    mona = town.mentor("mona")
    pairs = [town.matched(town.mentee(name), mona) for name in ("anna", "berit", "carl")]
    town.skip(days=4)
    before = len(town.sent)
    with town.work() as uow:
        for pair in pairs:
            promise(uow.db, mona, "request_answer", uow.now, about=pair)
    town.tick()
    asked = [each for each in town.sent[before:] if each[1] == mona]
    assert len(asked) <= 1
