"""What the program counts about itself, for `/metrics` in Prometheus' text format.

Labels are platforms, lanes, kinds and outcomes; never a person, a chat or a word of a message. The registry is
our own, so that a library that counts in the global one cannot add to the page.
"""

from datetime import datetime

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

_TURNS = Counter("placemate_turns", "Turns committed.", ["platform", "kind"], registry=REGISTRY)
_TURN_SECONDS = Histogram(
    "placemate_turn_seconds",
    "From an event's arrival to the commit of its turn.",
    ["platform"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
    registry=REGISTRY,
)
_REJECTED = Counter(
    "placemate_events_rejected", "Events recorded and not taken.", ["platform", "reason"], registry=REGISTRY
)
_DEPTH = Gauge("placemate_outbox_depth", "Outbox rows that wait to be sent.", ["lane"], registry=REGISTRY)
_SENDS = Counter("placemate_sends", "Attempts to send an outbox row.", ["lane", "outcome"], registry=REGISTRY)
_CASES = Counter("placemate_cases_opened", "Cases opened.", ["severity"], registry=REGISTRY)
_SIGN_OF_LIFE = Gauge(
    "placemate_last_sign_of_life_timestamp_seconds",
    "When a platform was last heard (an event, a ping, an answer).",
    ["platform"],
    registry=REGISTRY,
)
_SILENCE = Gauge(
    "placemate_last_sign_of_life_age_seconds",
    "How long a platform has not been heard, by a clock that nobody can set.",
    ["platform"],
    registry=REGISTRY,
)
_RECONNECTS = Counter("placemate_reconnects", "Connections to a platform opened anew.", ["platform"], registry=REGISTRY)
_CLOCK_STEPS = Counter("placemate_clock_steps", "Times the system clock was set under the program.", registry=REGISTRY)


def turn_handled(platform: str, kind: str, seconds: float) -> None:
    """Count a committed turn; `kind` is the inbound event's (message, tap, command, tick), `seconds` its whole wait."""
    _TURNS.labels(platform, kind).inc()
    _TURN_SECONDS.labels(platform).observe(seconds)


def event_rejected(platform: str, reason: str) -> None:
    """Count an event that was recorded and skipped; `reason` is one of few words (unparseable, duplicate, stale)."""
    _REJECTED.labels(platform, reason).inc()


def outbox_depth(lane: str, rows: int) -> None:
    """Say how many rows of a lane wait to be sent."""
    _DEPTH.labels(lane).set(rows)


def sent(lane: str, outcome: str) -> None:
    """Count an attempt to send; `outcome` is one of few words (sent, again_later, never_again, limited)."""
    _SENDS.labels(lane, outcome).inc()


def case_opened(severity: str) -> None:
    """Count a case by the severity's word."""
    _CASES.labels(severity).inc()


def sign_of_life(platform: str, at: datetime, silent_for: float) -> None:
    """Say when a platform was last heard, `at` in the system's time (aware) and `silent_for` seconds ago."""
    _SIGN_OF_LIFE.labels(platform).set(at.timestamp())
    _SILENCE.labels(platform).set(silent_for)


def reconnected(platform: str) -> None:
    """Count a connection that was opened anew."""
    _RECONNECTS.labels(platform).inc()


def clock_stepped() -> None:
    """Count a step of the system clock."""
    _CLOCK_STEPS.inc()


def exposition() -> tuple[bytes, str]:
    """The page at `/metrics`: its body and its content type."""
    return generate_latest(REGISTRY), CONTENT_TYPE_LATEST
