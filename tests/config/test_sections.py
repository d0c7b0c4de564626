import pytest

from bot.config import Settings
from tests.config.conftest import Write

TELEGRAM = '[telegram]\ntoken = "1:example"\n'
SLACK = '[slack]\nbot_token = "xoxb-example"\napp_token = "xapp-example"\n'


def test_the_platforms_begin_with_their_public_addresses(loaded: Write) -> None:
    settings = loaded(TELEGRAM + SLACK)
    assert settings.telegram is not None
    assert settings.slack is not None
    assert settings.telegram.base_url == "https://api.telegram.org/bot"
    assert settings.telegram.base_file_url == "https://api.telegram.org/file/bot"
    assert settings.slack.base_url == "https://slack.com/api/"
    assert (settings.telegram.mode, settings.slack.mode) == ("polling", "socket")


def test_files_are_fetched_from_the_server_that_is_named_so_that_no_token_goes_elsewhere(loaded: Write) -> None:
    settings = loaded(TELEGRAM + 'base_url = "http://127.0.0.1:8081/bot/"')
    assert settings.telegram is not None
    assert settings.telegram.base_url == "http://127.0.0.1:8081/bot"
    assert settings.telegram.base_file_url == "http://127.0.0.1:8081/file/bot"


def test_slack_s_address_ends_in_a_slash(loaded: Write) -> None:
    settings = loaded(SLACK + 'base_url = "https://slack-gov.com/api"')
    assert settings.slack is not None
    assert settings.slack.base_url == "https://slack-gov.com/api/"


def test_an_empty_secret_is_none(loaded: Write) -> None:
    settings = loaded(TELEGRAM + 'webhook_secret = ""\n[privacy]\nmaster_key = " "')
    assert settings.telegram is not None
    assert settings.telegram.webhook_secret is None
    assert settings.privacy.master_key is None


@pytest.mark.parametrize(
    ("written", "ids"), [('"guard-1"', ("guard-1",)), ('["guard-1", "guard-2"]', ("guard-1", "guard-2")), ('""', ())]
)
def test_one_on_call_or_several(written: str, ids: tuple[str, ...], loaded: Write) -> None:
    assert loaded(f"[safeguarding]\non_call = {written}").safeguarding.on_call == ids


@pytest.mark.parametrize(
    ("written", "by_language"),
    [
        ('"Call us."', {"en": "Call us.", "nb": "Call us."}),
        ('{ en = "Call us.", nb = "Ring oss." }', {"en": "Call us.", "nb": "Ring oss."}),
        ('""', {}),
    ],
)
def test_a_text_of_the_programme_s_own_is_one_or_by_language(
    written: str, by_language: dict[str, str], loaded: Write
) -> None:
    assert loaded(f"[privacy]\nconfidential_contact = {written}").privacy.confidential_contact == by_language


def test_the_controller_is_the_programme_unless_it_is_named(loaded: Write) -> None:
    assert loaded('[programme]\nname = "Example Programme"').controller == "Example Programme"
    assert loaded('[privacy]\ncontroller = "Example University"').controller == "Example University"


def test_a_country_is_written_in_capitals_and_a_zone_has_rules(loaded: Write) -> None:
    programme = loaded('[programme]\ncountry = "no"\ntimezone = "Europe/Oslo"').programme
    assert programme.country == "NO"
    assert programme.zone.key == "Europe/Oslo"


def every_secret(loaded: Write) -> Settings:
    return loaded(
        TELEGRAM
        + 'webhook_secret = "hook-example"\n'
        + SLACK
        + 'signing_secret = "sign-example"\n'
        + '[storage]\nurl = "postgresql+psycopg://user:pass-example@host/name"\n'
        + '[privacy]\nmaster_key = "key-example"'
    )


def test_every_secret_is_told_to_the_log_and_none_is_shown(loaded: Write) -> None:
    settings = every_secret(loaded)
    secrets = set(settings.secrets())
    assert secrets == {
        "1:example",
        "hook-example",
        "xoxb-example",
        "xapp-example",
        "sign-example",
        "pass-example",
        "key-example",
    }
    assert not [secret for secret in secrets if secret in repr(settings)]


def test_a_configuration_without_secrets_tells_the_log_none(loaded: Write) -> None:
    assert list(loaded("").secrets()) == []
