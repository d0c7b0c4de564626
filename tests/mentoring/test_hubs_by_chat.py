"""What a mentor and a mentee can do of their own accord: see how it stands, say when they can meet, wait for one."""

from datetime import timedelta

from storage.meetings import Meeting, add_meeting
from storage.mentoring_profiles import MentoringProfile, profiles
from storage.mentorships import change_mentorship
from tests.mentoring.town import Town


def profile(town: Town, who: str) -> MentoringProfile:
    with town.work() as uow:
        return profiles(uow.db, {who})[who]


def test_a_mentor_sees_her_mentees_and_lets_one_rest(town: Town) -> None:
    mona = town.mentor("mona")
    pairs = [town.matched(town.mentee(mentee), mona) for mentee in ("anna", "berit")]
    first = town.pair(pairs[0])
    with town.work() as uow:
        change_mentorship(uow.db, first, state="active")
        soon = uow.now + timedelta(days=2)
        meeting = Meeting(mentorship_id=pairs[0], state="booked", starts_at=soon, made_at=uow.now)
        add_meeting(uow.db, meeting)
    hub = town.say(mona, "/mentees")
    assert "• Example Anna: active, next meeting Thursday 3 December" in hub
    assert "• Example Berit: accepted, not signed yet" in hub
    town.tap(mona, "Example Berit", "Pause until a day")
    assert "rests until then" in town.say(mona, "2027-01-31")
    assert town.pair(pairs[1]).state == "paused"
    town.say(mona, "/mentees")
    assert "have not met for" in town.tap(mona, "Example Anna", "Somebody else, or stop")
    town.say(mona, "stop", "/mentees")
    assert "It is time to meet Example Anna" in town.tap(mona, "Example Anna", "Suggest a time to meet")


def test_a_mentor_says_when_she_can_meet_in_words_that_are_read_strictly(town: Town) -> None:
    mona = town.mentor("mona")
    assert "You have no mentee yet" in town.say(mona, "/mentees")
    town.tap(mona, "My own places and hours", "When I can meet")
    assert "I could not read that" in town.say(mona, "Tuesday afternoons, mostly")
    assert "this many times a week: 2" in town.say(mona, "tir 16-18 og torsdag kl. 9 til 11.30")
    assert profile(town, mona).availability == [["tue", "16:00", "18:00"], ["thu", "09:00", "11:30"]]
    assert town.cards() == []
    town.say(mona, "/mentees")
    town.tap(mona, "My own places and hours", "How many have room with me")
    town.say(mona, "3")
    assert profile(town, mona).capacity == 3
    town.say(mona, "/mentees")
    town.tap(mona, "My own places and hours", "No new mentees for now")
    assert profile(town, mona).capacity == 0


def test_a_mentor_away_says_dates_and_nothing_of_check_ins(town: Town) -> None:
    mona = town.mentor("mona")
    town.say(mona, "/absence", "2026-12-07")
    told = town.say(mona, "2026-12-11")
    assert "I do not write then" in told
    assert "check-in" not in told
    assert "Mentor mona is away" in str(town.desk[-1])


def test_a_mentee_waits_for_a_mentor_and_stops_waiting(town: Town) -> None:
    anna, berit = town.mentee("anna"), town.mentee("berit", language="nb")
    town.say(anna, "/mentor")
    town.tap(anna, "Find me a mentor")
    town.clock.skip(minutes=1)
    assert "Nå venter: 1." in town.say(berit, "/mentor")
    town.tap(berit, "Finn en mentor til meg", "Karriere og neste steg", "Ferdig", "Begge går bra")
    town.tap(berit, "En av mitt eget kjønn", "Ferdig", "Kvinne")
    assert "Foran deg venter: 1." in town.say(berit, "man-ons 9-11")
    found = profile(town, berit)
    assert (found.topics, found.languages, found.prefers, found.gender) == (
        ["career"], ["en", "nb"], ["same_gender"], "woman",
    )  # fmt: skip
    assert len(found.availability) == 3
    assert found.waiting_since is not None
    assert "Du står på listen" in town.say(berit, "/mentor")
    town.tap(berit, "Gå av listen")
    assert (profile(town, berit).waiting_since, profile(town, berit).opted_out) == (None, True)


def test_a_mentee_with_a_mentor_suggests_a_time_or_asks_in_private_for_another(town: Town) -> None:
    anna = town.mentee("anna")
    town.matched(anna, town.mentor("mona"))
    town.say(anna, "/mentor")
    assert "It is time to meet Example Mona" in town.tap(anna, "Suggest a time to meet")
    town.say(anna, "stop", "/mentor")
    town.tap(anna, "I would like somebody else")
    before = town.of("mona")
    assert "Done. Example Mona hears that it is over, not why" in town.tap(anna, "I would like somebody else")
    assert "somebody else" not in town.of("mona").removeprefix(before)
