"""The master key: from the settings or the environment, else from a file that lies outside the database."""

import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import inspect

from bot.config import ConfigError, Settings
from storage.database import connect
from storage.people import any_data_key
from storage.vault import Vault

ONLY_OWNER = 0o600
HOW_TO_MAKE_ONE = (
    "make one with: .venv/bin/python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'"
)


def load_vault(settings: Settings) -> Vault:
    """The vault that opens this database's words.

    `[privacy] master_key` holds one key or several, separated by commas, the newest first; without it the key file is
    read, and made where there is neither a file nor anything that it would have to open.

    Raises:
        ConfigError: the key has not the shape of one, is missing, or is not the one this database was written with.
    """
    privacy, in_use = settings.privacy, _a_key_in_use(settings)
    if privacy.master_key is not None:
        origin, text = "[privacy] master_key", privacy.master_key.get_secret_value()
    else:
        origin, text = f"key file {privacy.key_file}", _from_file(privacy.key_file, in_use)
    vault = Vault(_keys_in(text, origin))
    if in_use:
        _try(vault, in_use, origin)
    return vault


def _a_key_in_use(settings: Settings) -> str | None:
    """One person's wrapped key, or None when the database holds none yet."""
    engine = connect(settings.storage.url)
    try:
        if not inspect(engine).has_table("person"):
            return None
        with engine.begin() as db:
            return any_data_key(db)
    finally:
        engine.dispose()


def _from_file(path: Path, in_use: str | None) -> str:
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        pass
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise ConfigError(f"[privacy] key_file: {path} cannot be read ({reason}); mend it or restore it") from None
    if in_use:
        raise ConfigError(
            f"[privacy] key_file: {path} is missing, and the database was written with it; restore that file from your "
            "backup, or give its content as PLACEMATE_PRIVACY__MASTER_KEY. A new key could open nothing of it"
        )
    return _make(path)


def _make(path: Path) -> str:
    """Write a new key file at once and whole; of two programs that do so together, one wins and both use its key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OWNER)
    with os.fdopen(descriptor, "wb") as file:
        file.write(Fernet.generate_key() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        pass  # somebody was faster
    finally:
        fresh.unlink()
    return path.read_text(encoding="ascii")


def _keys_in(text: str, origin: str) -> list[bytes]:
    keys = [part.encode() for part in text.replace(",", " ").split()]
    if not keys or not all(_is_key(key) for key in keys):
        raise ConfigError(f"{origin} does not hold a key (44 characters that end in =); {HOW_TO_MAKE_ONE}")
    return keys


def _is_key(key: bytes) -> bool:
    try:
        Fernet(key)
    except ValueError:
        return False
    return True


def _try(vault: Vault, data_key: str, origin: str) -> None:
    try:
        vault.seal(data_key, "")
    except InvalidToken:
        raise ConfigError(
            f"{origin} is not the key this database was written with; restore that one, or put it behind the new one, "
            "with a comma between"
        ) from None
