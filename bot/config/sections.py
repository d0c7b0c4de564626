"""The sections of the programme and its machine; each field's description is its line in the reference."""

from datetime import time
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import Field, StringConstraints, field_validator
from rapidfuzz import process

from bot.config.section import Language, Section, WebAddress

Country = Annotated[str, StringConstraints(to_upper=True, pattern=r"^([A-Za-z]{2})?$")]
Listen = Annotated[str, StringConstraints(pattern=r"^(\[[0-9a-fA-F:]+\]|[^:\s]+):\d{1,5}$")]


class Programme(Section):
    """Whose programme this is."""

    name: str = Field(default="Internship programme", min_length=1, description="How the programme is called in texts.")
    bot_name: str = Field(default="Placemate", min_length=1, description="How the bot calls itself.")
    timezone: str = Field(
        default="UTC", description="An IANA name like Europe/Oslo; a student's own zone in the roster comes first."
    )
    country: Country = Field(
        default="",
        description="Two letters; its emergency numbers serve where a placement names no country of its own.",
    )
    language: Language = Field(
        default="en", description="The language to begin in where the roster names none: en or nb."
    )
    invitation_check: Literal["off"] = Field(
        default="off", description="A second check when an invitation is used; off: the one-time link is enough."
    )
    overlay: Path | None = Field(
        default=None,
        description="The programme's own words, questions and thresholds: a TOML file beside this one.",
        examples=["overlay.toml"],
    )
    resources: Path | None = Field(
        default=None,
        description="The programme's own resources (housing offices, links, guides): a TOML file beside this one.",
        examples=["resources.toml"],
    )
    quiet_from: time = Field(default=time(20), description="From this local time on nothing is sent that can wait.")
    quiet_to: time = Field(default=time(8), description="From this local time on it is sent again.")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            close = process.extractOne(name, available_timezones(), score_cutoff=60)
            hint = f"did you mean {close[0]}?" if close else "use an IANA name like Europe/Oslo"
            raise ValueError(f"no such time zone: {hint}") from None
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The programme's zone with its rules."""
        return ZoneInfo(self.timezone)


class Web(Section):
    """Where the program listens for webhooks, health and metrics."""

    listen: Listen = Field(
        default="127.0.0.1:8080", description="Host and port; stay on 127.0.0.1 behind a reverse proxy that ends TLS."
    )
    public_url: WebAddress | None = Field(
        default=None,
        description="The address the internet reaches it by; Telegram's webhook needs it.",
        examples=["https://placemate.example.org"],
    )

    @field_validator("public_url")
    @classmethod
    def _without_a_last_slash(cls, url: str | None) -> str | None:
        return url.rstrip("/") if url else url

    @property
    def host(self) -> str:
        """The host to bind, without the brackets of an IPv6 address."""
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """The port to bind; 0 lets the system choose."""
        return int(self.listen.rpartition(":")[2])


class Storage(Section):
    """Where everything is remembered."""

    url: str = Field(
        default="sqlite:///placemate.db",
        description="sqlite:///FILE, beside this file, or postgresql+psycopg://USER:PASSWORD@HOST/NAME.",
        repr=False,  # it may hold a password
    )

    @field_validator("url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        scheme, _, _ = url.partition("://")
        if scheme in ("postgres", "postgresql"):
            raise ValueError("begin it with postgresql+psycopg://, the driver that is installed")
        if scheme not in ("sqlite", "postgresql+psycopg"):
            raise ValueError("begin it with sqlite:/// or postgresql+psycopg://")
        return url
