import pytest

from bot.config import ConfigError, load
from tests.config.conftest import Write

SECRET = "1234567:AAExample-token_that_is_long_enough_0"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[telegram]\ntokne = "x"\ntoken = "1:x"', "[telegram] tokne is unknown: did you mean token?"),
        ("[telegrm]\n", "[telegrm] is unknown: did you mean telegram?"),
        ("[web]\nzzz = 1", "[web] zzz is unknown: known are listen, public_url"),
        (
            'telegram = "on"',
            "[telegram] is a section: give its keys one by one, below [telegram] or as PLACEMATE_TELEGRAM__KEY",
        ),
        (
            "[telegram]\n",
            "[telegram] token is missing: write it there, or set PLACEMATE_TELEGRAM__TOKEN "
            "(The bot's token, from @BotFather.)",
        ),
        (
            '[telegram]\ntoken = "1:x"\nmode = "poling"',
            "[telegram] mode cannot be used: Input should be 'polling' or 'webhook' "
            "(polling asks Telegram and needs no public address; webhook is called by Telegram.)",
        ),
        (
            '[telegram]\ntoken = "1:x"\nbase_url = "https://api.telegram.org"',
            "[telegram] base_url cannot be used: let it end in /bot: the token is appended to it "
            "(The Bot API; ends in /bot. Name a local Bot API server here.)",
        ),
        (
            '[slack]\nbot_token = "xoxb-x"',
            '[slack] cannot be used: mode = "socket" needs app_token, '
            "the app-level token (xapp-) from Basic Information",
        ),
        (
            '[slack]\nbot_token = "xoxb-x"\nmode = "http"',
            '[slack] cannot be used: mode = "http" needs signing_secret, from Basic Information',
        ),
        (
            '[programme]\ntimezone = "Europe/Olso"',
            "[programme] timezone cannot be used: no such time zone: did you mean Europe/Oslo? "
            "(An IANA name like Europe/Oslo; a student's own zone in the roster comes first.)",
        ),
        (
            '[web]\nlisten = "8080"',
            "[web] listen has not the right form "
            "(Host and port; stay on 127.0.0.1 behind a reverse proxy that ends TLS.)",
        ),
        (
            '[privacy]\nconfidential_contact = { fr = "x" }',
            "[privacy] confidential_contact has not the right form "
            "(A service that passes nothing on: one text, or one for each language.)",
        ),
        (
            '[storage]\nurl = "postgres://host/name"',
            "[storage] url cannot be used: begin it with postgresql+psycopg://, the driver that is installed "
            "(sqlite:///FILE, beside this file, or postgresql+psycopg://USER:PASSWORD@HOST/NAME.)",
        ),
    ],
)
def test_an_error_names_the_file_the_key_and_the_remedy(text: str, message: str, loaded: Write) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(text)
    file, _, rest = str(caught.value).partition(": ")
    assert file.endswith("config.toml")
    assert rest == message


def test_every_wrong_key_is_told_at_once(loaded: Write) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded('[web]\nlisten = "8080"\n[privacy]\nretention_months = 0\n[slack]\nescalation_channel = "#help"')
    assert [line.split(": ", 1)[1].split(" ")[:2] for line in str(caught.value).splitlines()] == [
        ["[web]", "listen"],
        ["[slack]", "bot_token"],
        ["[slack]", "escalation_channel"],
        ["[privacy]", "retention_months"],
    ]


def test_a_value_from_the_environment_is_traced_to_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLACEMATE_SLACK__MODE", "sockets")
    monkeypatch.setenv("PLACEMATE_SLACK__BOT_TOKEN", "xoxb-x")
    with pytest.raises(
        ConfigError, match=r"^environment variable PLACEMATE_SLACK__MODE: \[slack\] mode cannot be used"
    ):
        load()


@pytest.mark.parametrize("variable", ["PLACEMATE_TELEGRAM", "PLACEMATE_WEB"])
def test_a_section_as_one_variable_is_refused_with_the_remedy(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, SECRET)
    with pytest.raises(ConfigError, match=r"^environment.* keys one by one") as caught:
        load()
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        f'[telegram]\ntoken = ["{SECRET}"]',
        f'[telegram]\ntoken = "1:x"\nwebhook_secret = "{SECRET}"',
        f'[telegram]\ntoken = "1:x"\nbase_url = "ftp://{SECRET}"',
        f'[slack]\nbot_token = "{SECRET}"',
        f'[safeguarding]\nsecond_channel = "{SECRET}"',
        f'[storage]\nurl = "mysql://user:{SECRET}@host/name"',
        f'[privacy]\nmaster_key = {{ value = "{SECRET}" }}',
        f"[telegram]\ntoken = {SECRET}",
    ],
)
def test_no_error_shows_a_value_not_even_behind_it(text: str, loaded: Write) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(text)
    error: BaseException | None = caught.value
    assert error is not None
    assert SECRET not in str(error)
    assert error.__suppress_context__ or error.__context__ is None
