import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.slack import probe
from storage import people
from tests.cli.conftest import Installation
from tests.standins.mail import MailServer
from tests.standins.slack import APP_TOKEN, BOT_TOKEN, SlackStandIn
from tests.standins.telegram import TelegramServer

MAIL = "[mail]\nfrom = 'placemate@example.org'\n"
MANIFEST = Path(__file__).parents[2] / "slack-manifest.yaml"
Findings = list[tuple[str, str, str]]


async def checked(placemate: Installation, *arguments: str) -> tuple[int, Findings]:
    result = await asyncio.to_thread(placemate.call, "check", "--json", *arguments)
    assert "sentinel" not in result.out + result.err
    found: list[dict[str, Any]] = json.loads(result.out)
    return result.code, [(one["level"], one["where"], one["what"]) for one in found]


def told(findings: Findings, level: str, where: str) -> str:
    return " | ".join(what for this, place, what in findings if (this, place) == (level, where))


def whole(slack: SlackStandIn, telegram: TelegramServer, **changes: str) -> str:
    values = {"token": telegram.token, "bot_token": BOT_TOKEN, "app_token": APP_TOKEN, "channel": "C0DESK", **changes}
    return (
        f"[programme]\ncountry = 'NO'\n[telegram]\ntoken = '{values['token']}'\nbase_url = '{telegram.base_url}'\n"
        f"[slack]\nbot_token = '{values['bot_token']}'\napp_token = '{values['app_token']}'\n"
        f"base_url = '{slack.base_url}'\nescalation_channel = '{values['channel']}'\n"
    )


async def test_where_all_is_well_only_unverified_numbers_are_left(placemate: Installation) -> None:
    placemate.bring_roster()
    async with SlackStandIn() as slack, TelegramServer() as telegram:
        slack.channel("C0DESK")
        placemate.configure(whole(slack, telegram))
        code, found = await checked(placemate)
        assert not telegram.called("setWebhook")
    assert code == 0
    assert {where for _, where, _ in found} == {"country NO", "country ZA"}


async def test_tokens_that_are_not_accepted_are_named_and_not_shown(placemate: Installation) -> None:
    placemate.bring_roster()
    async with SlackStandIn() as slack, TelegramServer() as telegram:
        placemate.configure(whole(slack, telegram, token="1:sentinel", bot_token="xoxb-sentinel"))
        code, found = await checked(placemate)
    assert code == 1
    assert "token is not accepted" in told(found, "error", "[telegram]")
    assert "bot_token is not accepted" in told(found, "error", "[slack]")


async def test_a_wrong_app_token_and_a_channel_without_the_app_are_told(placemate: Installation) -> None:
    placemate.bring_roster()
    async with SlackStandIn() as slack, TelegramServer() as telegram:
        slack.channel("C0DESK", with_bot=False)
        placemate.configure(whole(slack, telegram, app_token="xapp-sentinel"))
        _, found = await checked(placemate)
    assert "app_token is not accepted" in told(found, "error", "[slack]")
    assert told(found, "error", "[slack] escalation_channel")


async def test_a_platform_that_does_not_answer_is_told(placemate: Installation) -> None:
    placemate.configure("[telegram]\ntoken = '1:sentinel'\nbase_url = 'http://127.0.0.1:9/bot'\n")
    _, found = await checked(placemate)
    assert "base_url cannot be reached" in told(found, "error", "[telegram]")


async def test_a_mail_server_is_greeted_and_logged_in_to(placemate: Installation) -> None:
    async with MailServer(login=("placemate", "sentinel-right")) as post:
        server = f"{MAIL}host = '127.0.0.1'\nport = {post.port}\nusername = 'placemate'\n"
        placemate.configure(f"{server}password = 'sentinel-wrong'\n")
        _, found = await checked(placemate)
        assert "password is not accepted" in told(found, "error", "[mail]")
        placemate.configure(f"{server}password = 'sentinel-right'\n")
        _, found = await checked(placemate)
        assert not told(found, "error", "[mail]")
        await post.go_away()
        _, found = await checked(placemate)
        assert "mend host, port or security" in told(found, "error", "[mail]")


async def test_without_anybody_to_answer_a_case_it_is_an_error(placemate: Installation) -> None:
    code, found = await checked(placemate, "--offline")
    assert code == 1
    assert "nobody has the role coordinator" in told(found, "error", "roster")
    assert "nobody could read a restricted case" in told(found, "error", "roster")
    assert "is missing" in told(found, "error", "[slack]")
    assert "who is paged at night" in told(found, "warning", "[safeguarding] on_call")


