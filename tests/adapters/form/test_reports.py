"""Sending a report: what the page says, that nothing typed is lost, and the code."""

import pytest
from sqlmodel import SQLModel

from bot.adapters.form.inbound import LONGEST
from bot.config.care import Privacy
from storage.anonymous import ANONYMOUS
from storage.cases import every_case, lines_of
from storage.people import people_with_role
from tests.adapters.form.conftest import AWAY, HOME, Stage
from tests.adapters.form.reading import Page, code_on

WORDS = "The saw has no guard, and we must go on.\n\n<b>Every day</b> & at night."
AGENT = "SentinelBrowser/1.0"


async def test_the_page_says_its_limits_and_shows_numbers_before_it_asks_anything(stage: Stage) -> None:
    async with stage.browser() as browser:
        answer = await browser.get("/anonymous")
    page = answer.text
    assert answer.status_code == 200
    order = [page.index(words) for words in (
        'href="tel:113"', "Mental Helse", "Nobody watches this page", "neither your name nor an account",
        "Without it nobody can find the answer", "We can do less", "may still see that you have visited",
        "Only the people who work with safeguarding at Example Programme", "<form",
    )]  # fmt: skip
    assert order == sorted(order)


async def test_the_programmes_own_words_about_its_duties_stand_on_the_page(stage: Stage) -> None:
    own = {
        "duty_to_report_notice": {"en": "Staff must report <abuse>.", "nb": "Ansatte må melde fra."},
        "confidential_contact": {"en": "Example Student Line"},
        "anonymous_consequence": {"en": "Without a name we can only warn.", "nb": "Uten navn kan vi bare advare."},
    }
    stage.settings = stage.settings.model_copy(update={"privacy": Privacy.model_validate(own)})
    async with stage.browser() as browser:
        english, norwegian = [(await browser.get(f"/anonymous?lang={language}")).text for language in ("en", "nb")]
    for words in ("Staff must report &lt;abuse&gt;.", "Example Student Line", "Without a name we can only warn."):
        assert words in english
    assert "Ansatte må melde fra. Et annet sted, som ikke sier noe videre: Example Student Line." in norwegian
    assert "Uten navn kan vi bare advare." in norwegian


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/anonymous", "nb-NO,nb;q=0.9,en;q=0.8", "nb"),
        ("/anonymous", "de,nn;q=0.9,en;q=0.8", "nb"),
        ("/anonymous", "en;q=0.4,no;q=0.6", "nb"),
        ("/anonymous", "fr, en-US;q=0.5", "en"),
        ("/anonymous", "fr", "en"),
        ("/anonymous?lang=nb", "en", "nb"),
        ("/anonymous/answers?lang=nb", "en", "nb"),
        ("/anonymous?lang=xx", "en", "en"),
    ],
)
async def test_the_page_speaks_the_language_of_the_browser_or_the_one_that_was_asked_for(
    stage: Stage, path: str, accepted: str, language: str
) -> None:
    async with stage.browser(language=accepted) as browser:
        assert f'<html lang="{language}">' in (await browser.get(path)).text


async def test_the_language_changes_and_what_was_typed_stays(stage: Stage) -> None:
    typed = {"text": WORDS, "workplace": "Example Ltd", "about": "unsafe_work", "wish": "nb", "lang": "en"}
    async with stage.browser() as browser:
        page = (await browser.post("/anonymous", data=typed)).text
    fields = Page(page).fields
    assert "Meld fra uten navn" in page
    assert (fields["text"], fields["workplace"], fields["about"]) == (WORDS, "Example Ltd", "unsafe_work")
    assert stage.now(lambda uow: every_case(uow.db)) == []


async def test_a_report_gives_a_code_and_opens_an_urgent_case_for_safeguarding(stage: Stage) -> None:
    async with stage.browser() as browser:
        form = Page((await browser.get("/anonymous")).text).fields
        sent = await browser.post("/anonymous", data={**form, "text": WORDS, "about": "unsafe_work"})
    (case,) = stage.now(lambda uow: every_case(uow.db))
    assert (case.topic, case.severity, case.restricted, case.source) == ("safety", 3, True, "anonymous")
    assert len(code_on(sent.text).replace("-", "")) == 20
    assert "Example Guardian reads it by Tuesday 1 December, 14:00." in sent.text
    assert WORDS not in sent.text


