"""What can go wrong on the way to Telegram and back."""

import asyncio
from dataclasses import dataclass, field
from typing import Any


class Refusal(Exception):
    """The server's "no": an HTTP status, its description and, sometimes, parameters that say what would help."""

    def __init__(self, status: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters or {}


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong: `acts` tells whether the server does what it was asked before that."""

    acts: bool = False
    drops: bool = False
    body: bytes | None = None
    refuses: Refusal | None = None
    gate: asyncio.Event | None = None


@dataclass
class Faults:
    """The faults that wait for their call, in order."""

    waiting: list[tuple[str, str, Fault]] = field(default_factory=list)

    def add(self, method: str, fault: Fault, *, times: int, chat: str) -> None:
        self.waiting += [(method, chat, fault)] * times

    def take(self, method: str, chat: str) -> Fault | None:
        for at, (of_method, of_chat, fault) in enumerate(self.waiting):
            if of_method in {method, "*"} and of_chat in {chat, ""}:
                del self.waiting[at]
                return fault
        return None


def too_many_requests(retry_after: int | None) -> Fault:
    """429; without a time to wait when `retry_after` is None."""
    if retry_after is None:
        return Fault(refuses=Refusal(429, "Too Many Requests"))
    words = f"Too Many Requests: retry after {retry_after}"
    return Fault(refuses=Refusal(429, words, {"retry_after": retry_after}))


def server_error(status: int = 502) -> Fault:
    """A gateway that answers for Telegram, in HTML."""
    return Fault(body=b"<html>bad gateway</html>", refuses=Refusal(status, ""))


def refusal(status: int, description: str, **parameters: Any) -> Fault:
    """A refusal in the server's own words."""
    return Fault(refuses=Refusal(status, description, parameters))


def lost_answer() -> Fault:
    """The server acts, and the connection closes before it has said so."""
    return Fault(acts=True, drops=True)


def broken_connection() -> Fault:
    """The connection closes before the server has acted."""
    return Fault(drops=True)


def nonsense() -> Fault:
    """The server acts and answers 200 with something that is not JSON."""
    return Fault(acts=True, body=b"\xff{")


def held(gate: asyncio.Event) -> Fault:
    """The server acts once the gate is open: a slow answer without a clock."""
    return Fault(acts=True, gate=gate)
