"""Inviting somebody: a token that links one account, once."""

import hashlib
import secrets
from datetime import timedelta

from storage import people
from storage.people import Person
from storage.unit_of_work import UnitOfWork

VALID_FOR = timedelta(days=14)
_BYTES = 24
"""Telegram takes 64 characters of A-Z a-z 0-9 _ - (core.telegram.org/api/links#bot-links); these make 32."""


def invite(uow: UnitOfWork, person: Person) -> str:
    """A new token for a person; those she was given before and has not used are void.

    Only its SHA-256 is kept, so that a copy of the database links nobody.
    """
    people.void_invitations(uow.db, person.id)
    token = secrets.token_urlsafe(_BYTES)
    people.invite(uow.db, hash_of(token), person.id, uow.now + VALID_FOR)
    return token


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def telegram_link(bot_username: str, token: str) -> str:
    """The deep link that opens the chat and hands the token over."""
    return f"https://t.me/{bot_username.removeprefix('@')}?start={token}"
