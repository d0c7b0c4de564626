"""The platforms: can they be reached with what is configured, and would they reach us?"""

from collections.abc import Iterator
from ipaddress import ip_address
from typing import assert_never

from bot.adapters.mail import probe as mail
from bot.adapters.slack import probe as slack
from bot.adapters.telegram import probe as telegram
from bot.cli.checks.finding import Finding, error, warning
from bot.config import Settings, Slack, Telegram
from bot.config.mail import Mail

_TELEGRAM, _SLACK, _CHANNEL = "[telegram]", "[slack]", "[slack] escalation_channel"


def configured(settings: Settings) -> Iterator[Finding]:
    """What the settings alone say."""
    if settings.slack is None:
        yield error(_SLACK, "is missing: flagged cases would reach nobody; `placemate run` refuses to start")
    elif not settings.slack.escalation_channel:
        yield error(_CHANNEL, "is missing: flagged cases would reach nobody; give the id of the private channel")
    if settings.telegram:
        yield from _webhook(settings, settings.telegram)
    if missing := settings.second_channel_lacks():
        yield error("[safeguarding] second_channel", missing)
    if settings.mail:
        yield from _mail(settings.mail)
    if settings.slack and settings.slack.mode == "http" and not settings.web.public_url:
        yield warning("[web] public_url", 'is missing: with [slack] mode = "http" Slack must reach /slack/events')


def _mail(section: Mail) -> Iterator[Finding]:
    if section.password and section.security == "none" and not _is_this_machine(section.host):
        yield error("[mail] security", "is none: the password would cross the network readable; use starttls or tls")
    if bool(section.username) != bool(section.password):
        missing, given = ("password", "username") if section.username else ("username", "password")
        yield error(f"[mail] {missing}", f"is missing beside {given}; give both, or neither")


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _webhook(settings: Settings, section: Telegram) -> Iterator[Finding]:
    if section.mode != "webhook":
        return
    if not settings.web.public_url:
        yield error("[web] public_url", 'is missing: [telegram] mode = "webhook" needs the address Telegram can reach')
    elif not settings.web.public_url.startswith("https://"):
        yield warning("[web] public_url", "does not begin with https://, which Telegram wants of a webhook")
    if section.webhook_secret is None:
        yield warning("[telegram] webhook_secret", "is empty: anybody who knows the address could speak for a student")


async def reached(settings: Settings) -> list[Finding]:
    """What the platforms say when they are asked."""
    found: list[Finding] = []
    if settings.telegram:
        found += _telegram(settings, settings.telegram, await telegram.probe(settings.telegram))
    if settings.slack:
        found += _slack(settings.slack, await slack.probe(settings.slack))
    if settings.mail and (trouble := await mail.probe(settings.mail)):
        found.append(error("[mail]", trouble))
    return found


def _telegram(settings: Settings, section: Telegram, seen: telegram.Seen) -> Iterator[Finding]:
    if seen.trouble:
        yield error(_TELEGRAM, seen.trouble)
        return
    url = str(seen.webhook.get("url") or "")
    match section.mode:
        case "polling":
            if url:
                yield warning(f"{_TELEGRAM} mode", "is polling, but a webhook is set; `placemate run` takes it away")
        case "webhook":
            if settings.web.public_url and url and not url.startswith(settings.web.public_url):
                yield warning("[web] public_url", "is not where the webhook leads now; `placemate run` moves it")
            if message := str(seen.webhook.get("last_error_message") or ""):
                yield warning(f"{_TELEGRAM} mode", f"Telegram could not deliver lately: {message[:120]}")
        case _:
            assert_never(section.mode)
    if section.bot_username and section.bot_username.removeprefix("@").lower() != seen.username.lower():
        yield error(f"{_TELEGRAM} bot_username", f"belongs to another bot: this token is {seen.username}'s")


def _slack(section: Slack, seen: slack.Seen) -> Iterator[Finding]:
    if seen.trouble:
        yield error(_SLACK, seen.trouble)
        return
    if seen.missing:
        scopes = ", ".join(seen.missing)
        yield error(
            _SLACK, f"the app lacks the scopes {scopes}; add them under OAuth & Permissions and install it again"
        )
    if seen.channel_trouble:
        yield error(_CHANNEL, f"cannot be seen ({seen.channel_trouble}); give its id, and invite the app with /invite")
    elif seen.in_channel is False:
        yield error(_CHANNEL, "the app is not a member of it; write /invite and the app's name there")
    if seen.app_trouble:
        yield error(_SLACK, seen.app_trouble)
