"""A batch from the proposal to the mentor's answer: reviewed by whoever may, named nowhere else, settled once."""

from datetime import timedelta

import pytest

from bot.adapters.slack.views import modal
from bot.cases.verbs import APPROVE_ALL, REVIEW, REVIEW_PAGE, SETTLE, button_data, read_button
from bot.cases.views import View
from bot.intake.inbound import Inbound, Kind
from bot.intake.receive import receive
from bot.mentoring.adopting import adopt
from bot.mentoring.matching.batch import Batch, Match, Reason
from bot.mentoring.matching.match import match
from bot.mentoring.pool import read_pool
from bot.mentoring.proposals.proposing import propose
from bot.words.outgoing import Message
from storage import people
from storage.mentoring_profiles import MentoringProfile, change_profile, put_profiles
from storage.mentorships import live_mentorships, mentorships_of_any
from tests.intake.chatting import SETTINGS
from tests.mentoring.town import Town


@pytest.fixture
def pool(town: Town) -> Town:
    """Three mentees and two mentors; carl can be matched with nobody, and anna never with nils."""
    for mentee in ("anna", "berit", "carl"):
        town.mentee(mentee)
    for mentor in ("mona", "nils"):
        town.mentor(mentor)
    with town.work() as uow:
        people.change_person(uow.db, "anna", name="Anna Example")
        put_profiles(uow.db, [
            MentoringProfile(person_id="anna", side="mentee", topics=["career"], field="Data"),
            MentoringProfile(person_id="berit", side="mentee", topics=["network"]),
            MentoringProfile(person_id="carl", side="mentee", languages=["fi"]),
            MentoringProfile(person_id="mona", side="mentor", topics=["career"]),
            MentoringProfile(person_id="nils", side="mentor", topics=["network"]),
        ])  # fmt: skip
    return town


def proposed(town: Town) -> int:
    """A coordinator asks for matches; gives the number on the button."""
    event = Inbound("slack", "match-1", Kind.TEXT, user="UC1", chat="UC1", text="match")
    with town.work() as uow:
        receive(uow, town.house, event)
    town.deliver()
    (message,) = [each for each in town.desk if isinstance(each, Message) and each.buttons]
    assert "Proposed matches to look at: 2" in message.text
    data = message.buttons[0][0].data
    assert data.startswith(f"case:{REVIEW}:")
    return int(data.rpartition(":")[2])


def seen(town: Town, verb: str, batch: int, by: str = "UC1", **fields: str) -> View:
    view = town.act(verb, batch, by, **fields).view
    assert view is not None
    return view


def shown(view: View) -> str:
    return "\n".join(f"{each.heading}\n{each.text}" for each in view.passages)


def row(town: Town, mentee: str) -> str:
    with town.work() as uow:
        return str(next(pair.id for pair in live_mentorships(uow.db) if pair.mentee_id == mentee))


def states(town: Town) -> dict[tuple[str, str], str]:
    with town.work() as uow:
        return {(pair.mentee_id, pair.mentor_id): pair.state for pair in mentorships_of_any(uow.db, None)}


def test_the_channel_hears_numbers_and_the_review_says_who_and_why(pool: Town) -> None:
    batch = proposed(pool)
    view = seen(pool, REVIEW, batch)
    assert "1. Anna Example – Example Mona" in shown(view)
    assert "Topics of both: Career and next steps" in shown(view)
    assert "Example Carl: No mentor speaks the same language" in shown(view)
    assert [field.id for field in view.fields] == ["pair", "deed", "other"]
    everything = " ".join(str(each) for each in pool.desk)
    assert not any(name in everything for name in ("Anna", "Berit", "Carl", "Mona", "Nils", "anna", "mona"))
    assert pool.of("mona") == pool.of("anna") == ""


def test_the_role_counts_at_the_click(pool: Town) -> None:
    batch = proposed(pool)
    with pool.work() as uow:
        people.change_person(uow.db, "c1", role="mentor")
    assert "Anna" not in shown(seen(pool, REVIEW, batch))
    seen(pool, APPROVE_ALL, batch)
    assert set(states(pool).values()) == {"proposed"}


def test_mentors_are_swapped_only_where_nothing_forbids_it(pool: Town) -> None:
    batch, anna, berit = proposed(pool), row(pool, "anna"), row(pool, "berit")
    swapped = {"pair": anna, "deed": "swap", "other": berit, "page": "0"}
    with pool.work() as uow:
        change_profile(uow.db, "anna", "mentee", apart_from=["nils"])
    assert "kept apart" in seen(pool, SETTLE, batch, **swapped).error
    with pool.work() as uow:
        change_profile(uow.db, "anna", "mentee", apart_from=[])
    view = seen(pool, SETTLE, batch, **swapped)
    assert "Swapped" in shown(view)
    assert "1. Anna Example – Example Nils" in shown(view)
    assert set(states(pool)) == {("anna", "nils"), ("berit", "mona")}
    assert "Nothing was done" in seen(pool, SETTLE, batch, **{**swapped, "other": ""}).error


def test_who_is_left_out_is_not_proposed_again_and_the_rest_may_be_approved(pool: Town) -> None:
    batch = proposed(pool)
    seen(pool, SETTLE, batch, pair=row(pool, "berit"), deed="leave_out", page="0")
    view = seen(pool, APPROVE_ALL, batch)
    assert view.fields == ()
    assert states(pool) == {("anna", "mona"): "approved", ("berit", "nils"): "withdrawn"}
    assert "all 2 are decided on" in str(pool.desk[-1])
    with pool.work() as uow:
        berit = next(each for each in read_pool(uow, SETTINGS).mentees if each.id == "berit")
    assert berit.parted == {"nils"}


