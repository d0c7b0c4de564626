import pytest

from bot.adapters.slack.files import SlackFiles
from bot.adapters.slack.web import web_client
from bot.delivery.attachments import NotFetchedError, TooLargeError
from tests.standins.slack import BOT_TOKEN, SlackStandIn, refused
from tests.tiny_files import PNG


async def fetched(slack: SlackStandIn, ref: str, *, most: int = 1000) -> bytes:
    async with web_client(BOT_TOKEN, slack.base_url) as client:
        return await SlackFiles(client, slack.base_url).fetch(ref, most)


async def test_a_file_is_looked_up_and_read_with_our_token() -> None:
    async with SlackStandIn() as slack:
        slack.workspace.sent["F1"] = PNG
        assert await fetched(slack, "F1") == PNG


async def test_what_is_larger_than_wanted_is_not_read_to_its_end() -> None:
    async with SlackStandIn() as slack:
        slack.workspace.sent["F1"] = bytes(2000)
        with pytest.raises(TooLargeError):
            await fetched(slack, "F1")


@pytest.mark.parametrize(
    "address",
    [
        "https://files.example.org/files-pri/F1",
        "http://files.slack.com/files-pri/F1",
        "https://files.slack.com.example.org/F1",
        "https://files.slack.com@example.org/F1",
        "https://someone@files.slack.com/F1",
        "file:///etc/passwd",
        "",
    ],
)
async def test_our_token_is_shown_to_slacks_own_servers_only(address: str) -> None:
    async with SlackStandIn() as slack:
        slack.workspace.sent["F1"] = PNG
        slack.workspace.file_address = address or " "
        with pytest.raises(NotFetchedError) as trouble:
            await fetched(slack, "F1")
    assert trouble.value.gone


async def test_a_file_that_is_gone_is_told_apart_from_one_that_must_wait() -> None:
    async with SlackStandIn() as slack:
        with pytest.raises(NotFetchedError) as gone:
            await fetched(slack, "F404")
        slack.faults.put("files.info", refused("internal_error"))
        slack.workspace.sent["F1"] = PNG
        with pytest.raises(NotFetchedError) as later:
            await fetched(slack, "F1")
    assert (gone.value.gone, later.value.gone) == (True, False)
