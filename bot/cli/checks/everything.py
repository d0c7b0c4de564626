"""All checks, one after the other."""

import asyncio

from bot.cli.checks import here, platforms
from bot.cli.checks.finding import Finding
from bot.clock import SystemClock
from bot.config import Settings


def findings_of(settings: Settings, *, offline: bool) -> list[Finding]:
    """What is wrong; `offline` asks no platform."""
    today = SystemClock().now().astimezone(settings.programme.zone).date()
    findings = [*platforms.configured(settings), *here.overlay(settings), *here.shelf(settings, today)]
    findings += here.kept(settings, today)
    return findings if offline else findings + asyncio.run(platforms.reached(settings))
