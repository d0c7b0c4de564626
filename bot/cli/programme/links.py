"""Whether links still answer."""

import asyncio
from collections.abc import Mapping

import aiohttp

_PATIENCE = aiohttp.ClientTimeout(total=15)
_AT_ONCE = 6
_NO_HEAD = frozenset({403, 405, 501})
"""What servers say that answer only whoever asks for the whole page."""


async def broken_links(links: Mapping[str, str]) -> dict[str, str]:
    """The links that do not answer, by the same keys, with the reason. Proxies come from the environment."""
    gate = asyncio.Semaphore(_AT_ONCE)
    async with aiohttp.ClientSession(timeout=_PATIENCE, trust_env=True) as session:
        found = await asyncio.gather(*(_tried(session, gate, link) for link in links.values()))
    return {key: why for key, why in zip(links, found, strict=True) if why}


async def _tried(session: aiohttp.ClientSession, gate: asyncio.Semaphore, link: str) -> str:
    async with gate:
        try:
            status = await _status(session, "HEAD", link)
            if status in _NO_HEAD:
                status = await _status(session, "GET", link)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            return f"does not answer ({type(error).__name__})"
    return "" if status < 400 else f"answers {status}"


async def _status(session: aiohttp.ClientSession, method: str, link: str) -> int:
    async with session.request(method, link, allow_redirects=True) as response:
        return response.status
