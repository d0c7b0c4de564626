from datetime import time
from pathlib import Path

import pytest

from bot.config import ConfigError, find, load
from tests.config.conftest import Write


def test_without_a_file_the_defaults_hold_and_every_platform_is_off(tmp_path: Path) -> None:
    settings = load()
    assert (settings.telegram, settings.slack) == (None, None)
    assert settings.storage.url == f"sqlite:///{tmp_path}/placemate.db"
    assert (settings.web.host, settings.web.port) == ("127.0.0.1", 8080)
    assert (settings.programme.quiet_from, settings.programme.quiet_to) == (time(20), time(8))


def test_the_given_file_comes_before_the_environment_s_and_that_before_the_one_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, named, here = tmp_path / "given.toml", tmp_path / "named.toml", tmp_path / "config.toml"
    assert find() is None
    for path in (given, named, here):
        path.touch()
    assert find() == Path("config.toml")
    monkeypatch.setenv("PLACEMATE_CONFIG", str(named))
    assert find() == named
    assert find(given) == given


def test_a_named_file_that_is_not_there_is_an_error_not_a_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLACEMATE_CONFIG", str(tmp_path / "missing.toml"))
    with pytest.raises(ConfigError, match=r"missing\.toml: there is no such file; copy config\.example\.toml"):
        load()


def test_the_environment_wins_over_the_file_key_by_key(loaded: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLACEMATE_TELEGRAM__TOKEN", "1:environment")
    monkeypatch.setenv("placemate_web__listen", "[::1]:0")
    settings = loaded('[telegram]\ntoken = "1:file"\nmode = "webhook"\n[web]\nlisten = "127.0.0.1:1"')
    assert settings.telegram is not None
    assert settings.telegram.token.get_secret_value() == "1:environment"
    assert settings.telegram.mode == "webhook"
    assert (settings.web.host, settings.web.port) == ("::1", 0)


def test_the_environment_alone_switches_a_platform_on_unless_it_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLACEMATE_TELEGRAM__TOKEN", "")
    assert load().telegram is None
    monkeypatch.setenv("PLACEMATE_TELEGRAM__TOKEN", "1:environment")
    assert load().telegram is not None


def test_lists_and_texts_need_no_json_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLACEMATE_SAFEGUARDING__ON_CALL", "guard-1, guard-2")
    monkeypatch.setenv("PLACEMATE_PRIVACY__DUTY_TO_REPORT_NOTICE", "Staff must report abuse.")
    settings = load()
    assert settings.safeguarding.on_call == ("guard-1", "guard-2")
    assert settings.privacy.duty_to_report_notice["nb"] == "Staff must report abuse."


def test_relative_files_are_counted_from_the_configuration_s_folder(tmp_path: Path) -> None:
    folder = tmp_path / "etc"
    folder.mkdir()
    (folder / "pm.toml").write_text('[storage]\nurl = "sqlite:///data/x.db"\n[privacy]\nkey_file = "x.key"')
    settings = load(folder / "pm.toml")
    assert settings.storage.url == f"sqlite:///{folder}/data/x.db"
    assert settings.privacy.key_file == folder / "x.key"


@pytest.mark.parametrize(
    "url", ["sqlite:////var/lib/placemate.db", "sqlite://", "sqlite:///:memory:", "postgresql+psycopg://a:b@host/name"]
)
def test_other_addresses_of_a_database_stay_as_they_are(url: str, loaded: Write) -> None:
    assert loaded(f'[storage]\nurl = "{url}"').storage.url == url


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[programme]\nname = "Praksis på Nes"', encoding="utf-8-sig")
    assert load(path).programme.name == "Praksis på Nes"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"[programme]\nname = unquoted", "not valid TOML: .*line 2"), (b"name = '\xe6'", "not UTF-8 text")],
)
def test_a_file_that_cannot_be_read_is_named_with_the_remedy(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=rf"config\.toml: {said}"):
        load(path)