@pytest.mark.parametrize(
    ("config", "level", "where"),
    [
        ("[telegram]\ntoken = 'x'\nmode = 'webhook'\n", "error", "[web] public_url"),
        ("[telegram]\ntoken = 'x'\nmode = 'webhook'\nwebhook_secret = ''\n", "warning", "[telegram] webhook_secret"),
        ("[slack]\nbot_token = 'x'\napp_token = 'x'\n", "error", "[slack] escalation_channel"),
        ("[slack]\nbot_token = 'x'\nmode = 'http'\nsigning_secret = 'x'\n", "warning", "[web] public_url"),
        ("[safeguarding]\nsecond_channel = 'telegram:-1007'\n", "error", "[safeguarding] second_channel"),
        ("[safeguarding]\nsecond_channel = 'mail:on-call@example.org'\n", "error", "[safeguarding] second_channel"),
        (f"{MAIL}host = 'smtp.example.org'\nusername = 'p'\n", "error", "[mail] password"),
        (
            f"{MAIL}host = 'smtp.example.org'\nusername = 'p'\npassword = 'sentinel'\nsecurity = 'none'\n",
            "error",
            "[mail] security",
        ),
        ("[safeguarding]\non_call = ['77']\n", "error", "[safeguarding] on_call"),
        ("[safeguarding]\ndeputy = '1'\n", "error", "[safeguarding] deputy"),
        ("[programme]\ncountry = 'FI'\n", "warning", "country FI"),
    ],
)
async def test_what_is_missing_is_told_by_its_key(placemate: Installation, config: str, level: str, where: str) -> None:
    placemate.bring_roster()
    placemate.configure(config)
    _, found = await checked(placemate, "--offline")
    assert told(found, level, where)


async def test_a_key_that_others_may_read_and_one_that_is_lost_are_told(placemate: Installation) -> None:
    placemate.bring_roster()
    key = placemate.folder / "placemate.key"
    key.chmod(0o644)
    _, found = await checked(placemate, "--offline")
    assert "chmod 600" in told(found, "warning", "[privacy] key_file")
    key.unlink()
    _, found = await checked(placemate, "--offline")
    assert "restore that file" in told(found, "error", "[privacy]")


async def test_a_coordinator_whom_nothing_reaches_is_named(placemate: Installation) -> None:
    placemate.bring_roster()
    placemate.configure("[slack]\nbot_token = 'x'\napp_token = 'x'\n")
    with placemate.work() as (uow, _):
        people.change_person(uow.db, "13", slack_id="", email="")
    _, found = await checked(placemate, "--offline")
    assert "13 has neither slack_id nor email" in told(found, "warning", "roster")


COVER = "[[cover]]\nfrom = 2026-07-01\nto = 2026-07-14\n"


@pytest.mark.parametrize(
    ("rota", "level", "said"),
    [
        (COVER, "error", "rota.toml: [[cover]] 1 person: is missing"),
        ("[[cover]\n", "error", "rota.toml: not valid TOML"),
        (f"{COVER}person = '77'\ncovers = '11'\n", "warning", "[[cover]] 1 person: '77' is not in the roster"),
        (f"{COVER}person = '21'\ncovers = '11'\n", "warning", "[[cover]] 1 person: '21' has the role mentor"),
        (f"{COVER}person = '13'\ncovers = ['11', 'lader']\n", "warning", "[[cover]] 1 covers: 'lader' is neither"),
    ],
)
async def test_what_is_wrong_with_the_rota_is_told(placemate: Installation, rota: str, level: str, said: str) -> None:
    placemate.bring_roster()
    placemate.file("rota.toml", rota)
    _, found = await checked(placemate, "--offline")
    assert said in told(found, level, "[safeguarding] rota")


def test_a_rota_that_cannot_be_read_refuses_the_start(placemate: Installation) -> None:
    placemate.configure("[slack]\nbot_token = 'x'\napp_token = 'x'\nescalation_channel = 'C1'\n")
    placemate.file("rota.toml", COVER)
    result = placemate.call("run")
    assert result.code != 0
    assert "rota.toml: [[cover]] 1 person: is missing" in result.err


def test_the_scopes_that_are_needed_are_those_of_the_manifest() -> None:
    scopes = MANIFEST.read_text(encoding="utf-8").partition("scopes:\n")[2].partition("settings:")[0]
    assert set(re.findall(r"^      - (\S+)", scopes, re.MULTILINE)) == probe.NEEDED_SCOPES


def test_a_person_reads_a_table(placemate: Installation) -> None:
    out = placemate.call("check", "--offline").out
    assert "error" in out
    assert "`placemate run` refuses to start" in out
