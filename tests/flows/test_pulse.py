from flows.pulse import pulse
from tests.flows.playing import options, play


def test_one_tap_is_enough_when_all_is_fine() -> None:
    played = play(pulse, {"how": "fine"})
    assert (played.asked, played.raised, played.ended) == (["how"], [], True)


def test_whoever_wants_a_person_is_heard_with_the_first_tap() -> None:
    assert play(pulse, {"how": "contact"}).flags == {"pulse_contact": "attention"}
    assert play(pulse, {"how": "not_good"}, stop_at="wellbeing_person").flags == {"pulse_not_good": "attention"}


def test_whoever_is_not_so_good_is_offered_a_person_where_there_is_no_conversation_about_it() -> None:
    played = play(pulse, {"how": "not_good", "wellbeing_person": "yes"})
    assert played.asked == ["how", "wellbeing_person"]
    assert "closing_contact" in played.said


def test_whoever_wants_nobody_is_promised_no_contact() -> None:
    assert play(pulse, {"how": "not_good", "wellbeing_person": "no"}).said == ["closing_not_good"]


def test_the_answers_that_others_act_on_keep_their_ids() -> None:
    assert set(options(pulse, "how")) == {"fine", "not_good", "contact"}
