"""The manifest asks for what the adapter uses, and for nothing else."""

import re
from pathlib import Path

from bot.adapters.slack.inbound import COMMAND, REVOKED

MANIFEST = (Path(__file__).parents[3] / "slack-manifest.yaml").read_text()


def test_the_command_and_the_events_are_those_that_are_read() -> None:
    assert f"command: {COMMAND}\n" in MANIFEST
    events = set(re.findall(r"^      - ([a-z_.]+)$", MANIFEST.partition("bot_events:")[2], re.MULTILINE))
    assert events == {"app_home_opened", "app_mention", "message.im", *REVOKED}


def test_no_scope_lets_the_app_read_channels() -> None:
    scopes = set(re.findall(r"^      - ([a-z_]+:[a-z.]+|commands)", MANIFEST.partition("bot:\n")[2], re.MULTILINE))
    assert {"chat:write", "im:history", "users:read.email", "commands"} <= scopes
    assert not scopes & {"channels:history", "groups:history", "mpim:history", "chat:write.public"}
