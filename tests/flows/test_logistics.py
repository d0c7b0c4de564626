import pytest

from flows.conditions import Value
from flows.logistics.asking import ABOUT, PAPERS, logistics
from flows.logistics.housing import HOME
from flows.logistics.travel import PROBLEMS, WAY
from flows.steps import Flag
from tests.flows.playing import play

TODAY = "2026-11-30"


def test_her_coordinator_reads_it() -> None:
    assert not any(item.restricted for item in logistics.items if isinstance(item, Flag))


@pytest.mark.parametrize("about", ABOUT)
def test_every_branch_ends_with_a_person(about: str) -> None:
    played = play(logistics, {"about": about, "contact": "call"}, phone_known=False)
    assert played.flags == {"wants_contact": "attention"}
    assert played.asked[-2:] == ["contact", "phone"]
    assert "closing" in played.said


@pytest.mark.parametrize(
    ("home", "flags"),
    [
        ("have", {}), ("looking", {}), ("leave_soon", {"must_leave_soon": "urgent"}),
        ("tonight", {"nowhere_tonight": "emergency"}), ("fraud", {"housing_fraud": "urgent"}),
    ],
)  # fmt: skip
def test_housing_is_as_urgent_as_the_night_is_near(home: str, flags: dict[str, str]) -> None:
    assert set(HOME) >= {home}
    assert play(logistics, {"about": "housing", "home": home}).flags == flags


def test_nowhere_to_sleep_tonight_gets_help_first_and_two_questions_at_most() -> None:
    played = play(logistics, {"about": "housing", "home": "tonight"}, phone_known=False)
    assert played.asked == ["about", "home", "home_now", "reach_phone"]
    assert played.said == ["tonight_help", "closing_tonight"]


@pytest.mark.parametrize(
    ("home", "pay_first", "card"),
    [("looking", "yes", True), ("looking", "no", False), ("have", "yes", True), ("fraud", None, True)],
)
def test_paying_before_seeing_shows_the_card_about_fraud(home: str, pay_first: str | None, card: bool) -> None:
    played = play(logistics, {"about": "housing", "home": home, "home_pay_first": pay_first})
    assert ("fraud_card" in played.said) is card


@pytest.mark.parametrize("home", ["looking", "leave_soon", "fraud"])
def test_a_search_is_asked_by_when_where_and_for_how_much(home: str) -> None:
    played = play(logistics, {"about": "housing", "home": home})
    assert played.asked[2:6] == ["home_by", "home_where", "home_budget", "home_pay_first"]
    assert played.said[-1] == "advice_housing"


@pytest.mark.parametrize(("minutes", "flags"), [(90, {}), (91, {"long_way": "attention"})])
def test_more_than_ninety_minutes_is_looked_at(minutes: int, flags: dict[str, str]) -> None:
    for way in WAY:
        assert play(logistics, {"about": "travel", "way": way, "minutes": minutes}).flags == flags


def test_safety_on_the_way_is_urgent_and_offers_help() -> None:
    answers: dict[str, Value] = {"about": "travel", "way_problem": ("safety",)}
    played = play(logistics, answers, stop_at="way_help")
    assert played.flags == {"unsafe_way": "urgent"}
    assert played.said == ["way_unsafe"]
    urgent = play(logistics, {**answers, "way_help": "urgent"})
    assert (urgent.opened, urgent.asked[-1]) == (["urgent"], "way_help")


@pytest.mark.parametrize("problem", [each for each in PROBLEMS if each != "safety"])
def test_other_problems_of_travel_get_advice_and_lifts_are_shared_in_a_talk_of_their_own(problem: str) -> None:
    played = play(logistics, {"about": "travel", "way_problem": (problem,)})
    assert played.said[-1] == "advice_travel"
    assert played.opened == (["lift_share"] if problem == "share" else [])


@pytest.mark.parametrize(("unpaid", "opened"), [("yes", ["wages"]), ("no", [])])
def test_money_that_did_not_come_goes_to_pay_or_contract(unpaid: str, opened: list[str]) -> None:
    played = play(logistics, {"about": "money", "unpaid": unpaid})
    assert played.opened == opened
    assert ("contact" in played.asked) is (unpaid == "no")


@pytest.mark.parametrize(
    ("paper_by", "flags"),
    [
        ("2026-12-14", {"paper_due_soon": "urgent"}), ("2026-12-15", {}), ("2026-11-01", {"paper_due_soon": "urgent"}),
        (None, {}),
    ],
)  # fmt: skip
def test_a_paper_that_is_due_in_two_weeks_is_urgent(paper_by: str | None, flags: dict[str, str]) -> None:
    for paper in PAPERS:
        answers = {"about": "papers", "paper": paper, "paper_by": paper_by}
        played = play(logistics, answers, today=TODAY)
        assert (played.flags, played.said) == (flags, ["closing_papers" if flags else "closing_noted", "advice_papers"])


def test_urgent_words_beside_a_paper_close_with_the_numbers() -> None:
    answers: dict[str, Value] = {"about": "papers", "paper_by": TODAY}
    played = play(logistics, answers, heard={"paper": "urgent"}, today=TODAY)
    assert "closing_urgent" in played.said


def test_equipment_leads_to_remote_work_where_that_exists() -> None:
    answers = {"about": "equipment", "remote_now": "yes"}
    assert play(logistics, answers, conversations=("remote",)).opened == ["remote"]
    assert play(logistics, answers, conversations=()).opened == []


def test_it_is_urgent_opens_urgent_help() -> None:
    played = play(logistics, {"about": "other", "contact": "urgent"})
    assert (played.opened, played.said) == (["urgent"], [])
