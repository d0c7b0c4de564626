"""The platforms a configuration names: their transports, their listeners, their routes."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial

from starlette.routing import BaseRoute

from bot.adapters.slack.answering.middleware import Answering
from bot.adapters.slack.listen import SocketMode, http_routes
from bot.adapters.slack.reach import reach, slack_id_of
from bot.adapters.slack.transport import SlackTransport
from bot.adapters.slack.web import web_client
from bot.adapters.telegram.listen import Polling
from bot.adapters.telegram.request import AiohttpRequest, BotApi, Commands
from bot.adapters.telegram.transport import TelegramTransport
from bot.adapters.telegram.webhook import Webhook
from bot.app.health import Health
from bot.app.program import Program
from bot.app.staff_accounts import find_staff
from bot.config.platforms import Slack, Telegram
from bot.delivery.transport import Transport
from bot.words.language import LANGUAGES, SOURCE, say, translate
from flows.notices import NOTICES
from flows.vocabulary import COMMANDS

Listener = Callable[[asyncio.Event], Coroutine[object, object, None]]


@dataclass
class Platforms:
    """What the configured platforms bring."""

    transports: list[Transport] = field(default_factory=list)
    listeners: list[Listener] = field(default_factory=list)
    routes: list[BaseRoute] = field(default_factory=list)


async def connect_platforms(program: Program, health: Health, stack: AsyncExitStack) -> Platforms:
    """Build every platform whose section is present; what must be closed is handed to `stack`."""
    platforms = Platforms()
    if program.settings.telegram:
        await _telegram(program, program.settings.telegram, health.expect("telegram"), stack, platforms)
    if program.settings.slack:
        await _slack(program, program.settings.slack, health.expect("slack"), stack, platforms)
    return platforms


def telegram_commands() -> Commands:
    """The command menu in every language; English is also everybody else's."""
    return {
        "" if language == SOURCE else language: [(word, say(f"command.{word}", language)) for word in COMMANDS]
        for language in LANGUAGES
    }


async def _telegram(
    program: Program, section: Telegram, alive: Callable[[], None], stack: AsyncExitStack, platforms: Platforms
) -> None:
    request = AiohttpRequest(connect_timeout=section.connect_timeout, read_timeout=section.read_timeout)
    await request.initialize()
    stack.push_async_callback(request.shutdown)
    api = BotApi(request, token=section.token.get_secret_value(), base_url=section.base_url)
    transport = TelegramTransport(api)
    stack.push_async_callback(transport.close)
    platforms.transports.append(transport)
    if section.mode == "polling":
        polling = Polling(
            api, program.door, alive=alive, answer=transport.answer_callback, commands=telegram_commands(),
            poll_timeout=section.poll_timeout,
        )  # fmt: skip
        platforms.listeners.append(polling.run)
        return
    secret = section.webhook_secret.get_secret_value() if section.webhook_secret else ""
    webhook = Webhook(
        api, program.door, public_url=program.settings.web.public_url or "", secret=secret, alive=alive,
        answer=transport.answer_callback, commands=telegram_commands(),
    )  # fmt: skip
    platforms.listeners.append(webhook.run)
    platforms.routes.extend(webhook.routes())


async def _slack(
    program: Program, section: Slack, alive: Callable[[], None], stack: AsyncExitStack, platforms: Platforms
) -> None:
    client = await stack.enter_async_context(web_client(section.bot_token.get_secret_value(), section.base_url))
    language = program.settings.programme.language
    answering = Answering(program.door, client, say, language)
    stack.push_async_callback(answering.settle)
    platforms.transports.append(
        SlackTransport(client, translate("notice.slack_home_more", NOTICES["slack_home_more"], language))
    )
    platforms.listeners.append(lambda stop: reach(client, alive, stop))
    platforms.listeners.append(lambda stop: find_staff(program, partial(slack_id_of, client), stop))
    if section.mode == "socket":
        app_token = section.app_token.get_secret_value() if section.app_token else ""
        platforms.listeners.append(SocketMode(answering, client, app_token, alive).run)
    else:
        secret = section.signing_secret.get_secret_value() if section.signing_secret else ""
        platforms.routes.extend(http_routes(answering, client, secret, alive))
