from flows.small_talks import exporting, forgetting, language, stopping
from tests.flows.playing import options, play


def test_the_answers_that_others_act_on_keep_their_ids() -> None:
    assert set(options(language, "language")) == {"en", "nb"}
    assert set(options(stopping, "stop")) == {"pause", "stop", "go_on"}
    assert set(options(exporting, "export")) == {"yes", "no"}
    assert set(options(forgetting, "forget")) == {"forget", "keep"}


def test_only_a_pause_asks_until_when() -> None:
    assert play(stopping, {"stop": "pause"}).asked == ["stop", "until"]
    assert play(stopping, {"stop": "stop"}).asked == ["stop"]


def test_nothing_is_sent_or_deleted_by_skipping() -> None:
    assert play(exporting).ended
    assert play(forgetting).ended
