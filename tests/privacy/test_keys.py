import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot.config import ConfigError, Privacy, Settings, Storage
from bot.privacy.keys import load_vault
from storage import roster
from storage.unit_of_work import unit_of_work
from tests.databases import connected
from tests.settable_clock import SettableClock


def settings_with(url: str, key_file: Path, master_key: str = "") -> Settings:
    privacy = Privacy(key_file=key_file, master_key=SecretStr(master_key) if master_key else None)
    return Settings(storage=Storage(url=url), privacy=privacy)


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "placemate.key"


def sealed_with(settings: Settings) -> str:
    """Bring one person in under these settings; gives her wrapped key."""
    with (
        connected(settings.storage.url) as engine,
        unit_of_work(engine, load_vault(settings), SettableClock().now()) as uow,
    ):
        data_key = uow.vault.new_key()
        roster.add_person(uow.db, {"id": "1", "name": "Example Student", "role": "student", "data_key": data_key})
    return data_key


def test_the_first_start_makes_a_key_that_only_its_owner_can_read(sqlite_url: str, key_file: Path) -> None:
    load_vault(settings_with(sqlite_url, key_file))
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    Fernet(key_file.read_text().strip())
    assert [path.name for path in key_file.parent.iterdir()] == ["placemate.key"]


def test_the_next_start_opens_what_the_first_one_sealed(sqlite_url: str, key_file: Path) -> None:
    settings = settings_with(sqlite_url, key_file)
    data_key = sealed_with(settings)
    words = load_vault(settings).seal(data_key, "example words")
    assert load_vault(settings).open(data_key, words) == "example words"


def test_programs_that_start_together_agree_on_one_key(sqlite_url: str, key_file: Path) -> None:
    settings = settings_with(sqlite_url, key_file)
    with ThreadPoolExecutor(8) as many:
        vaults = list(many.map(load_vault, [settings] * 8))
    data_key = vaults[0].new_key()
    assert {vault.open(data_key, vaults[0].seal(data_key, "words")) for vault in vaults} == {"words"}


def test_a_lost_key_file_is_never_replaced_by_a_new_one(sqlite_url: str, key_file: Path) -> None:
    settings = settings_with(sqlite_url, key_file)
    sealed_with(settings)
    key_file.unlink()
    with pytest.raises(ConfigError, match=r"placemate\.key is missing.*restore that file"):
        load_vault(settings)
    assert not key_file.exists()


def test_another_key_than_the_databases_own_is_refused(sqlite_url: str, key_file: Path) -> None:
    sealed_with(settings_with(sqlite_url, key_file))
    other = settings_with(sqlite_url, key_file, Fernet.generate_key().decode())
    with pytest.raises(ConfigError, match=r"\[privacy\] master_key is not the key this database was written with"):
        load_vault(other)


def test_a_new_master_key_opens_the_old_ones_words_when_both_are_given(sqlite_url: str, key_file: Path) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    data_key = sealed_with(settings_with(sqlite_url, key_file, old))
    words = load_vault(settings_with(sqlite_url, key_file, old)).seal(data_key, "words")
    assert load_vault(settings_with(sqlite_url, key_file, f"{new}, {old}")).open(data_key, words) == "words"
    assert not key_file.exists()


@pytest.mark.parametrize("phrase", ["correct horse battery staple", "abc", "é" * 44, "ab=" * 20])
def test_a_passphrase_is_refused_with_the_way_to_make_a_key_and_not_repeated(
    sqlite_url: str, key_file: Path, phrase: str
) -> None:
    with pytest.raises(ConfigError, match=r"does not hold a key.*Fernet\.generate_key") as refused:
        load_vault(settings_with(sqlite_url, key_file, phrase))
    assert phrase not in str(refused.value)


def test_an_empty_or_broken_key_file_is_told_by_name(sqlite_url: str, key_file: Path) -> None:
    key_file.parent.mkdir()
    for content in (b"", b"\xff\xfe\x00"):
        key_file.write_bytes(content)
        with pytest.raises(ConfigError, match=r"placemate\.key"):
            load_vault(settings_with(sqlite_url, key_file))
