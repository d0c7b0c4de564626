import asyncio
from collections.abc import Callable

import pytest

from bot.intake import anonymous
from bot.intake.inbound import AnonymousWords
from storage import people
from storage.anonymous import ANONYMOUS
from tests.cli.conftest import ROSTER, Installation
from tests.standins.telegram import TelegramServer

TELEGRAM = "[telegram]\ntoken = '42:x'\nbot_username = 'example_bot'\n"
SLACK = "[slack]\nbot_token = 'xoxb-x'\napp_token = 'xapp-x'\n"


def test_an_import_shows_what_is_new_and_does_it(placemate: Installation) -> None:
    result = placemate.call("people", "import", placemate.file("r.csv", ROSTER), "--yes")
    assert result.code == 0
    assert "Example Student One" in result.out
    assert "5 new, 0 changed, 0 unchanged, 0 bad lines" in result.out
    assert "5 of 5" in placemate.call("people", "list").out


def test_bad_lines_are_named_and_the_good_ones_come_in(placemate: Installation) -> None:
    broken = ROSTER.replace("ZA", "Zambya")
    result = placemate.call("people", "import", placemate.file("r.csv", broken), "--yes")
    assert result.code == 1
    assert "did you mean ZM?" in result.out
    assert "4 of 4" in placemate.call("people", "list").out


def test_where_nobody_can_be_asked_nothing_is_imported(placemate: Installation) -> None:
    result = placemate.call("people", "import", placemate.file("r.csv", ROSTER))
    assert result.code == 2
    assert "5 new" in result.out
    assert "add --yes" in result.err
    assert "0 of 0" in placemate.call("people", "list").out


@pytest.mark.parametrize(("typed", "code", "people"), [("y", 0, "5 of 5"), ("n", 2, "0 of 0")])
def test_whoever_is_asked_decides(
    placemate: Installation, terminal: Callable[[str], None], typed: str, code: int, people: str
) -> None:
    terminal(typed)
    assert placemate.call("people", "import", placemate.file("r.csv", ROSTER)).code == code
    assert people in placemate.call("people", "list").out


def test_what_would_change_nothing_asks_nothing(placemate: Installation) -> None:
    placemate.bring_roster()
    result = placemate.call("people", "import", placemate.file("r.csv", ROSTER))
    assert result.code == 0
    assert "0 new, 0 changed, 5 unchanged" in result.out


def test_a_file_that_is_no_roster_or_is_not_there_is_one_line(placemate: Installation) -> None:
    assert "names no column id" in placemate.call("people", "import", placemate.file("r.csv", "a,b\n"), "--yes").err
    assert "cannot be read" in placemate.call("people", "import", str(placemate.folder / "none.csv")).err


def test_the_list_is_narrowed_to_a_role_and_to_whom_nothing_reaches(placemate: Installation) -> None:
    placemate.bring_roster()
    with placemate.work() as (uow, _):
        people.link(uow.db, "telegram", "5", "5", "1", uow.now)
        people.change_person(uow.db, "1", consented_at=uow.now)
    assert "2 of 5" in placemate.call("people", "list", "--role", "student").out
    unreachable = placemate.call("people", "list", "--unreachable").out
    assert "1 of 5" in unreachable
    assert "Example Student Two" in unreachable


def test_an_invitation_is_a_link_a_code_and_the_way_on_slack(placemate: Installation) -> None:
    placemate.bring_roster()
    placemate.configure(TELEGRAM + SLACK)
    result = placemate.call("people", "invite", "1", "2")
    assert result.code == 0
    assert result.out.count("https://t.me/example_bot?start=") == 2
    assert "█" in result.out
    assert "She is known by her Slack id U1." in result.out
    assert "she would not be recognised" in result.out


def test_with_slack_alone_no_link_is_made(placemate: Installation) -> None:
    placemate.bring_roster()
    placemate.configure(SLACK)
    result = placemate.call("people", "invite", "1")
    assert result.code == 0
    assert "t.me" not in result.out
    assert "On Telegram: off" in result.out


def test_everybody_without_an_account_is_invited_at_once(placemate: Installation) -> None:
    placemate.bring_roster()
    placemate.configure(TELEGRAM)
    with placemate.work() as (uow, _):
        people.link(uow.db, "telegram", "5", "5", "1", uow.now)
    result = placemate.call("people", "invite", "--all-new")
    assert "Example Student Two" in result.out
    assert "Example Student One" not in result.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["1"], "neither [telegram] nor [slack]"), (["77"], "nobody has the id '77'"), ([], "nobody is named")],
)
def test_an_invitation_that_cannot_be_made_says_why(placemate: Installation, arguments: list[str], said: str) -> None:
    placemate.bring_roster()
    result = placemate.call("people", "invite", *arguments)
    assert result.code == 2
    assert said in result.err


async def test_where_the_configuration_does_not_name_the_bot_telegram_is_asked(placemate: Installation) -> None:
    placemate.bring_roster()
    async with TelegramServer(username="asked_bot") as telegram:
        placemate.configure(f"[telegram]\ntoken = '{telegram.token}'\nbase_url = '{telegram.base_url}'\n")
        result = await asyncio.to_thread(placemate.call, "people", "invite", "1")
        assert "https://t.me/asked_bot?start=" in result.out
        placemate.configure(f"[telegram]\ntoken = '1:sentinel'\nbase_url = '{telegram.base_url}'\n")
        result = await asyncio.to_thread(placemate.call, "people", "invite", "1")
    assert result.code == 2
    assert "token is not accepted" in result.err
    assert "sentinel" not in result.err


def test_a_report_without_a_name_is_nobody_of_the_roster(placemate: Installation) -> None:
    placemate.bring_roster()
    with placemate.work() as (uow, settings):
        anonymous.take(uow, settings, AnonymousWords("form", "e1", "K7QXM", "They shout at us", "en", begins=True))
        (reported,) = people.people_with_role(uow.db, ANONYMOUS)
    listed = placemate.call("people", "list")
    assert "5 of 5" in listed.out
    assert "anonymous" not in listed.out
    assert "nobody has the id" in placemate.call("people", "invite", reported.id).err
    again = placemate.call("people", "import", placemate.file("r.csv", ROSTER), "--yes")
    assert "5 unchanged" in again.out
    shown = placemate.call("cases", "show", placemate.call("cases", "list", "--json").out.split('"number": "')[1][:9])
    assert "anonymous" in shown.out
    assert "student" not in shown.out
