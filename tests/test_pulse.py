from bot.pulse import DEAF_AFTER, Pulse
from tests.test_metrics import sample


class Seconds:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_platform_is_deaf_a_minute_after_its_last_sign_of_life() -> None:
    seconds = Seconds()
    pulse = Pulse("slack", elapsed=seconds)
    pulse.listen()
    assert pulse.state == "not_reached"
    pulse.heard()
    assert pulse.state == "ok"
    seconds.now += DEAF_AFTER - 1
    assert pulse.state == "ok"
    seconds.now += 1
    assert pulse.state == "deaf"
    pulse.heard()
    assert pulse.state == "ok"


def test_one_that_never_speaks_is_deaf_a_minute_after_we_began_to_listen() -> None:
    seconds = Seconds()
    pulse = Pulse("slack", elapsed=seconds)
    seconds.now += 500
    pulse.listen()
    seconds.now += DEAF_AFTER
    assert pulse.state == "deaf"


def test_silence_means_nothing_where_nobody_listens_and_counts_anew_from_when_somebody_does() -> None:
    seconds = Seconds()
    pulse = Pulse("telegram", elapsed=seconds)
    pulse.listen()
    pulse.heard()
    pulse.rest()
    seconds.now += 3600
    assert pulse.state == "resting"
    pulse.listen()
    assert pulse.state == "ok"
    assert pulse.heard_for == 3600


def test_a_refusal_stands_until_the_same_key_is_accepted() -> None:
    pulse = Pulse("slack")
    pulse.listen()
    assert pulse.refused("app_token", "invalid_auth")
    assert not pulse.refused("app_token", "invalid_auth")
    pulse.heard()
    pulse.accepted("bot_token")
    assert pulse.state == "refused"
    pulse.accepted("app_token")
    assert pulse.state == "ok"


def test_connections_opened_anew_are_counted() -> None:
    before = sample("placemate_reconnects_total", platform="slack")
    pulse = Pulse("slack")
    pulse.reopened()
    assert pulse.reconnects == 1
    assert sample("placemate_reconnects_total", platform="slack") == before + 1
