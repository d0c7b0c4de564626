"""`placemate resources`: dates, links and a broken file."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.cli import main
from bot.cli.programme.links import broken_links


def test_it_names_what_nobody_has_checked_and_opens_no_link(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["resources", "check", "--offline"]) == 1
    assert "gb_acas: nobody has checked it: write owner, checked_on and valid_until" in capsys.readouterr().out


def test_a_broken_file_is_one_line_with_its_remedy(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.toml").write_text('[programme]\nresources = "own.toml"\n', "utf-8")
    (tmp_path / "own.toml").write_text("[[entries]]\n", "utf-8")
    assert main(["resources", "list"]) == 2
    assert "[programme] resources: own.toml, entry '?': id is missing; write it" in capsys.readouterr().err


async def test_links_are_tried_and_those_that_fail_are_told_with_the_reason() -> None:
    async def no_head(request: web.Request) -> web.Response:
        return web.Response(status=405 if request.method == "HEAD" else 200)

    async def gone(_: web.Request) -> web.Response:
        return web.Response(status=404)

    app = web.Application()
    app.router.add_route("*", "/page", no_head)
    app.router.add_route("*", "/gone", gone)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server: Any = site._server
    origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        found = await broken_links({"a": f"{origin}/page", "b": f"{origin}/gone", "c": "http://127.0.0.1:1/"})
    finally:
        await runner.cleanup()
    assert found == {"b": "answers 404", "c": "does not answer (ClientConnectorError)"}
    await asyncio.sleep(0)
