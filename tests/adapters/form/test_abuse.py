"""Too often, too much, from elsewhere: refused, without anything typed being lost where a page of ours was used."""

from collections.abc import AsyncIterator, Callable

import pytest
from structlog.testing import capture_logs

from bot.adapters.form.guard import BODY_LIMIT
from bot.adapters.form.inbound import Filled
from bot.adapters.form.limits import GUESS, REPORT, RULES, Limits
from bot.adapters.form.render import Pages
from bot.cases.anonymous import Said, Thread
from storage.cases import every_case
from tests.adapters.form.conftest import AWAY, HOME, Stage
from tests.adapters.form.reading import Page, code_on
from tests.intake.chatting import SETTINGS
from tests.settable_clock import SettableClock

EACH, ALL = (rule[0] for rule in RULES[REPORT])
INSIDE = ("127.0.0.1", "::1", "172.17.0.1", "10.1.2.3", "", "testclient")


async def test_one_address_may_report_only_so_often_and_others_still_may(stage: Stage) -> None:
    async with stage.browser(HOME) as here, stage.browser(AWAY) as there:
        for number in range(EACH):
            assert (await here.post("/anonymous", data={"text": f"words {number}"})).status_code == 200
        refused = await here.post("/anonymous", data={"text": "one more"})
        assert (await there.post("/anonymous", data={"text": "mine"})).status_code == 200
    assert (refused.status_code, Page(refused.text).fields["text"]) == (429, "one more")
    assert "Nothing you wrote is lost" in refused.text
    assert len(stage.now(lambda uow: every_case(uow.db))) == EACH + 1


async def test_guesses_are_counted_and_a_known_code_costs_none(stage: Stage) -> None:
    most = RULES[GUESS][0][0]
    async with stage.browser() as browser:
        code = code_on((await browser.post("/anonymous", data={"text": "words"})).text)
        known = [await browser.post("/anonymous/answers", data={"code": code, "wish": "look"}) for _ in range(most + 1)]
        assert {answer.status_code for answer in known} == {200}
        statuses = [(await browser.post("/anonymous/answers", data={"code": f"{number}"})).status_code
                    for number in range(most + 1)]  # fmt: skip
    assert statuses == [404] * most + [429]


@pytest.mark.parametrize("address", INSIDE)
async def test_behind_a_proxy_all_together_are_counted(clock: SettableClock, address: str) -> None:
    limits = Limits(clock)
    for _ in range(ALL):
        assert limits.allows(REPORT, address)
        await limits.count(REPORT, address)
    assert not limits.allows(REPORT, address)
    assert not limits.allows(REPORT, HOME)


async def test_no_address_is_kept_and_the_salt_is_thrown_away_each_day(clock: SettableClock) -> None:
    limits = Limits(clock)
    for _ in range(EACH):
        await limits.count(REPORT, HOME)
    assert not limits.allows(REPORT, HOME)
    salt, keys = limits._salt, list(limits._each)
    assert HOME not in repr(vars(limits))
    clock.skip(days=1)
    assert limits.allows(REPORT, HOME)
    assert limits._salt != salt
    assert not set(keys) & set(limits._each)


async def test_one_household_shares_the_first_half_of_its_address(clock: SettableClock) -> None:
    limits = Limits(clock)
    for number in range(EACH):
        await limits.count(REPORT, f"2a01:799:9:8::{number + 1:x}")
    assert not limits.allows(REPORT, "2a01:799:9:8:ffff::1")
    assert limits.allows(REPORT, "2a01:799:9:9::1")


async def test_a_post_of_another_site_or_shape_or_size_is_refused(stage: Stage) -> None:
    words = {"text": "words"}
    async with stage.browser() as browser:
        for path in ("/anonymous", "/anonymous/answers"):
            elsewhere = await browser.post(path, data=words, headers={"Sec-Fetch-Site": "cross-site"})
            files = await browser.post(path, files={"text": b"words"})
            large = await browser.post(path, data={"text": "x" * BODY_LIMIT})
            chunked = await browser.post(
                path, content=_chunks(), headers={"Content-Type": "application/x-www-form-urlencoded"}
            )
            assert [each.status_code for each in (elsewhere, files, large, chunked)] == [403, 403, 413, 413]
        own = await browser.post("/anonymous", data=words, headers={"Sec-Fetch-Site": "same-origin", "Origin": "null"})
    assert own.status_code == 200
    assert len(stage.now(lambda uow: every_case(uow.db))) == 1


async def _chunks() -> AsyncIterator[bytes]:
    yield b"text=words"


async def test_every_answer_carries_the_headers_that_keep_it_to_itself(stage: Stage) -> None:
    async with stage.browser() as browser:
        answers = [
            await browser.get("/anonymous"), await browser.get("/anonymous/answers"),
            await browser.get("/anonymous/static/form.css"), await browser.post("/anonymous", data={"text": "x"}),
            await browser.post("/anonymous/answers", data={"code": "x"}),
        ]  # fmt: skip
    for answer in answers:
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
        assert "noindex" in answer.headers["x-robots-tag"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "<script" not in answer.text
        assert 'style="' not in answer.text


async def test_nonsense_in_every_field_is_answered_with_a_page(stage: Stage) -> None:
    odd = {"wish": "%", "lang": "../", "about": "x" * 500, "ticket": "'", "workplace": "\0\r\n\0", "text": "\0words"}
    async with stage.browser() as browser:
        with capture_logs() as logged:
            answer = await browser.post("/anonymous", data=odd)
    assert answer.status_code == 200
    assert logged == []


def every_page() -> dict[str, Callable[[Pages, Filled], str]]:
    thread = Thread(
        ("2026-0001 · Safety · open",), (Said("", "today", "words"), Said("A, lead", "today", "")), True, True
    )
    return {
        "report": lambda pages, form: pages.report(form),
        "report with an error": lambda pages, form: pages.report(form, "error_empty"),
        "sent": lambda pages, form: pages.sent(form, "AAAAA-AAAAA-AAAAA-AAAAA", thread),
        "sent alone": lambda pages, form: pages.sent(form, "AAAAA-AAAAA-AAAAA-AAAAA", None),
        "answers": lambda pages, form: pages.answers(form, "error_code"),
        "thread": lambda pages, form: pages.thread(form, thread, "error_long_more", sent=True),
        "refused": lambda pages, form: pages.refused(form, "error_size"),
    }


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize("name", every_page())
@pytest.mark.parametrize("country", ["NO", "ZA", "GB", "US", ""])
def test_every_page_is_well_formed_and_every_field_has_a_name(name: str, language: str, country: str) -> None:
    programme = SETTINGS.programme.model_copy(update={"country": country})
    pages = Pages(SETTINGS.model_copy(update={"programme": programme}))
    html = every_page()[name](pages, Filled(language, text="words", code="x"))
    page = Page(html)
    assert f'<html lang="{language}">' in html
    assert page.inputs <= page.labels
    assert len(page.ids) == len(set(page.ids))
    assert html.count("<h1>") == 1
    assert "{" not in page.text
