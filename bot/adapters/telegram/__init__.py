"""Telegram, by long polling or by webhook.

We chose python-telegram-bot as transport only: its request interface, its errors and its multipart encoding, but
neither its updater nor its objects. The updater confirms updates before they are handled, one update that it cannot
parse stops it for good, and building its objects costs more than the rest of a turn. What we gave up is its typed
view of an update: `inbound` reads the few fields that we need itself.
"""

from bot.adapters.telegram.inbound import Account
from bot.adapters.telegram.listen import Polling
from bot.adapters.telegram.request import AiohttpRequest, BotApi
from bot.adapters.telegram.transport import TelegramTransport
from bot.adapters.telegram.webhook import Webhook

__all__ = ["Account", "AiohttpRequest", "BotApi", "Polling", "TelegramTransport", "Webhook"]
