"""Asking Slack once whether it can be reached with our token, so that readiness means something in HTTP mode too."""

import asyncio
from collections.abc import Callable

from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.web import FAILURES
from bot.log import get_logger

_FIRST_WAIT, _LONGEST_WAIT = 0.5, 30.0

_LOG = get_logger(__name__)


async def reach(client: AsyncWebClient, alive: Callable[[], None], stop: asyncio.Event) -> None:
    """Ask until Slack has answered or we are to stop, waiting longer each time."""
    wait = _FIRST_WAIT
    while not stop.is_set():
        try:
            await client.auth_test()
        except FAILURES as error:
            _LOG.warning("Slack cannot be reached", error=type(error).__name__)
        else:
            alive()
            return
        try:
            await asyncio.wait_for(stop.wait(), timeout=wait)
        except TimeoutError:
            wait = min(wait * 2, _LONGEST_WAIT)
