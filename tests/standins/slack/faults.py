"""What can go wrong at Slack's end, once for each time it is asked for."""

from collections import defaultdict, deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """`status` other than 200 answers so and does nothing; `error` is Slack's code in an answer of 200; `dropped`
    acts and closes the connection without an answer; `seconds` answers late."""

    status: int = 200
    error: str = ""
    retry_after: int | None = None
    dropped: bool = False
    seconds: float = 0.0


def limited(retry_after: int | None) -> Fault:
    return Fault(status=429, error="ratelimited", retry_after=retry_after)


def refused(error: str) -> Fault:
    return Fault(error=error)


def broken(status: int = 503) -> Fault:
    return Fault(status=status)


DROPPED = Fault(dropped=True)


class Faults:
    """Faults by method, taken in the order in which they were put."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, deque[Fault]] = defaultdict(deque)

    def put(self, method: str, fault: Fault, times: int = 1) -> None:
        self._waiting[method].extend([fault] * times)

    def take(self, method: str) -> Fault:
        waiting = self._waiting[method]
        return waiting.popleft() if waiting else Fault()
