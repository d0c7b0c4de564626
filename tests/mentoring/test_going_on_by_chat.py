"""A pair goes quiet, rests, parts or ends: each is asked in private, nobody is blamed, and a person knows."""

from datetime import timedelta

from bot.facts.context import Context
from bot.privacy.record import record_of
from storage.followups import promise
from storage.people import find_people
from tests.intake.chatting import SETTINGS
from tests.mentoring.test_expectations_by_chat import sign_as_mentee, sign_as_mentor
from tests.mentoring.town import Town

IN_STEPS = timedelta(hours=3)


def agreed(town: Town) -> int:
    """Anna and Mona have signed; gives the row id of their pair."""
    pair = town.matched(town.mentee("anna"), town.mentor("mona"))
    town.skip(days=4, step=IN_STEPS)
    sign_as_mentee(town, "anna")
    sign_as_mentor(town, "mona")
    return pair


def test_a_pair_that_never_meets_is_asked_warned_and_let_go(town: Town) -> None:
    pair = agreed(town)
    town.skip(days=38, step=IN_STEPS)
    assert "Is the mentoring still wanted?" in town.of("anna")
    assert town.of("mona").count("Do you still meet?") == 1
    assert not town.cards()
    town.skip(days=22, step=IN_STEPS)
    assert "It has been quiet for a long time" in town.of("anna")
    assert {card.title[:25] for card in town.cards()} == {"[ATTENTION] Case 2027-0001"[:25]}
    town.skip(days=23, step=IN_STEPS)
    assert town.pair(pair).state == "rematched"
    for who in ("anna", "mona"):
        assert "nobody did anything wrong" in town.of(who)


def test_somebody_else_is_asked_for_in_private(town: Town) -> None:
    pair = agreed(town)
    town.skip(days=38, step=IN_STEPS)
    town.tap("anna", "I would like somebody else", "It does not fit")
    town.skip(days=3, step=IN_STEPS)
    assert town.pair(pair).state == "rematched"
    assert "Your mentoring with Example Anna ends now. That is nobody's fault" in town.of("mona")
    assert "You are in the waiting list" in town.of("anna")
    written = len(town.read["mona"])
    town.skip(days=100, step=IN_STEPS * 8)
    assert len(town.read["mona"]) == written


def test_both_look_back_and_may_stay_in_touch(town: Town) -> None:
    pair = agreed(town)
    town.skip(days=38, step=IN_STEPS)
    town.tap("anna", "Stop it", "No time")
    town.skip(days=8, step=IN_STEPS)
    town.tap("anna", "Just end", "4", "Skip")
    town.say("anna", "Thank you for everything")
    assert "Example Mona would read: “Thank you for everything”" in town.last("anna")
    town.tap("anna", "Yes", "Yes")
    town.tap("mona", "Yes, now", "Just end", "Skip", "Yes", "No")
    town.skip(days=1, step=IN_STEPS)
    assert "“Thank you for everything”" in town.of("mona")
    assert "want to stay in touch" in town.of("anna")
    assert town.pair(pair).state == "closed"


def test_a_pause_is_quiet_and_ends_by_itself(town: Town) -> None:
    pair = agreed(town)
    town.skip(days=38, step=IN_STEPS)
    town.tap("anna", "Pause for a while")
    town.say("anna", (town.clock.now() + timedelta(days=60)).date().isoformat())
    assert town.pair(pair).state == "paused"
    town.skip(days=2, step=IN_STEPS)
    assert "would like your mentoring to rest" in town.of("mona")
    written = {who: len(town.read[who]) for who in ("anna", "mona")}
    town.skip(days=57, step=IN_STEPS)
    assert {who: len(town.read[who]) for who in ("anna", "mona")} == written
    town.skip(days=4, step=IN_STEPS)
    assert town.pair(pair).state == "active"


def test_what_one_says_of_the_end_is_not_in_the_copy_of_the_other(town: Town) -> None:
    agreed(town)
    town.skip(days=45, step=IN_STEPS)
    town.tap("mona", "Yes, now", "I would like somebody else", "It does not fit")
    with town.work() as uow:
        record = str(record_of(Context(uow, SETTINGS, find_people(uow.db, {"anna"})["anna"])))
    assert "ends early" not in record
    assert "reason that was given" not in record
    assert "reason that was given" not in town.say("anna", "/cases")


def test_grave_words_and_what_is_off_limits_go_to_the_other_only_where_they_may(town: Town) -> None:
    pair = town.matched(town.mentee("anna"), town.mentor("mona"))
    town.skip(days=4, step=IN_STEPS)
    town.tap("anna", "Career and next steps", "Done", "Once a month", "On video", "The mentee")
    town.say("anna", "My family")
    town.tap("anna", "Yes", "gently", "Yes", "Yes, I agree")
    town.tap("mona", "Yes, now", "No", "Learning a skill", "Done", "Once a month", "On video", "Skip", "No", "directly")
    assert "Agreement between" in town.tap("mona", "Yes", "Yes, I agree")
    assert "My family" not in town.of("mona")
    with town.work() as uow:
        promise(uow.db, "anna", "mentor_review", uow.now, about=pair)
    town.skip(days=9, step=IN_STEPS)
    town.tap("anna", "4", "4", "4", "4", "4")
    town.say("anna", "Our talks", "I am overwhelmed and cannot sleep")
    town.tap("anna", "No", "What to keep and change")
    town.skip(days=3, step=IN_STEPS)
    assert "Our talks" in town.of("mona")
    assert "overwhelmed" not in town.of("mona")
