"""Under a code: the report, its answers, more words; and nothing at all under any other."""

import pytest

from storage.cases import every_case
from tests.adapters.form.conftest import Stage
from tests.adapters.form.reading import Page, code_on

WORDS = "They shout at us."
UNKNOWN = "K7QXM-4ND9P-AWE3T-HJ6VC"


@pytest.fixture
async def code(stage: Stage) -> str:
    """The code of a report that was sent."""
    async with stage.browser() as browser:
        return code_on((await browser.post("/anonymous", data={"text": WORDS, "lang": "en"})).text)


async def test_the_code_opens_the_report_however_it_is_typed(stage: Stage, code: str) -> None:
    async with stage.browser() as browser:
        for typed in (code, code.lower(), code.replace("-", " "), f" {code.replace('-', '')} "):
            page = (await browser.post("/anonymous/answers", data={"code": typed, "wish": "look"})).text
            assert WORDS in page
    assert "Nobody has taken it yet." in page
    assert "There is no answer yet." in page
    assert page.count("Nobody has opened your words yet.") == 1


async def test_an_answer_stands_there_with_name_and_role_and_nothing_else_of_the_team(stage: Stage, code: str) -> None:
    stage.reply("Thank you. Is <it> *still* going on?")
    stage.press("hand_over_to", to="c1", note="sentinel note of the team")
    async with stage.browser() as browser:
        page = (await browser.post("/anonymous/answers", data={"code": code, "wish": "look"})).text
        norwegian = (await browser.post("/anonymous/answers", data={"code": code, "wish": "nb"})).text
    assert "Thank you. Is &lt;it&gt; *still* going on?" in page
    assert "Example Guardian, safeguarding lead" in page
    assert "sentinel note" not in page
    assert "Example Guardian, ansvarlig for trygghet" in norwegian
    assert WORDS in norwegian


async def test_more_words_land_in_the_case_once_and_the_page_says_so(stage: Stage, code: str) -> None:
    async with stage.browser() as browser:
        opened = Page((await browser.post("/anonymous/answers", data={"code": code, "wish": "look"})).text).fields
        more = {**opened, "text": "It happened again.", "wish": "send"}
        sent = [await browser.post("/anonymous/answers", data=more) for _ in range(2)]
    assert "It is sent. A person reads it." in sent[0].text
    assert sent[1].text.count("It happened again.") == 1
    assert Page(sent[0].text).fields["text"] == ""


async def test_words_after_it_was_closed_open_it_again(stage: Stage, code: str) -> None:
    stage.press("take")
    stage.press("resolve_as", outcome="solved")
    async with stage.browser() as browser:
        closed = await browser.post("/anonymous/answers", data={"code": code, "wish": "look"})
        assert "What you write now opens it again." in closed.text
        sent = await browser.post("/anonymous/answers", data={"code": code, "text": "It has begun again."})
    assert "open again" in sent.text
    assert stage.now(lambda uow: every_case(uow.db))[0].state == "reopened"


async def test_of_every_other_code_the_same_is_said(stage: Stage, code: str) -> None:
    answers = []
    almost = ("A" if code[0] != "A" else "C") + code[1:]
    async with stage.browser() as browser:
        for typed in (UNKNOWN, almost, "", "x", "' OR 1=1 --", "<script>"):
            answer = await browser.post("/anonymous/answers", data={"code": typed, "ticket": "t" * 22, "wish": "look"})
            bare = answer.text.replace(Page(answer.text).fields["ticket"], "")
            shown = Page(answer.text).fields["code"]
            assert shown == typed
            answers.append((answer.status_code, "There is no report with this code." in bare, "<script>" in bare))
    assert set(answers) == {(404, True, False)}


async def test_words_under_an_unknown_code_are_not_lost_and_not_kept(stage: Stage) -> None:
    async with stage.browser() as browser:
        answer = await browser.post("/anonymous/answers", data={"code": UNKNOWN, "text": WORDS})
    assert Page(answer.text).fields["text"] == WORDS
    assert stage.now(lambda uow: every_case(uow.db)) == []
    assert stage.door.events == []


async def test_whatever_hinders_it_the_words_stay_on_the_page(stage: Stage, code: str) -> None:
    async with stage.browser() as browser:
        empty = await browser.post("/anonymous/answers", data={"code": code, "text": " "})
        assert (empty.status_code, "Please write something first." in empty.text) == (422, True)
        stage.door.fails = 1
        failed = await browser.post("/anonymous/answers", data={"code": code, "text": "more"})
        assert (failed.status_code, Page(failed.text).fields["text"]) == (503, "more")
        stage.blind = True
        away = await browser.post("/anonymous/answers", data={"code": code, "text": "more"})
    assert (away.status_code, Page(away.text).fields["text"], Page(away.text).fields["code"]) == (503, "more", code)


async def test_a_note_says_that_the_case_was_opened_and_by_which_role(stage: Stage, code: str) -> None:
    stage.press("open")
    async with stage.browser() as browser:
        page = (await browser.post("/anonymous/answers", data={"code": code, "wish": "look"})).text
    assert "Opened by safeguarding lead, 10:00" in page