async def test_the_same_form_sent_twice_is_one_report_with_one_code(stage: Stage) -> None:
    async with stage.browser() as browser:
        form = Page((await browser.get("/anonymous")).text).fields | {"text": WORDS}
        codes = {code_on((await browser.post("/anonymous", data=form)).text) for _ in range(2)}
        changed = await browser.post("/anonymous", data={**form, "text": "And the lamp is broken too."})
        other = await browser.post("/anonymous", data={"text": WORDS})
    assert codes == {code_on(changed.text)}
    assert code_on(other.text) not in codes
    first, second = sorted(case.id or 0 for case in stage.now(lambda uow: every_case(uow.db)))
    words = stage.now(lambda uow: [line.kind for line in lines_of(uow.db, [first])])
    assert words == ["flag", "words", "words"]
    assert second


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("", 422, "Please write something first."),
        (" \n ", 422, "Please write something first."),
        ("x" * (LONGEST + 1), 422, "none of it is lost"),
    ],
)
async def test_what_cannot_be_sent_stands_in_the_form_again(stage: Stage, text: str, status: int, said: str) -> None:
    async with stage.browser() as browser:
        answer = await browser.post("/anonymous", data={"text": text, "workplace": "Example Ltd"})
    page = Page(answer.text)
    assert (answer.status_code, page.fields["text"], page.fields["workplace"]) == (status, text, "Example Ltd")
    assert said in answer.text
    assert 'role="alert"' in answer.text


async def test_more_than_was_asked_for_is_kept_whole(stage: Stage) -> None:
    long = "It goes on. " * 1500
    async with stage.browser() as browser:
        assert (await browser.post("/anonymous", data={"text": long})).status_code == 200
    (person,) = stage.now(lambda uow: people_with_role(uow.db, ANONYMOUS))
    kept = stage.now(lambda uow: [uow.open(person, line.body) for line in lines_of(uow.db, [1])])
    assert kept[-1] == long.strip()


async def test_a_turn_that_fails_loses_nothing_and_the_next_press_gives_the_code(stage: Stage) -> None:
    stage.door.fails = 1
    async with stage.browser() as browser:
        failed = await browser.post("/anonymous", data={"text": WORDS})
        form = Page(failed.text).fields
        assert (failed.status_code, form["text"]) == (503, WORDS)
        again = await browser.post("/anonymous", data=form)
    assert code_on(again.text)
    assert len(stage.now(lambda uow: every_case(uow.db))) == 1


async def test_the_code_is_shown_even_where_the_rest_cannot_be_looked_up(stage: Stage) -> None:
    stage.blind = True
    async with stage.browser() as browser:
        sent = await browser.post("/anonymous", data={"text": WORDS})
    assert sent.status_code == 200
    assert code_on(sent.text)


async def test_an_emergency_puts_the_numbers_above_the_code(stage: Stage) -> None:
    async with stage.browser() as browser:
        sent = (await browser.post("/anonymous", data={"text": "I have taken pills and I want to die"})).text
    (case,) = stage.now(lambda uow: every_case(uow.db))
    assert case.severity == 4
    assert sent.index("tel:113") < sent.index(code_on(sent))


async def test_nothing_that_is_kept_tells_who_wrote_or_from_where(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    async with stage.browser() as browser:
        form = Page((await browser.get("/anonymous")).text).fields | {"text": WORDS, "workplace": "Sentinel Ltd"}
        sent = await browser.post("/anonymous", data=form, headers={"User-Agent": AGENT, "X-Forwarded-For": AWAY})
    code = code_on(sent.text)
    secrets = (HOME, AWAY, AGENT, "Sentinel", "saw has no guard", form["ticket"], code, code.replace("-", ""))
    kept = stage.now(lambda uow: [repr(tuple(row)) for table in SQLModel.metadata.sorted_tables
                                  for row in uow.db.execute(table.select())])  # fmt: skip
    said = "".join(capsys.readouterr())
    assert [secret for secret in secrets if any(secret in row for row in kept) or secret in said] == []
    assert "set-cookie" not in sent.headers
    accounts = SQLModel.metadata.tables["account"]
    assert {row.platform for row in stage.now(lambda uow: uow.db.execute(accounts.select()).all())} == {"slack"}


async def test_switched_off_it_takes_nothing_new_and_a_code_still_opens_its_report(stage: Stage) -> None:
    async with stage.browser() as browser:
        code = code_on((await browser.post("/anonymous", data={"text": WORDS})).text)
    stage.settings = stage.settings.model_copy(update={"privacy": Privacy(anonymous_form=False)})
    async with stage.browser() as browser:
        assert (await browser.get("/anonymous")).status_code == 404
        assert (await browser.post("/anonymous", data={"text": WORDS})).status_code == 404
        opened = await browser.post("/anonymous/answers", data={"code": code, "wish": "look"})
    assert "saw has no guard" in opened.text
    assert 'href="/anonymous?' not in opened.text
