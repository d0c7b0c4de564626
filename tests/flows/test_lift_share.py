import pytest

from flows.lift_share import lift_match, lift_share
from tests.flows.playing import play

WISH = {"area": "the north side", "reach_me": "000 00 000"}


@pytest.mark.parametrize(("join", "said"), [("yes", "listed"), ("no", "not_listed"), (None, "not_listed")])
def test_she_is_on_the_list_only_when_she_says_yes(join: str | None, said: str) -> None:
    played = play(lift_share, {**WISH, "join": join})
    assert played.asked == ["area", "arrive", "reach_me", "join"]
    assert played.said == [said]


@pytest.mark.parametrize("missing", WISH)
def test_without_an_area_or_a_way_to_reach_her_nobody_is_asked(missing: str) -> None:
    played = play(lift_share, {**WISH, missing: None})
    assert "join" not in played.asked
    assert played.said == ["not_listed"]


@pytest.mark.parametrize(
    ("stay", "asked", "said"),
    [
        ("stay", ["stay"], ["still_listed"]), ("leave", ["stay"], ["off_the_list"]), (None, ["stay"], ["still_listed"]),
        ("change", ["stay", "area", "arrive", "reach_me", "join"], ["listed"]),
    ],
)  # fmt: skip
def test_whoever_is_on_the_list_can_stay_change_or_leave(
    stay: str | None, asked: list[str], said: list[str]
) -> None:  # fmt: skip
    played = play(lift_share, {**WISH, "stay": stay, "join": "yes"}, shares_lifts=True)
    assert (played.asked, played.said) == (asked, said)


def test_without_a_known_workplace_nothing_is_asked() -> None:
    assert play(lift_share, placement_known=False).said == ["no_host"]


@pytest.mark.parametrize(("share", "said"), [("yes", []), ("no", ["not_shared"]), ("leave", ["off_the_list"])])
def test_each_of_two_is_asked_without_a_name(share: str, said: list[str]) -> None:
    played = play(lift_match, {"share": share})
    assert (played.said, played.flags) == (said, {})


def test_when_the_other_has_left_nothing_is_asked() -> None:
    played = play(lift_match, lift_waits=False)
    assert (played.asked, played.said) == ([], ["gone"])
