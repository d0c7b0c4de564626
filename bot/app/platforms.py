"""The platforms a configuration names: their transports, their listeners, their routes."""

from collections.abc import Collection
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial

from starlette.routing import BaseRoute

from bot.adapters.form.transport import FormTransport
from bot.adapters.mail.transport import MailTransport
from bot.adapters.slack.answering.middleware import Answering
from bot.adapters.slack.files import SlackFiles
from bot.adapters.slack.listen import SocketMode, http_routes
from bot.adapters.slack.reach import BOT_TOKEN_KEY, reach, slack_id_of
from bot.adapters.slack.transport import SlackTransport
from bot.adapters.slack.web import web_client
from bot.adapters.telegram.files import TelegramFiles
from bot.adapters.telegram.listen import Polling
from bot.adapters.telegram.request import AiohttpRequest, BotApi, Commands
from bot.adapters.telegram.transport import TelegramTransport
from bot.adapters.telegram.webhook import Webhook
from bot.app.anonymous import anonymous_routes
from bot.app.program import Program
from bot.app.staff_accounts import find_staff
from bot.app.steady.health import Health
from bot.app.steady.lease import Duty
from bot.config.platforms import Slack, Telegram
from bot.delivery.attachments import Collector, FileSource
from bot.delivery.transport import Transport
from bot.pulse import Pulse
from bot.words.language import LANGUAGES, SOURCE, say, translate
from flows.notices import NOTICES
from flows.vocabulary import COMMANDS, exists


@dataclass
class Platforms:
    """What the configured platforms bring.

    Of several programs on one database, only the owner runs the `transports` and `listeners`; each runs the
    `attendants` and serves the `routes`.
    """

    transports: list[Transport] = field(default_factory=list)
    listeners: list[Duty] = field(default_factory=list)
    attendants: list[Duty] = field(default_factory=list)
    routes: list[BaseRoute] = field(default_factory=list)
    files: list[FileSource] = field(default_factory=list)


async def connect_platforms(program: Program, health: Health, stack: AsyncExitStack) -> Platforms:
    """Build every platform whose section is present; what must be closed is handed to `stack`."""
    platforms = Platforms(transports=[FormTransport()], routes=anonymous_routes(program))
    if program.settings.telegram:
        await _telegram(program, program.settings.telegram, health.expect("telegram"), stack, platforms)
    if program.settings.slack:
        await _slack(program, program.settings.slack, health.expect("slack"), stack, platforms)
    if program.settings.mail:
        platforms.transports.append(
            MailTransport(program.settings.mail, program.clock, health.expect("mail", needed=False))
        )
    platforms.listeners.append(Collector(platforms.files, program.writer, program.house).run)
    return platforms


def telegram_commands(conversations: Collection[str]) -> Commands:
    """The commands for the conversations there are, in every language; English is also everybody else's."""
    words = [word for word in COMMANDS if exists(word, conversations)]
    return {
        "" if language == SOURCE else language: [(word, say(f"command.{word}", language)) for word in words]
        for language in LANGUAGES
    }


async def _telegram(
    program: Program, section: Telegram, pulse: Pulse, stack: AsyncExitStack, platforms: Platforms
) -> None:
    transport = TelegramTransport(await _bot_api(section, stack))
    stack.push_async_callback(transport.close)
    platforms.transports.append(transport)
    platforms.files.append(await _telegram_files(section, stack))
    # A poll that stalls is given a new connection, under which no message on its way out may be cut off.
    api = await _bot_api(section, stack)
    commands = telegram_commands(program.house.scripts.ids)
    if section.mode == "polling":
        polling = Polling(
            api, program.door, pulse=pulse, answer=transport.answer_callback, commands=commands,
            poll_timeout=section.poll_timeout,
        )  # fmt: skip
        platforms.listeners.append(polling.run)
        return
    secret = section.webhook_secret.get_secret_value() if section.webhook_secret else ""
    webhook = Webhook(
        api, program.door, public_url=program.settings.web.public_url or "", secret=secret, pulse=pulse,
        answer=transport.answer_callback, commands=commands,
    )  # fmt: skip
    platforms.attendants.append(webhook.run)
    platforms.routes.extend(webhook.routes())


async def _bot_api(section: Telegram, stack: AsyncExitStack) -> BotApi:
    request = await _request(section, stack)
    return BotApi(request, token=section.token.get_secret_value(), base_url=section.base_url)


async def _telegram_files(section: Telegram, stack: AsyncExitStack) -> TelegramFiles:
    request, token = await _request(section, stack), section.token.get_secret_value()
    api = BotApi(request, token=token, base_url=section.base_url)
    return TelegramFiles(api, request, token=token, base_file_url=section.base_file_url)


async def _request(section: Telegram, stack: AsyncExitStack) -> AiohttpRequest:
    request = AiohttpRequest(connect_timeout=section.connect_timeout, read_timeout=section.read_timeout)
    await request.initialize()
    stack.push_async_callback(request.shutdown)
    return request


async def _slack(program: Program, section: Slack, pulse: Pulse, stack: AsyncExitStack, platforms: Platforms) -> None:
    client = await stack.enter_async_context(web_client(section.bot_token.get_secret_value(), section.base_url))
    language = program.settings.programme.language
    answering = Answering(program.door, client, say, language, partial(pulse.refused, BOT_TOKEN_KEY))
    stack.push_async_callback(answering.settle)
    platforms.transports.append(
        SlackTransport(client, translate("notice.slack_home_more", NOTICES["slack_home_more"], language))
    )
    platforms.files.append(SlackFiles(client, section.base_url))
    platforms.attendants.append(partial(reach, client, pulse, counts=section.mode == "http"))
    platforms.listeners.append(lambda stop: find_staff(program, partial(slack_id_of, client), stop))
    if section.mode == "socket":
        app_token = section.app_token.get_secret_value() if section.app_token else ""
        platforms.listeners.append(SocketMode(answering, client, app_token, pulse).run)
    else:
        secret = section.signing_secret.get_secret_value() if section.signing_secret else ""
        platforms.routes.extend(http_routes(answering, client, secret, pulse.heard))