def test_a_long_batch_is_looked_at_in_pages_that_a_window_can_hold(town: Town) -> None:
    why = (Reason("language", ("en",)),)
    pairs = [Match(town.mentee(f"s{number}"), town.mentor(f"m{number}"), 50, why) for number in range(25)]
    with town.work() as uow:
        batch = int(propose(uow, SETTINGS, Batch(tuple(pairs), ())).batch)
    first, second = seen(town, REVIEW, batch), seen(town, f"{REVIEW_PAGE}:1", batch)
    assert (len(first.passages), len(second.passages)) == (20, 5)
    assert [verb for verb, _ in first.buttons] == [APPROVE_ALL, f"{REVIEW_PAGE}:1"]
    assert all(len(modal(view)["blocks"]) <= 100 for view in (first, second))
    assert read_button(button_data(f"{REVIEW_PAGE}:1", batch)) == (f"{REVIEW_PAGE}:1", batch)
    later = seen(town, SETTLE, batch, pair=second.fields[0].options[0][0], deed="approve", page="1")
    assert "21. Example S20 – Example M20 · the mentor is asked" in shown(later)


def approved(town: Town) -> None:
    """Anna is proposed to Mona, who reads it in her round and says that it fits now."""
    batch = proposed(town)
    seen(town, SETTLE, batch, pair=row(town, "anna"), deed="approve", page="0")
    town.skip(days=4)
    assert "Anna: A possible mentee" in town.of("mona")
    assert "Anna Example" not in town.of("mona")
    town.tap("mona", "Yes, now")


def test_a_mentor_accepts_and_only_then_the_mentee_hears(pool: Town) -> None:
    approved(pool)
    asked = pool.last("mona")
    assert "Anna could be your mentee. Field: Data. Hopes for: Career and next steps." in asked
    assert "What fits: Topics of both: Career and next steps" in asked
    assert "Anna Example" not in asked
    assert pool.of("anna") == ""
    after = pool.tap("mona", "Yes, gladly")
    assert "Anna Example is your mentee now" in after
    assert "chain of command" in after
    pool.skip(days=2)
    assert "You have a mentor: Example Mona. What fits:" in pool.of("anna")


def test_a_mentor_who_declines_for_want_of_room_is_asked_no_more(pool: Town) -> None:
    approved(pool)
    pool.tap("mona", "No, this does not fit", "I have no room for more mentees")
    assert states(pool)["anna", "mona"] == "declined"
    assert "Mentor mona has declined student anna" in str(pool.desk[-1])
    with pool.work() as uow:
        found = read_pool(uow, SETTINGS)
    assert {each.id: each.free for each in found.mentors}["mona"] == 0
    assert {each.id: each.parted for each in found.mentees}["anna"] == {"mona"}
    pool.skip(days=3)
    assert pool.of("anna") == ""


def test_a_question_first_is_a_case_of_the_mentor_and_the_proposal_stays_open(pool: Town) -> None:
    approved(pool)
    pool.tap("mona", "I have a question first")
    assert "stays open" in pool.say("mona", "Does she want to stay in the field?")
    assert len(pool.cards()) == 1
    assert states(pool)["anna", "mona"] == "approved"
    pool.skip(days=5, step=timedelta(hours=2))
    assert sum("A possible mentee" in text for _, who, _, text in pool.sent if who == "mona") == 2
    assert pool.of("anna") == ""


def test_a_pair_that_the_roster_names_begins_and_ends_with_the_roster(town: Town) -> None:
    town.mentee("anna", mentor_id="mona")
    for mentor in ("mona", "nils"):
        town.mentor(mentor)
    with town.work() as uow:
        assert adopt(uow, SETTINGS) == 1
        assert adopt(uow, SETTINGS) == 0
    assert states(town) == {("anna", "mona"): "accepted"}
    with town.work() as uow:
        people.change_placement(uow.db, "anna", mentor_id="nils")
        assert adopt(uow, SETTINGS) == 1
    assert states(town) == {("anna", "mona"): "closed", ("anna", "nils"): "accepted"}
    town.skip(days=3)
    assert "your mentoring with Example Mona is over" in town.of("anna")
    with town.work() as uow:
        people.change_placement(uow.db, "anna", mentor_id="")
        assert adopt(uow, SETTINGS) == 0
    assert states(town)["anna", "nils"] == "closed"


def test_a_batch_that_nobody_looks_at_is_shown_once_more_and_then_withdrawn(pool: Town) -> None:
    with pool.work() as uow:
        propose(uow, SETTINGS, match(read_pool(uow, SETTINGS)))
    pool.skip(days=20, step=timedelta(hours=6))
    waiting = [str(each) for each in pool.desk if "still wait: 2" in str(each)]
    assert len(waiting) == 1
    assert "Anna" not in waiting[0]
    pool.skip(days=9, step=timedelta(hours=6))
    with pool.work() as uow:
        assert {pair.state for pair in mentorships_of_any(uow.db, None)} == {"withdrawn"}
        assert "anna" in {mentee.id for mentee in read_pool(uow, SETTINGS).mentees}
