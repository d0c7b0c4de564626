"""An exception as its types and places. Foreign messages are left out: `int("I feel awful")` quotes its argument."""

from collections.abc import Iterator
from traceback import StackSummary, walk_tb

from structlog.typing import EventDict, WrappedLogger

from bot.log.redaction import masked

_OURS = frozenset({"bot", "flows", "storage"})


def describe_exception(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace `exc_info` by the string `exception`."""
    info = event.pop("exc_info", None)
    error = info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["exception"] = masked("\n".join(lines_of(error)))
    return event


def lines_of(error: BaseException, seen: frozenset[int] = frozenset()) -> Iterator[str]:
    """The lines that describe an error, its causes first, the innermost place last."""
    seen |= {id(error)}
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None and id(earlier) not in seen:
        yield from lines_of(earlier, seen)
        yield "which led to"
    yield _headline(error)
    for place in StackSummary.extract(walk_tb(error.__traceback__), lookup_lines=False):
        yield f"  {place.filename}:{place.lineno} in {place.name}"
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from (f"  | {line}" for line in lines_of(part, seen))


def _headline(error: BaseException) -> str:
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    return f"{name}: {error}" if _may_speak(error) else name


def _may_speak(error: BaseException) -> bool:
    # Our own errors are written to name a file, a key and a remedy; the operating system's name a file or a host.
    return type(error).__module__.partition(".")[0] in _OURS or isinstance(error, OSError)
