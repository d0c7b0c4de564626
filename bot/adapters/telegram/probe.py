"""Asking Telegram whether a configuration would work, without changing anything."""

from dataclasses import dataclass, field
from typing import Any

from telegram.error import InvalidToken, TelegramError

from bot.adapters.telegram.request import AiohttpRequest, BotApi
from bot.config.platforms import Telegram


@dataclass(frozen=True, slots=True)
class Seen:
    """What Telegram said: the bot's username, the webhook that is set, or why it said nothing."""

    username: str = ""
    webhook: dict[str, Any] = field(default_factory=dict)
    trouble: str = ""


async def probe(section: Telegram) -> Seen:
    """Who the bot is and where its updates go (getMe, getWebhookInfo)."""
    request = AiohttpRequest(connect_timeout=section.connect_timeout, read_timeout=section.read_timeout)
    api = BotApi(request, token=section.token.get_secret_value(), base_url=section.base_url)
    try:
        account = await api.get_me()
        return Seen(account.username, dict(await api.call("getWebhookInfo")))
    except InvalidToken:
        return Seen(trouble="token is not accepted; copy it anew from @BotFather")
    except TelegramError as error:
        return Seen(trouble=f"base_url cannot be reached ({type(error).__name__}); mend it, or the network")
    finally:
        await request.shutdown()


async def bot_name(section: Telegram) -> tuple[str, str]:
    """The bot's username, and what is in the way of knowing it."""
    seen = await probe(section)
    return seen.username, seen.trouble
