"""The way to Slack's Web API: one client over one session, and what its errors mean to delivery."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeAlias

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.delivery.transport import SendAgain, SendNever, Unreachable

FAILURES = (SlackClientError, aiohttp.ClientError, OSError, TimeoutError, ValueError, AttributeError)
"""Whatever a call can end in. The last two come from answers that are not JSON, which the library takes for granted."""
Failure: TypeAlias = SendAgain | SendNever

_SECONDS = 20
_TOKEN_PAUSE = 30.0
_TOKEN = frozenset(
    {"invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive", "org_login_required"}
)
_LATER = frozenset(
    {"ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"}
    | {"team_added_to_org", "accesslimited", "conversations_open_failed", "external_channel_migrating"}
)
_GONE = frozenset({"user_not_found", "users_not_found", "user_disabled", "user_not_visible", "cannot_dm_bot"})
_CLOSED = frozenset({"channel_not_found", "is_archived"})
"""Said of one person's chat: it was hers, and she is no longer there."""
_LIMITED = frozenset({"ratelimited", "rate_limited"})
"""Codes: docs.slack.dev/reference/methods/chat.postMessage#errors, conversations.open, views.publish."""


@asynccontextmanager
async def web_client(token: str, base_url: str) -> AsyncIterator[AsyncWebClient]:
    """A client whose calls share one session; `base_url` ends in /api/. It never repeats a call: the outbox does."""
    timeout = aiohttp.ClientTimeout(total=_SECONDS)
    async with aiohttp.ClientSession(timeout=timeout, trust_env=True) as session:
        client = AsyncWebClient(token=token, base_url=base_url, session=session, retry_handlers=[])
        # The library reads HTTPS_PROXY and overlooks NO_PROXY; the session, told to trust the environment, heeds both.
        client.proxy = None
        yield client


def code(error: BaseException) -> str:
    """Slack's error code, or the kind of failure where Slack has not spoken."""
    answer = error.response if isinstance(error, SlackApiError) else None
    data = answer.data if isinstance(answer, AsyncSlackResponse) else None
    if isinstance(data, dict) and isinstance(data.get("error"), str):
        return str(data["error"])
    return f"http_{answer.status_code}" if isinstance(answer, AsyncSlackResponse) else type(error).__name__


def sorted_out(error: BaseException, *, person: bool, lane: bool) -> Failure:
    """What delivery is to do about a failed call.

    Args:
        error: one of `FAILURES`.
        person: the chat is one person's, so that a missing chat means a missing person.
        lane: a rate limit on this call holds for every chat.
    """
    reason, status = code(error), _status(error)
    if is_limited(error):
        return SendAgain(reason, after=_asked_for(error), lane=lane)
    if reason in _TOKEN:
        return SendAgain(reason, after=_TOKEN_PAUSE, lane=True)
    if reason in _LATER or status != 200:
        return SendAgain(reason)
    if reason in _GONE or (person and reason in _CLOSED):
        return Unreachable(reason)
    return SendNever(reason)


def is_limited(error: BaseException) -> bool:
    """Whether Slack asked us to slow down."""
    return code(error) in _LIMITED or _status(error) == 429


def about_the_token(reason: str) -> bool:
    """Whether the code says that nothing can be sent until somebody mends the token."""
    return reason in _TOKEN


def _status(error: BaseException) -> int:
    """The HTTP status of the answer; 0 where there was none, or none that could be read."""
    answer = error.response if isinstance(error, SlackApiError) else None
    return answer.status_code if isinstance(answer, AsyncSlackResponse) else 0


def _asked_for(error: BaseException) -> float:
    answer = error.response if isinstance(error, SlackApiError) else None
    headers = answer.headers if isinstance(answer, AsyncSlackResponse) else {}
    # A plain dict would be case-sensitive; aiohttp's is not.
    asked = str(headers.get("Retry-After", ""))
    return float(asked) if asked.isdecimal() else 1.0
