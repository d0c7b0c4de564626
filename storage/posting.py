"""Putting a message for one person on its way: to the account she used last, sealed with her key."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage import outbox
from storage.anonymous import page_of
from storage.people import Account, Person, accounts_of
from storage.unit_of_work import UnitOfWork


def reachable_account(uow: UnitOfWork, person_id: str) -> Account | None:
    """The account she used last among those that can be reached, or None; of an anonymous report, its page."""
    accounts = accounts_of(uow.db, person_id)
    if not accounts:
        return page_of(uow.db, person_id, uow.now)
    return next((account for account in accounts if account.unreachable_at is None), None)


def post_to(
    uow: UnitOfWork, person: Person, packed: str, *, priority: int, account: Account | None = None,
    key: str = "", edits: str = "", edits_key: str = "", case_id: int | None = None,
    not_before: datetime | None = None, good_until: datetime | None = None,
) -> bool:  # fmt: skip
    """Put a packed message on its way to a person; False when she has no account that can be reached.

    `key` remembers it under a name, `edits_key` edits what is remembered under one; it waits until `not_before`;
    `good_until` is for what she did not ask for (see `OutboxRow`).
    """
    where = account or reachable_account(uow, person.id)
    if where is None:
        return False
    row = _row(uow, where.platform, where.chat, packed, priority)
    # Without a key nothing could be sealed or opened: what is said after she was forgotten goes out as it is.
    sealed = {"packed": uow.seal(person, packed), "person_id": person.id} if person.data_key else {}
    named = {"key": key, "edits": edits, "edits_key": edits_key, "case_id": case_id}
    times = {"not_before": not_before, "good_until": good_until}
    outbox.add(uow.db, [{**row, **sealed, **named, **times}])
    return True


def post_to_chat(
    uow: UnitOfWork, lane: str, chat: str, packed: str, *, priority: int,
    key: str = "", edits: str = "", thread_key: str = "", case_id: int | None = None,
) -> None:  # fmt: skip
    """Put a packed message that holds nobody's words on its way to a chat.

    A message with a `key` edits the one that was posted under the same key before.
    """
    row = _row(uow, lane, chat, packed, priority)
    named = {"key": key, "edits_key": key, "edits": edits, "thread_key": thread_key, "case_id": case_id}
    outbox.add(uow.db, [{**row, **named}])


def _row(uow: UnitOfWork, lane: str, chat: str, packed: str, priority: int) -> Mapping[str, Any]:
    return {
        "lane": lane, "chat": chat, "packed": packed, "priority": priority, "created_at": uow.now,
        "status": "pending", "person_id": "", "attempts": 0, "failure": "", "thread_key": "",
    }  # fmt: skip
