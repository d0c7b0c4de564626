import pytest

from bot.adapters.telegram.files import TelegramFiles
from bot.adapters.telegram.request import AiohttpRequest, BotApi
from bot.delivery.attachments import NotFetchedError, TooLargeError
from tests.standins.telegram import TelegramServer, server_error
from tests.tiny_files import PNG


async def fetched(telegram: TelegramServer, ref: str, *, most: int = 1000, token: str = "", address: str = "") -> bytes:
    request = AiohttpRequest()
    await request.initialize()
    given = token or telegram.token
    root = address or telegram.base_url.replace("/bot", "/file/bot")
    files = TelegramFiles(
        BotApi(request, token=given, base_url=telegram.base_url), request, token=given, base_file_url=root
    )
    try:
        return await files.fetch(ref, most)
    finally:
        await request.shutdown()


async def test_a_file_is_asked_for_by_its_id_and_read_from_the_file_server() -> None:
    async with TelegramServer() as telegram:
        telegram.files["f1"] = PNG
        assert await fetched(telegram, "f1") == PNG
        assert await fetched(telegram, "f1", address=telegram.base_url.replace("/bot", "/file/bot{token}")) == PNG


async def test_what_is_larger_than_wanted_is_not_read_to_its_end() -> None:
    async with TelegramServer() as telegram:
        telegram.files |= {"f1": bytes(2000), "huge": bytes(20_000_001)}
        for ref in ("f1", "huge"):
            with pytest.raises(TooLargeError):
                await fetched(telegram, ref)
        assert [call.method for call in telegram.calls if call.method == "file"] == []


@pytest.mark.parametrize("method", ["getFile", "file"])
async def test_a_failure_is_told_without_the_token(method: str) -> None:
    async with TelegramServer() as telegram:
        telegram.files["f1"] = PNG
        telegram.fail(method, server_error())
        with pytest.raises(NotFetchedError) as trouble:
            await fetched(telegram, "f1")
    assert not trouble.value.gone
    assert telegram.token not in repr(trouble.getrepr(chain=True))


async def test_an_id_that_telegram_does_not_know_or_a_refused_token_is_tried_again() -> None:
    async with TelegramServer() as telegram:
        for token, ref in (("", "unknown"), ("1:wrong", "f1")):
            with pytest.raises(NotFetchedError) as trouble:
                await fetched(telegram, ref, token=token)
            assert not trouble.value.gone
