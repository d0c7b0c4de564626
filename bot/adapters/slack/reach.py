"""Asking Slack whether it can be reached with our token, and who is behind an e-mail address."""

import asyncio

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.payload import text_at
from bot.adapters.slack.web import FAILURES, about_the_token, code
from bot.log import get_logger
from bot.pulse import Pulse

BOT_TOKEN_KEY, APP_TOKEN_KEY = "bot_token", "app_token"
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 30.0

_LOG = get_logger(__name__)


async def reach(client: AsyncWebClient, pulse: Pulse, stop: asyncio.Event, *, counts: bool) -> None:
    """Ask Slack twice a minute, until `stop`, whether it takes our bot token; until it has answered, more often.

    Its first answer is what readiness means. Later ones are signs of life only if each `counts`: where Slack calls us,
    nothing else tells that it is there; where we hold a socket, they would hide that it is deaf.
    """
    wait, reached = _FIRST_WAIT, False
    if counts:
        pulse.listen()
    while not stop.is_set():
        if await _answers(client, pulse):
            if counts or not reached:
                pulse.heard()
            wait, reached = _LONGEST_WAIT, True
        try:
            await asyncio.wait_for(stop.wait(), timeout=wait)
        except TimeoutError:
            wait = min(wait * 2, _LONGEST_WAIT)


async def _answers(client: AsyncWebClient, pulse: Pulse) -> bool:
    try:
        await client.auth_test()
    except FAILURES as error:
        if about_the_token(code(error)):
            refused(pulse, BOT_TOKEN_KEY, code(error))
        else:
            _LOG.warning("Slack cannot be reached", error=type(error).__name__)
        return False
    pulse.accepted(BOT_TOKEN_KEY)
    return True


def refused(pulse: Pulse, key: str, reason: str) -> None:
    """Note that Slack does not take a token; said once in the log, with the remedy."""
    if pulse.refused(key, reason):
        _LOG.error(f"Slack refuses [slack] {key}: install the app again and renew it from the app's pages", code=reason)


async def slack_id_of(client: AsyncWebClient, email: str) -> str | None:
    """The user id behind an e-mail address of this workspace; "" when nobody has it, None when Slack did not say."""
    try:
        answer = await client.users_lookupByEmail(email=email)
    except SlackApiError as error:
        return "" if error.response.get("error") == "users_not_found" else None
    except FAILURES:
        return None
    return text_at(answer.data, "user", "id")
