"""The platforms; each is off while its section is absent."""

import re
from typing import Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator

from bot.config.section import Secret, Section, Text, WebAddress


class Telegram(Section):
    """Students on Telegram; off while this section is absent."""

    token: SecretStr = Field(
        min_length=1, description="The bot's token, from @BotFather.", examples=["123456:replace-me"]
    )
    mode: Literal["polling", "webhook"] = Field(
        default="polling",
        description="polling asks Telegram and needs no public address; webhook is called by Telegram.",
    )
    webhook_secret: Secret = Field(
        default=None,
        description="Telegram repeats it at every webhook call; a call without it is refused.",
        examples=["replace-me"],
    )
    bot_username: Text = Field(
        default=None, description="For invitation links; left out: Telegram is asked.", examples=["example_bot"]
    )
    base_url: WebAddress = Field(
        default="https://api.telegram.org/bot",
        description="The Bot API; ends in /bot. Name a local Bot API server here.",
    )
    base_file_url: WebAddress = Field(
        default_factory=lambda known: re.sub(r"/bot$", "/file/bot", known["base_url"]),
        description="The Bot API's files; left out: beside base_url.",
        examples=["https://api.telegram.org/file/bot"],
    )
    connect_timeout: float = Field(default=5, gt=0, description="Seconds to reach the Bot API.")
    read_timeout: float = Field(default=20, gt=0, description="Seconds to wait for its answer.")
    poll_timeout: int = Field(default=25, ge=0, le=50, description="Seconds that a poll waits for news.")

    @field_validator("webhook_secret")
    @classmethod
    def _telegram_takes_it(cls, secret: Secret) -> Secret:
        # core.telegram.org/bots/api#setwebhook
        if secret and not re.fullmatch(r"[\w-]{1,256}", secret.get_secret_value(), re.ASCII):
            raise ValueError("use 1 to 256 of A-Z a-z 0-9 _ -")
        return secret

    @field_validator("base_url", "base_file_url")
    @classmethod
    def _takes_a_token(cls, url: str) -> str:
        # The library appends the token, or puts it where {token} stands.
        url = url.rstrip("/")
        if not url.endswith("/bot") and "{token}" not in url:
            raise ValueError("let it end in /bot: the token is appended to it")
        return url


class Slack(Section):
    """Coordinators in Slack, and students who prefer it; off while this section is absent."""

    bot_token: SecretStr = Field(
        min_length=1,
        description="The bot user's token (xoxb-), from OAuth & Permissions.",
        examples=["xoxb-replace-me"],
    )
    mode: Literal["socket", "http"] = Field(
        default="socket", description="socket needs no public address; http is called by Slack at /slack/events."
    )
    app_token: Secret = Field(
        default=None,
        description="The app-level token (xapp-), from Basic Information; socket mode needs it.",
        examples=["xapp-replace-me"],
    )
    signing_secret: Secret = Field(
        default=None,
        description="From Basic Information; http mode proves with it that Slack calls.",
        examples=["replace-me"],
    )
    escalation_channel: Text = Field(
        default=None,
        description="The id of the coordinators' private channel, from its details; cards are posted there.",
        examples=["C0123456789"],
    )
    operator_channel: Text = Field(
        default=None,
        description="The id of a channel for notes about the program itself; left out: escalation_channel.",
        examples=["C0123456789"],
    )
    base_url: WebAddress = Field(default="https://slack.com/api/", description="Slack's Web API; ends in /api/.")
    timeout: float = Field(default=20, gt=0, description="Seconds to wait for Slack's answer.")

    @field_validator("base_url")
    @classmethod
    def _with_a_last_slash(cls, url: str) -> str:
        return url.rstrip("/") + "/"

    @field_validator("escalation_channel", "operator_channel")
    @classmethod
    def _an_id(cls, channel: str | None) -> str | None:
        if channel and channel.startswith("#"):
            raise ValueError("give the channel's id, like C0123456789, not its name")
        return channel

    @model_validator(mode="after")
    def _can_hear_slack(self) -> Self:
        if self.mode == "socket" and self.app_token is None:
            raise ValueError('mode = "socket" needs app_token, the app-level token (xapp-) from Basic Information')
        if self.mode == "http" and self.signing_secret is None:
            raise ValueError('mode = "http" needs signing_secret, from Basic Information')
        return self
