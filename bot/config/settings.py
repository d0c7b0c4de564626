"""All settings together."""

from collections.abc import Iterator
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, SecretStr
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.config.care import Privacy, Safeguarding
from bot.config.mail import Mail
from bot.config.platforms import Slack, Telegram
from bot.config.rhythm import Mentoring, Schedule, Team
from bot.config.sections import Programme, Storage, Web

_SQLITE = "sqlite:///"


class Settings(BaseSettings):
    """Every setting; what the environment gives wins over what the constructor is handed from the file."""

    model_config = SettingsConfigDict(
        env_prefix="PLACEMATE_",
        env_nested_delimiter="__",
        env_ignore_empty=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )

    programme: Programme = Field(default_factory=Programme)
    web: Web = Field(default_factory=Web)
    storage: Storage = Field(default_factory=Storage)
    telegram: Telegram | None = None
    slack: Slack | None = None
    mail: Mail | None = None
    schedule: Schedule = Field(default_factory=Schedule)
    mentoring: Mentoring = Field(default_factory=Mentoring)
    team: Team = Field(default_factory=Team)
    safeguarding: Safeguarding = Field(default_factory=Safeguarding)
    privacy: Privacy = Field(default_factory=Privacy)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment first, then the file."""
        return env_settings, init_settings

    @property
    def controller(self) -> str:
        """Who answers for the data, as the consent names it."""
        return self.privacy.controller or self.programme.name

    @property
    def anonymous_form(self) -> str:
        """The address of the form for reports without a name, or "" where there is none."""
        address = self.web.public_url if self.privacy.anonymous_form else None
        return f"{address}/anonymous" if address else ""

    def second_channel_lacks(self) -> str:
        """Why nothing could be sent to the second channel; "" when all is there, or no such channel is named."""
        channel = self.safeguarding.second_channel or ""
        if channel.startswith("telegram:") and self.telegram is None:
            return "names a Telegram chat, but there is no [telegram] section"
        if channel.startswith("mail:") and self.mail is None:
            return "names a mail address, but there is no [mail] section"
        return ""

    def rooted_in(self, folder: Path) -> Self:
        """The same settings with relative files counted from this folder: SQLite's, the key, the rota and others."""
        storage = self.storage.model_copy(update={"url": _rooted(self.storage.url, folder)})
        privacy = self.privacy.model_copy(update={"key_file": folder / self.privacy.key_file})
        care = self.safeguarding.model_copy(update={"rota": folder / self.safeguarding.rota})
        overlay = self.programme.overlay and folder / self.programme.overlay
        resources = self.programme.resources and folder / self.programme.resources
        programme = self.programme.model_copy(update={"overlay": overlay, "resources": resources})
        changed = {"storage": storage, "privacy": privacy, "safeguarding": care, "programme": programme}
        return self.model_copy(update=changed)

    def secrets(self) -> Iterator[str]:
        """Every secret value, for the log to mask."""
        password = urlsplit(self.storage.url).password
        if password:
            yield password
        yield from _secrets_in(self)


def _rooted(url: str, folder: Path) -> str:
    name = url.removeprefix(_SQLITE)
    if name == url or not name or name.startswith((":memory:", "file:")):
        return url
    return f"{_SQLITE}{folder / name}"


def _secrets_in(model: BaseModel) -> Iterator[str]:
    for _, value in model:
        if isinstance(value, SecretStr):
            yield value.get_secret_value()
        elif isinstance(value, BaseModel):
            yield from _secrets_in(value)
