"""Asking Slack whether a configuration would work, without changing anything."""

from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.adapters.slack.web import FAILURES, about_the_token, code, web_client
from bot.config.platforms import Slack

NEEDED_SCOPES = frozenset({
    "app_mentions:read", "channels:read", "chat:write", "commands", "files:read", "files:write", "groups:read",
    "im:history", "im:read", "im:write", "users:read", "users:read.email",
})  # fmt: skip
"""Those of the manifest."""
_SCOPES_HEADER = "x-oauth-scopes"


@dataclass(frozen=True, slots=True)
class Seen:
    """What Slack said.

    `missing` scopes; whether the app is in the coordinators' channel (None: nobody could tell); and what is wrong with
    the bot token, with the channel, with the app token.
    """

    trouble: str = ""
    missing: tuple[str, ...] = ()
    in_channel: bool | None = None
    channel_trouble: str = ""
    app_trouble: str = ""


async def probe(section: Slack) -> Seen:
    """Try the bot token (auth.test), its scopes, the channel (conversations.info) and the app token."""
    async with web_client(section.bot_token.get_secret_value(), section.base_url) as client:
        try:
            answer = await client.auth_test()
        except FAILURES as error:
            return Seen(trouble=_told(error, "bot_token"))
        in_channel, channel_trouble = await _channel(client, section.escalation_channel)
        app_trouble = await _app_token(client, section)
        return Seen("", _missing(answer), in_channel, channel_trouble, app_trouble)


def _missing(answer: AsyncSlackResponse) -> tuple[str, ...]:
    """Scopes the token lacks; none where Slack does not say which it has."""
    said = {name.lower(): value for name, value in answer.headers.items()}.get(_SCOPES_HEADER)
    granted = {scope.strip() for scope in str(said or "").split(",")}
    return tuple(sorted(NEEDED_SCOPES - granted)) if said else ()


async def _channel(client: AsyncWebClient, channel: str | None) -> tuple[bool | None, str]:
    if not channel:
        return None, ""
    try:
        answer = await client.conversations_info(channel=channel)
    except FAILURES as error:
        return None, code(error)
    about = answer.get("channel")
    return (bool(about.get("is_member")), "") if isinstance(about, dict) else (None, "no_channel")


async def _app_token(client: AsyncWebClient, section: Slack) -> str:
    if section.mode != "socket" or section.app_token is None:
        return ""
    try:
        await client.apps_connections_open(app_token=section.app_token.get_secret_value())
    except FAILURES as error:
        return _told(error, "app_token")
    return ""


def _told(error: BaseException, key: str) -> str:
    reason = code(error)
    if about_the_token(reason):
        return f"{key} is not accepted ({reason}); copy it anew from the app's pages"
    return f"base_url cannot be reached with {key} ({reason}); mend it, or the network"
