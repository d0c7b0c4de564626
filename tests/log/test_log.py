import io
import json
import logging
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import structlog

from bot.log import configure, get_logger
from flows.severity import Severity

TELEGRAM_TOKEN = "123456789:AAExample-token_that_is_long_enough_0"
SLACK_TOKEN = "xoxb-0000000000-example"
APP_TOKEN = "xapp-1-A0000-example"
CRY = "I do not want to live any more"


@pytest.fixture(autouse=True)
def leave_logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, hooks = list(root.handlers), root.level, (sys.excepthook, threading.excepthook)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.raiseExceptions = True
    sys.excepthook, threading.excepthook = hooks
    structlog.reset_defaults()


@pytest.fixture
def stream() -> io.StringIO:
    stream = io.StringIO()
    configure(stream)
    return stream


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_is_json_with_level_logger_and_a_time_in_utc(stream: io.StringIO) -> None:
    get_logger("bot.delivery").info("sent", lane="slack", rows=3)
    [line] = lines(stream)
    assert datetime.fromisoformat(line.pop("timestamp")).utcoffset() == UTC.utcoffset(None)
    assert line == {"event": "sent", "level": "info", "logger": "bot.delivery", "lane": "slack", "rows": 3}


def test_a_person_at_a_terminal_reads_plain_lines() -> None:
    stream = io.StringIO()
    configure(stream, readable=True)
    get_logger("bot").warning("no on-call", token=TELEGRAM_TOKEN, note=f"tried {SLACK_TOKEN}")
    assert "no on-call" in stream.getvalue()
    assert "{" not in stream.getvalue()
    assert TELEGRAM_TOKEN not in stream.getvalue()
    assert SLACK_TOKEN not in stream.getvalue()


@pytest.mark.parametrize("token", [TELEGRAM_TOKEN, SLACK_TOKEN, APP_TOKEN])
@pytest.mark.parametrize("readable", [True, False])
def test_a_token_in_a_traceback_does_not_reach_the_log(token: str, readable: bool) -> None:
    stream = io.StringIO()
    configure(stream, readable=readable)
    try:
        raise OSError(f"cannot reach https://api.example.org/bot{token}/getMe")
    except OSError:
        get_logger("bot").exception("a call failed")
    assert "OSError: cannot reach https://api.example.org/bot***/getMe" in stream.getvalue().replace("\\n", "\n")
    assert token not in stream.getvalue()


def test_an_error_tells_its_places_and_causes_and_quotes_nobody(stream: io.StringIO) -> None:
    try:
        try:
            int(CRY)
        except ValueError as error:
            raise ExceptionGroup(CRY, [KeyError(CRY), error]) from error
    except ExceptionGroup:
        get_logger("bot").exception("a turn failed")
    [line] = lines(stream)
    described = line["exception"].splitlines()
    assert described[0] == "ValueError"
    assert "test_log.py" in described[1]
    assert described[2:4] == ["which led to", "ExceptionGroup"]
    assert "  | KeyError" in described
    assert CRY not in stream.getvalue()


def test_values_under_telling_keys_and_objects_are_left_out(stream: io.StringIO) -> None:
    class Inbound:
        def __repr__(self) -> str:
            return CRY

    get_logger("bot").info(
        "heard", text=CRY, Name="Example", case={"email": "a@example.org", "no": 7}, inbound=Inbound()
    )
    [line] = lines(stream)
    assert {key: line[key] for key in ("case", "inbound")} == {
        "case": {"no": 7},
        "inbound": f"<{Inbound.__qualname__}>",
    }
    assert {"text", "Name"}.isdisjoint(line)
    assert CRY not in stream.getvalue()


def test_plain_values_stay_readable(stream: io.StringIO) -> None:
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    get_logger("bot").info("case opened", severity=Severity.URGENT, due=at, restricted=True, tags=("a", 1, None))
    [line] = lines(stream)
    assert (line["severity"], line["due"], line["restricted"], line["tags"]) == (
        "urgent",
        "2026-03-02T12:00:00+00:00",
        True,
        ["a", 1, None],
    )


def test_known_secrets_are_masked_whatever_their_shape() -> None:
    stream = io.StringIO()
    configure(stream, secrets=["correct horse battery", "", "ab"])
    get_logger("bot").info("signed with correct horse battery", cab="ab")
    [line] = lines(stream)
    assert line["event"] == "signed with ***"
    assert line["cab"] == "ab"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("postgresql+psycopg://user:pass@db/x", "postgresql+psycopg://***@db/x"),
        ("asked student.one@example.org again", "asked *** again"),
        ("2026-03-02T12:00:00+00:00", "2026-03-02T12:00:00+00:00"),
    ],
)
def test_passwords_and_addresses_in_a_string_are_masked(value: str, shown: str, stream: io.StringIO) -> None:
    get_logger("bot").info("x", value=value)
    assert lines(stream)[0]["value"] == shown


@pytest.mark.parametrize(
    ("sentence", "arguments", "kept"),
    [
        ("Error while parsing updates! Received data was %r", [CRY], "Error while parsing updates! Received data was"),
        (f"Unhandled request ({{'text': '{CRY}'}})", [], "Unhandled request"),
        (f"Failed to process a message: {CRY}", [], "Failed to process a message"),
    ],
)
def test_a_library_is_heard_until_it_would_quote(
    sentence: str, arguments: list[str], kept: str, stream: io.StringIO
) -> None:
    logging.getLogger("slack_bolt.example").warning(sentence, *arguments)
    [line] = lines(stream)
    assert (line["event"], line["level"], line["logger"]) == (kept, "warning", "slack_bolt.example")
    assert line["where"].startswith("test_log.py:")
    assert CRY not in stream.getvalue()


def test_libraries_are_silent_below_a_warning_and_we_are_not(stream: io.StringIO) -> None:
    for name in ("telegram", "slack_bolt", "aiohttp.access", "uvicorn.error", "apscheduler"):
        logging.getLogger(name).info("chatter")
    get_logger("bot").debug("too fine")
    get_logger("bot").info("ready")
    assert [line["event"] for line in lines(stream)] == ["ready"]


def test_what_nobody_caught_is_logged_and_quotes_nobody(stream: io.StringIO) -> None:
    error = RuntimeError(CRY)
    sys.excepthook(RuntimeError, error, None)
    thread = threading.Thread(target=int, args=(CRY,))
    thread.start()
    thread.join()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert [line["exception"].splitlines()[0] for line in lines(stream)] == ["RuntimeError", "ValueError"]
    assert CRY not in stream.getvalue()


def test_setting_it_up_twice_writes_each_line_once(stream: io.StringIO) -> None:
    configure(stream)
    get_logger("bot").info("ready")
    assert len(lines(stream)) == 1


def test_a_broken_record_of_a_library_does_not_print_its_arguments(
    stream: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("telegram").warning("%d updates", CRY)
    assert CRY not in capsys.readouterr().err + stream.getvalue()
