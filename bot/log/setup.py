"""Setting the log up once, for our own lines and for those of the libraries."""

import logging
import re
import sys
import threading
from collections.abc import Iterable
from typing import TextIO

import structlog
from structlog.stdlib import BoundLogger, ProcessorFormatter
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.log.redaction import keep_what_is_safe, remember_secret
from bot.log.tracebacks import describe_exception

OURS = ("bot", "flows", "storage")

_HANDLER = "placemate"
_WHERE_A_QUOTE_BEGINS = re.compile(r"""[:('"{\[%\n]""")


def get_logger(name: str) -> BoundLogger:
    """A logger for the module of this name. An event is a constant sentence; what varies goes into keys."""
    return structlog.stdlib.get_logger(name)


def configure(
    stream: TextIO | None = None,
    *,
    level: int = logging.INFO,
    readable: bool | None = None,
    secrets: Iterable[str] = (),
) -> None:
    """Send our lines from `level` on, and the libraries' from WARNING on, to one stream.

    Args:
        stream: where to write; the error stream when left out.
        level: the level of our own loggers.
        readable: lines for a person instead of JSON; when left out, whether the stream is a terminal.
        secrets: values that are masked wherever they turn up, whatever their shape.
    """
    stream = sys.stderr if stream is None else stream
    readable = stream.isatty() if readable is None else readable
    for secret in secrets:
        remember_secret(secret)
    # On a failure inside a handler, logging would print the record's arguments unmasked.
    logging.raiseExceptions = False
    _configure_structlog()
    _install(_handler(stream, readable), level)
    _log_what_nobody_caught()


def _configure_structlog() -> None:
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            *_common(),
            ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def _common() -> list[Processor]:
    return [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _handler(stream: TextIO, readable: bool) -> logging.Handler:
    renderer: Processor = (
        structlog.dev.ConsoleRenderer() if readable else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    handler = logging.StreamHandler(stream)
    handler.set_name(_HANDLER)
    handler.setFormatter(
        ProcessorFormatter(
            foreign_pre_chain=[_shorten_foreign_sentence, *_common()],
            processors=[
                _true_exc_info,
                ProcessorFormatter.remove_processors_meta,
                describe_exception,
                keep_what_is_safe,
                renderer,
            ],
            use_get_message=False,
        )
    )
    return handler


def _install(handler: logging.Handler, level: int) -> None:
    root = logging.getLogger()
    for old in [one for one in root.handlers if one.get_name() == _HANDLER]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level)


def _shorten_foreign_sentence(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    # Libraries quote what they stumbled over (python-telegram-bot: 'Received data was %r'; bolt: 'Unhandled request
    # ({...})'): the sentence is kept up to where the quote would begin, the arguments are not looked at.
    record: logging.LogRecord = event["_record"]
    event["event"] = _WHERE_A_QUOTE_BEGINS.split(str(record.msg), maxsplit=1)[0].strip()
    event["where"] = f"{record.filename}:{record.lineno}"
    return event


def _true_exc_info(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    if event.get("exc_info") is True:
        event["exc_info"] = sys.exc_info()
    return event


def _log_what_nobody_caught() -> None:
    log = get_logger("bot")

    def uncaught(error: BaseException | None) -> None:
        if not isinstance(error, KeyboardInterrupt):
            log.critical("nobody caught this error", exc_info=error)

    sys.excepthook = lambda _kind, error, _traceback: uncaught(error)
    threading.excepthook = lambda args: uncaught(args.exc_value)
