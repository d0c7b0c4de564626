"""Sealing words at rest: a key for each person, wrapped by a master key that is not in the database.

We chose a key for each person because destroying it erases her words from every backup at once; we gave up searching
inside words. Telegram's terms for bots ask for encryption at rest with the key kept elsewhere (bot developer terms,
section 4).
"""

import hmac
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

GONE = ""


class Vault:
    """Seals and opens. `masters` are the master keys, the newest first: old ones still open what they wrapped."""

    def __init__(self, masters: list[bytes]) -> None:
        self._masters = MultiFernet([Fernet(key) for key in masters])
        self._secrets = tuple(masters)
        self._unwrap = lru_cache(maxsize=10_000)(self._unwrap_once)

    def new_key(self) -> str:
        """A fresh key for one person, wrapped."""
        return self._masters.encrypt(Fernet.generate_key()).decode()

    def seal(self, data_key: str | None, words: str) -> str:
        """The words, sealed with a person's wrapped key; without a key nothing of them is kept."""
        return GONE if data_key is None else self._unwrap(data_key).encrypt(words.encode()).decode()

    def open(self, data_key: str | None, sealed: str) -> str:
        """What was sealed, or "" when the key is gone or the words were sealed with another."""
        if data_key is None or not sealed:
            return GONE
        try:
            return self._unwrap(data_key).decrypt(sealed.encode()).decode()
        except InvalidToken:
            return GONE

    def seal_bytes(self, data_key: str | None, content: bytes) -> bytes | None:
        """A file, sealed like words; None without a key."""
        return None if data_key is None else self._unwrap(data_key).encrypt(content)

    def open_bytes(self, data_key: str | None, sealed: bytes | None) -> bytes:
        """What was sealed, or b"" when the key is gone or it was sealed with another."""
        if data_key is None or not sealed:
            return b""
        try:
            return self._unwrap(data_key).decrypt(sealed)
        except InvalidToken:
            return b""

    def fingerprints(self, purpose: str, words: str) -> tuple[bytes, ...]:
        """Keyed hashes of words, 32 bytes each, one for each master key, the newest first.

        Nobody can compute them without a master key, and none leads back to the words. `purpose` keeps apart what is
        hashed for different ends.
        """
        keys = (hmac.digest(secret, f"placemate {purpose}".encode(), "sha256") for secret in self._secrets)
        return tuple(hmac.digest(key, words.encode(), "sha256") for key in keys)

    def forget(self) -> None:
        """Drop every unwrapped key from memory."""
        self._unwrap.cache_clear()

    def _unwrap_once(self, data_key: str) -> Fernet:
        return Fernet(self._masters.decrypt(data_key.encode()))
