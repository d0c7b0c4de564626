from datetime import UTC, datetime

from bot import metrics


def sample(name: str, **labels: str) -> float:
    return metrics.REGISTRY.get_sample_value(name, labels) or 0.0


def test_a_turn_is_counted_by_platform_and_kind_and_its_time_is_kept() -> None:
    before = sample("placemate_turns_total", platform="telegram", kind="tap")
    within = sample("placemate_turn_seconds_bucket", platform="telegram", le="0.005")
    metrics.turn_handled("telegram", "tap", 0.004)
    assert sample("placemate_turns_total", platform="telegram", kind="tap") == before + 1
    assert sample("placemate_turn_seconds_bucket", platform="telegram", le="0.005") == within + 1


def test_the_outbox_depth_is_the_last_one_told() -> None:
    metrics.outbox_depth("slack", 12)
    metrics.outbox_depth("slack", 3)
    assert sample("placemate_outbox_depth", lane="slack") == 3


def test_sends_cases_and_rejected_events_are_counted_by_their_words() -> None:
    names = {
        "placemate_sends_total": {"lane": "slack", "outcome": "sent"},
        "placemate_cases_opened_total": {"severity": "urgent"},
        "placemate_events_rejected_total": {"platform": "telegram", "reason": "unparseable"},
    }
    before = {name: sample(name, **labels) for name, labels in names.items()}
    metrics.sent("slack", "sent")
    metrics.case_opened("urgent")
    metrics.event_rejected("telegram", "unparseable")
    assert {name: sample(name, **labels) - before[name] for name, labels in names.items()} == dict.fromkeys(names, 1)


def test_the_page_says_when_a_platform_was_last_heard() -> None:
    heard = datetime(2026, 3, 2, 12, tzinfo=UTC)
    metrics.sign_of_life("slack", heard, 3.5)
    page, content_type = metrics.exposition()
    assert sample("placemate_last_sign_of_life_age_seconds", platform="slack") == 3.5
    assert sample("placemate_last_sign_of_life_timestamp_seconds", platform="slack") == heard.timestamp()
    assert b'placemate_last_sign_of_life_timestamp_seconds{platform="slack"}' in page
    assert content_type.startswith("text/plain")
