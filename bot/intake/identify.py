"""Whose account is this? By an invitation's token, by the roster's Slack id or e-mail, or nobody's we know."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.config import Settings
from bot.intake.inbound import Inbound
from bot.programmes.invitations import hash_of
from storage import outbox, people
from storage.columns import read
from storage.people import Account, Person
from storage.unit_of_work import UnitOfWork

SEEN_LATELY = timedelta(minutes=1)
"""Where she wrote last is noted about once a minute: finer would cost a write in every turn."""


_TOKEN = re.compile(r"/start\s+([A-Za-z0-9_-]{1,64})")
"""One word of the letters a deep link may hold; a sentence after /start is a sentence."""


@dataclass(frozen=True, slots=True)
class Known:
    """Who an event came from.

    `new`: her account was linked only now. `missed`: the check-ins in a row that she had not answered. `back`: this
    account took no messages until now.
    """

    person: Person
    new: bool = False
    missed: int = 0
    back: bool = False


def account_of(event: Inbound, person: Person, uow: UnitOfWork) -> Account:
    """The account an event came from."""
    columns = {"platform": event.platform, "user": event.user, "chat": event.chat, "person_id": person.id}
    return read(Account, {**columns, "seen_at": uow.now, "unreachable_at": None})


def known_person(uow: UnitOfWork, event: Inbound) -> Known | None:
    """The person behind an event; None for a stranger.

    Slack accounts are linked by themselves: the workspace has proved who they are.
    """
    row = people.who_writes(uow.db, event.platform, event.user)
    if row is not None:
        moved = row.account_chat != event.chat or row.account_unreachable_at is not None
        if event.private and (moved or abs(uow.now - row.account_seen_at) > SEEN_LATELY):
            people.seen(uow.db, event.platform, event.user, event.chat, uow.now)
            outbox.send_now(uow.db, row.id)
        back = event.private and row.account_unreachable_at is not None
        return Known(people.person_of(row), missed=row.placement_missed or 0, back=back)
    if event.platform != "slack":
        return None
    found = people.find_by_slack(uow.db, event.user, event.email)
    if found is None or found.forgotten_at is not None:
        return None
    people.link(uow.db, event.platform, event.user, event.chat, found.id, uow.now)
    if found.slack_id != event.user:
        people.change_person(uow.db, found.id, slack_id=event.user)
    return Known(found, new=True)


def token_in(text: str) -> str:
    """The invitation token of `/start TOKEN`, or ""."""
    found = _TOKEN.fullmatch(text.strip())
    return found[1] if found else ""


def use_token(uow: UnitOfWork, event: Inbound, token: str, already: Person | None) -> tuple[Person | None, str]:
    """Try an invitation; gives the person it linked, if it did, and the notice to answer with."""
    invitation = people.find_invitation(uow.db, hash_of(token))
    if invitation is None:
        return None, "invitation.already" if already else "invitation.unknown"
    if already is not None:
        return None, "invitation.already" if already.id == invitation.person_id else "invitation.other_person"
    if invitation.used_at is not None:
        return None, "invitation.used"
    if invitation.expires_at <= uow.now:
        return None, "invitation.expired"
    person = people.find_person(uow.db, invitation.person_id)
    if (
        person is None
        or person.forgotten_at is not None
        or not people.use_invitation(uow.db, invitation.token_hash, uow.now)
    ):
        return None, "invitation.used"
    also = bool(people.accounts_of(uow.db, person.id))
    people.link(uow.db, event.platform, event.user, event.chat, person.id, uow.now)
    return person, "invitation.linked_also" if also else "invitation.linked"


def language_of_stranger(event: Inbound, settings: Settings) -> str:
    """The language to answer a stranger in: what the platform says of the account, else the programme's."""
    return event.language or settings.programme.language
