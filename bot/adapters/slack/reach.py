"""Asking Slack whether it can be reached with our token, and who is behind an e-mail address."""

import asyncio
from collections.abc import Callable

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.payload import text_at
from bot.adapters.slack.web import FAILURES
from bot.log import get_logger

_FIRST_WAIT, _LONGEST_WAIT = 0.5, 30.0

_LOG = get_logger(__name__)


async def reach(client: AsyncWebClient, alive: Callable[[], None], stop: asyncio.Event) -> None:
    """Ask until Slack has answered or we are to stop, waiting longer each time: what readiness means in HTTP mode."""
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


async def slack_id_of(client: AsyncWebClient, email: str) -> str | None:
    """The user id behind an e-mail address of this workspace; "" when nobody has it, None when Slack did not say."""
    try:
        answer = await client.users_lookupByEmail(email=email)
    except SlackApiError as error:
        return "" if error.response.get("error") == "users_not_found" else None
    except FAILURES:
        return None
    return text_at(answer.data, "user", "id")
