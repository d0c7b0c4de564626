"""Who is on the page, and which chats each of its panes shows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import tzinfo
from typing import Protocol, TypeVar

from storage.unit_of_work import UnitOfWork

T = TypeVar("T")

DESK = "desk"
"""The chat of the coordinators' channel, and the name of its pane."""
DIRECT = "direct"
"""The pane of everything that is written to a coordinator herself."""


class Write(Protocol):
    """Runs work in a transaction and gives its result after the commit."""

    def __call__(self, work: Callable[[UnitOfWork], T], /) -> Awaitable[T]: ...


@dataclass(frozen=True, slots=True)
class Phone:
    """A person with a phone on the page; `role` is "student" or "mentor"."""

    person: str
    name: str
    role: str = "student"

    @property
    def user(self) -> str:
        """Her user id, which is her chat's id too."""
        return f"{self.role}-{self.person}"


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody of the team: whoever looks at the page can act as any of them."""

    person: str
    name: str
    role: str

    @property
    def user(self) -> str:
        """Her user id, which is her own chat's id too."""
        return f"staff-{self.person}"


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody on the page. `zone` is the programme's: the page shows its times.

    Raises:
        ValueError: nobody is there to play one of the two sides.
    """

    programme: str
    bot: str
    phones: tuple[Phone, ...]
    staff: tuple[Staff, ...]
    zone: tzinfo

    def __post_init__(self) -> None:
        if not self.phones or not self.staff:
            raise ValueError("the demo needs a student and a coordinator: import a roster that has both")

    @property
    def panes(self) -> tuple[str, ...]:
        """The names of the panes, in the order of the page."""
        return (*(phone_pane(number) for number in range(len(self.phones))), DESK, DIRECT)

    def chats(self, pane: str) -> tuple[str, ...]:
        """The chats that a pane shows; none for a pane that is not there."""
        if pane == DIRECT:
            return tuple(staff.user for staff in self.staff)
        chats = {DESK: DESK} | {phone_pane(number): phone.user for number, phone in enumerate(self.phones)}
        return (chats[pane],) if pane in chats else ()

    def pane_of(self, chat: str) -> str:
        """The pane that shows a chat, or ""."""
        return next((pane for pane in self.panes if chat in self.chats(pane)), "")

    def recipient(self, chat: str) -> int | None:
        """The place in `staff` of the one whose own chat this is, or None."""
        users = [staff.user for staff in self.staff]
        return users.index(chat) if chat in users else None


def phone_pane(number: int) -> str:
    """The name of a phone's pane. A person's own id could hold what a page's identifiers may not."""
    return f"phone-{number}"
