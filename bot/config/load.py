"""Finding and reading the configuration."""

import os
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import SettingsError

from bot.config.errors import ConfigError, explained
from bot.config.settings import Settings

DEFAULT = Path("config.toml")


def find(path: Path | None = None) -> Path | None:
    """The configuration file that counts: the given one, PLACEMATE_CONFIG's, config.toml here, or none.

    Raises:
        ConfigError: a file was named and is not there.
    """
    named = path or (Path(value) if (value := os.environ.get("PLACEMATE_CONFIG")) else None)
    if named is None:
        return DEFAULT if DEFAULT.is_file() else None
    if not named.is_file():
        raise ConfigError(
            f"{named}: there is no such file; copy config.example.toml there, or mend --config or PLACEMATE_CONFIG"
        )
    return named


def load(path: Path | None = None) -> Settings:
    """The settings of a file with the environment over it; relative files are counted from the file's folder.

    Raises:
        ConfigError: names the file, each key that is wrong and its remedy, and no value.
    """
    source = find(path)
    content = _read(source) if source else {}
    settings = _validated(content, source)
    if isinstance(settings, ConfigError):
        # Raised out here so that pydantic's error, which holds the values, is not its context.
        raise settings
    return settings.rooted_in((source.parent if source else Path()).absolute())


def _validated(content: dict[str, Any], source: Path | None) -> Settings | ConfigError:
    try:
        return Settings(**content)
    except ValidationError as error:
        return explained(error, source)
    except SettingsError as error:
        return ConfigError(f"environment: {error}; give the section's keys one by one, like PLACEMATE_WEB__LISTEN")


def _read(source: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(source.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f'{source}: not valid TOML: {error}; texts stand in quotes: key = "text"') from None
    except UnicodeDecodeError:
        raise ConfigError(f"{source}: not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise ConfigError(f"{source}: cannot be read ({error.strerror}); mend its permissions") from None
