"""How often the form may be used: counted by address without keeping one, and over all addresses.

An address is turned into a hash with a salt that is thrown away each day, and is never written down. Behind a proxy
that does not say for whom it asks, every request comes from one address inside the house: then the count over all of
them is the limit.
"""

import secrets
from datetime import date
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address
from typing import Final

from aiolimiter import AsyncLimiter

from bot.clock import Clock

REPORT, WORDS, GUESS = "report", "words", "guess"
_TEN_MINUTES, _AN_HOUR = 600.0, 3600.0
RULES: Final = {
    REPORT: ((10, _AN_HOUR), (40, _AN_HOUR)),
    WORDS: ((30, _AN_HOUR), (400, _AN_HOUR)),
    GUESS: ((10, _TEN_MINUTES), (400, _TEN_MINUTES)),
}
"""What may be done: how often within how many seconds, by one address and by all together."""
_MOST_ADDRESSES = 20_000


class Limits:
    """The buckets of one running program; they belong to one event loop."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._all = {deed: AsyncLimiter(*together) for deed, (_, together) in RULES.items()}
        self._each: dict[tuple[str, bytes], AsyncLimiter] = {}
        self._day: date | None = None
        self._salt = b""

    def allows(self, deed: str, address: str) -> bool:
        """Whether it may be done once more now."""
        return all(bucket.has_capacity() for bucket in self._buckets(deed, address))

    async def count(self, deed: str, address: str) -> None:
        """It was done; only to be called where it is allowed, and then it does not wait."""
        for bucket in self._buckets(deed, address):
            if bucket.has_capacity():
                await bucket.acquire()

    def _buckets(self, deed: str, address: str) -> list[AsyncLimiter]:
        self._begin_the_day()
        network = _network(address)
        if not network:
            return [self._all[deed]]
        key = deed, blake2b(network, key=self._salt, digest_size=16).digest()
        if key not in self._each:
            self._each[key] = AsyncLimiter(*RULES[deed][0])
        return [self._all[deed], self._each[key]]

    def _begin_the_day(self) -> None:
        """A new salt each day, and whenever there are so many that they would only fill the memory."""
        today = self._clock.now().date()
        if today != self._day or len(self._each) > _MOST_ADDRESSES:
            self._day, self._salt = today, secrets.token_bytes(32)
            self._each.clear()


def _network(address: str) -> bytes:
    """What one household shares: an IPv4 address or the first half of an IPv6 one; b"" for one inside the house."""
    try:
        found = ip_address(address)
    except ValueError:
        return b""
    if found.is_private or found.is_loopback or found.is_link_local:
        return b""
    return found.packed[:8] if isinstance(found, IPv6Address) else found.packed
