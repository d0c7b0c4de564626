"""What the page may ask, who may ask it, and what becomes of nonsense."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.adapters.browser import Cast, Controls, demo_routes
from bot.delivery.transport import Parcel
from bot.intake.inbound import CaseAct, Inbound, Kind
from bot.words.outgoing import Chart, Document, Enclosure, Message, Picture, unpack
from storage import browser
from storage.attachments import Attachment, add_attachment
from storage.people import PERSON, find_person
from storage.unit_of_work import unit_of_work
from tests.adapters.browser.conftest import CAST, START, Stage
from tests.adapters.browser.fake_door import SECRET
from tests.tiny_files import PNG

EVENT = {"event": "event-0001"}


class Page:
    """Asks as the page's own scripts do."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self._session = session
        self.origin = f"http://127.0.0.1:{port}"

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        async with self._session.get(self.origin + path, headers=headers) as response:
            return response.status, await response.text()

    async def post(self, path: str, form: dict[str, str], **headers: str) -> tuple[int, str]:
        own = {"Origin": self.origin, **headers}
        async with self._session.post(self.origin + path, data=form, headers=own) as response:
            self.answer = response.headers.copy()
            return response.status, await response.text()


@pytest.fixture
async def page(stage: Stage) -> AsyncIterator[Page]:
    async with stage.served() as port, aiohttp.ClientSession() as session:
        yield Page(session, port)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "demo.example.org", ""])
async def test_the_page_is_never_served_to_others(stage: Stage, host: str) -> None:
    async def nothing(*_: object) -> None: ...

    with pytest.raises(ValueError, match=r'set \[web\] listen = "127\.0\.0\.1:8080"'):
        demo_routes(
            stage.door, listen_host=host, write=stage.write, news=stage.news, cast=CAST, clock=stage.clock,
            controls=Controls(nothing, nothing),
        )  # fmt: skip


def test_a_demo_without_a_student_or_a_coordinator_says_what_to_do() -> None:
    with pytest.raises(ValueError, match="import a roster that has both"):
        replace(CAST, staff=())
    with pytest.raises(ValueError, match="import a roster that has both"):
        Cast("Example Internships", "Placemate", (), CAST.staff, CAST.zone)


@pytest.mark.parametrize("host", ["demo.example.org", "127.0.0.1.example.org", "[::1", "10.0.0.1:8080"])
async def test_another_name_for_this_machine_gets_nothing(page: Page, host: str) -> None:
    status, text = await page.get("/", Host=host)
    assert status == 403
    assert "Student" not in text


@pytest.mark.parametrize("origin", ["https://example.org", "null", "http://127.0.0.1:1", ""])
async def test_another_sites_form_does_nothing(page: Page, stage: Stage, origin: str) -> None:
    status, _ = await page.post("/demo/phones/0/say", {**EVENT, "text": "hello"}, Origin=origin)
    assert status == 403
    assert stage.door.events == []


async def test_a_huge_body_is_refused_unread(page: Page, stage: Stage) -> None:
    status, _ = await page.post("/demo/phones/0/say", {**EVENT, "text": "x" * 300_000})
    assert status == 413
    assert stage.door.events == []


async def test_every_answer_forbids_foreign_and_inline_scripts(page: Page) -> None:
    for path in ("/", "/demo/clock", "/demo/static/page.js"):
        async with page._session.get(page.origin + path) as response:
            assert "default-src 'self'" in response.headers["Content-Security-Policy"]
            assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_words_reach_the_door_and_stand_in_her_chat_before_the_answer(page: Page, stage: Stage) -> None:
    status, _ = await page.post("/demo/phones/0/say", {**EVENT, "text": "hello"})
    assert status == 204
    assert stage.door.events == [Inbound("browser", "event-0001", Kind.TEXT, "student-1", "student-1", text="hello")]
    said, heard = await stage.write(lambda uow: browser.shown(uow, ("student-1",)))
    assert (said.author, unpack(said.packed)) == ("person", Message("hello", plain=True))
    assert (heard.author, unpack(heard.packed)) == ("bot", Message("I heard you."))


async def test_a_lost_answer_and_a_second_try_say_it_once(page: Page, stage: Stage) -> None:
    for _ in range(2):
        await page.post("/demo/phones/0/say", {**EVENT, "text": "hello"})
    assert len(stage.door.events) == 1
    assert len(await stage.write(lambda uow: browser.shown(uow, ("student-1",)))) == 2


async def test_a_failed_turn_is_marked_and_sent_again_it_is_delivered(page: Page, stage: Stage) -> None:
    stage.door.fails = 1
    assert (await page.post("/demo/phones/0/say", {**EVENT, "text": "hello"}))[0] == 503
    (said,) = await stage.write(lambda uow: browser.shown(uow, ("student-1",)))
    assert said.failed
    assert (await page.post("/demo/phones/0/say", {**EVENT, "text": "hello"}))[0] == 204
    again, _ = await stage.write(lambda uow: browser.shown(uow, ("student-1",)))
    assert again.id == said.id
    assert not again.failed


@pytest.mark.parametrize(("text", "status"), [("", 204), (" \r\n ", 204), ("x" * 10_000, 422)])
async def test_nothing_and_far_too_much_are_not_said(page: Page, stage: Stage, text: str, status: int) -> None:
    assert (await page.post("/demo/phones/0/say", {**EVENT, "text": text}))[0] == status
    assert stage.door.events == []
    assert await stage.write(lambda uow: browser.shown(uow, ("student-1",))) == []


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/demo/phones/0/say", {"text": "no event id"}),
        ("/demo/phones/0/show", {**EVENT, "media": "other"}),
        ("/demo/desk/tap", {"staff": "0", "data": "case:open:1"}),
        ("/demo/desk/form", {**EVENT, "staff": "0", "data": "nonsense"}),
        ("/demo/desk/home", {"staff": "0"}),
    ],
)
async def test_what_cannot_be_read_is_recorded(page: Page, stage: Stage, path: str, form: dict[str, str]) -> None:
    assert (await page.post(path, form))[0] == 400
    assert len(stage.door.rejected) == 1
    assert stage.door.events == []


@pytest.mark.parametrize(
    ("path", "form", "status"),
    [
        ("/demo/phones/7/say", {**EVENT, "text": "who?"}, 404),
        ("/demo/phones/7/show", {**EVENT, "media": "photo"}, 404),
        ("/demo/phones/7/tap", {**EVENT, "data": "m|menu"}, 404),
        ("/demo/desk/tap", {**EVENT, "staff": "9", "data": "case:open:1"}, 400),
        ("/demo/desk/tap", {**EVENT, "staff": "-1", "data": "case:open:1"}, 400),
        ("/demo/desk/form", {**EVENT, "data": "case:open:1"}, 400),
        ("/demo/desk/home", {**EVENT, "staff": "²"}, 400),
        ("/demo/clock/skip", {**EVENT, "days": "100000"}, 400),
    ],
)
async def test_nobody_acts_as_somebody_who_is_not_there(
    page: Page, stage: Stage, path: str, form: dict[str, str], status: int
) -> None:
    assert (await page.post(path, form))[0] == status
    assert stage.door.events == []


@pytest.mark.parametrize(
    "path",
    [
        "/demo/panes/phone-0",
        "/demo/panes/phone-0?since=x",
        "/demo/panes/phone-9?since=0",
        "/demo/posts/1/file",
        f"/demo/posts/{2**63}/file",
    ],
)
async def test_what_is_not_there_is_not_found(page: Page, path: str) -> None:
    assert (await page.get(path))[0] == 404


async def test_a_page_of_another_database_starts_anew(page: Page) -> None:
    async with page._session.get(f"{page.origin}/demo/panes/phone-0?since=5") as response:
        assert response.headers["HX-Refresh"] == "true"


async def test_a_tap_is_answered_with_its_note_and_closes_no_ones_words(page: Page, stage: Stage) -> None:
    ref = await stage.door.ask("student-1")
    status, html = await page.post("/demo/phones/0/tap", {**EVENT, "data": "a|1|safe|no", "post": ref})
    assert (status, "Saved" in html) == (200, True)


async def test_whoever_one_is_opens_the_case_and_reads_it_in_the_dialog(page: Page, stage: Stage) -> None:
    status, html = await page.post("/demo/desk/tap", {**EVENT, "staff": "2", "data": "case:open:1", "chat": "desk"})
    assert stage.door.events == [CaseAct("browser", "event-0001", "staff-13", "open", 1)]
    assert status == 200
    assert SECRET in html
    assert page.answer["HX-Retarget"] == "#dialog"


async def test_an_act_without_more_to_see_closes_the_dialog(page: Page) -> None:
    form = {**EVENT, "staff": "0", "data": "case:reply_send:1", "field:words": "Thank you."}
    await page.post("/demo/desk/form", form)
    assert "dialog-close" in page.answer["HX-Trigger"]


async def test_an_act_that_failed_says_so_by_its_status(page: Page, stage: Stage) -> None:
    stage.door.fails = 3
    acts = ("/demo/desk/tap", "/demo/desk/form", "/demo/desk/home")
    form = {**EVENT, "staff": "0", "data": "case:open:1"}
    assert [(await page.post(path, form))[0] for path in acts] == [503, 503, 503]


async def test_ones_own_page_is_asked_for_and_shown(page: Page, stage: Stage) -> None:
    status, html = await page.post("/demo/desk/home", {**EVENT, "staff": "0"})
    assert (status, "Case 2026-0001" in html) == (200, True)
    assert "Case 2026-0001" in (await page.get("/demo/desk/home?staff=0"))[1]
    assert "Nothing to show yet." in (await page.get("/demo/desk/home?staff=1"))[1]


async def test_a_file_of_a_case_is_shown_to_a_colleague_in_her_own_chat_only(page: Page, stage: Stage) -> None:
    with unit_of_work(stage.engine, stage.vault, START) as uow:
        for staff in CAST.staff:
            role = "mentor" if staff.person == "12" else staff.role
            uow.db.execute(PERSON.insert().values(id=staff.person, name=staff.name, role=role))
        student = find_person(uow.db, "1")
        assert student
        sealed = uow.vault.seal_bytes(student.data_key, PNG)
        kept = Attachment(
            person_id="1", at=START, platform="browser", ref="photo", kind="photo", media_type="image/png",
            state="kept", body=sealed,
        )  # fmt: skip
        add_attachment(uow.db, kept)
    enclosure = Enclosure(1, "case-2026-0001-1.png", "Case 2026-0001, file 1.")
    refs = [await stage.door.transport.send(Parcel(1, chat, enclosure)) for chat in ("staff-11", "staff-12", "desk")]
    shown = await page.get("/")
    assert f'<img src="/demo/posts/{refs[0]}/enclosure" alt="case-2026-0001-1.png">' in shown[1]
    async with page._session.get(f"{page.origin}/demo/posts/{refs[0]}/enclosure") as response:
        assert (response.content_type, await response.read()) == ("image/png", PNG)
    for ref in (*refs[1:], "99", str(2**63)):
        assert (await page.get(f"/demo/posts/{ref}/enclosure"))[0] == 404


async def test_a_file_is_fetched_as_a_file_and_not_shown(page: Page, stage: Stage) -> None:
    ref = await stage.door.send("student-1", Document("my data.txt", "<script>æ", "Here"))
    async with page._session.get(f"{page.origin}/demo/posts/{ref}/file") as response:
        assert response.headers["Content-Disposition"] == "attachment; filename*=UTF-8''my%20data.txt"
        assert await response.text() == "<script>æ"
    ref = await stage.door.send("student-1", Document("meeting.ics", "BEGIN:VCALENDAR", "Here"))
    async with page._session.get(f"{page.origin}/demo/posts/{ref}/file") as response:
        assert response.content_type == "text/calendar"


async def test_a_skip_moves_the_clock_for_good_and_what_is_due_is_done(page: Page, stage: Stage) -> None:
    status, html = await page.post("/demo/clock/skip", {"days": "14"})
    assert (status, "10 Dec 2026" in html) == (200, True)
    assert stage.skips == 14 * 24  # hour by hour, so that nothing on the way is late
    assert Stage(stage.engine, stage.vault).clock.now() == START + timedelta(days=14)
    assert "10 Dec 2026" in (await page.get("/demo/clock"))[1]


async def test_a_check_in_is_sent_to_the_student(page: Page, stage: Stage) -> None:
    assert (await page.post("/demo/clock/checkin", {}))[0] == 200
    assert stage.checked_in == ["1"]


async def test_a_check_in_that_could_not_be_sent_says_so(page: Page, stage: Stage) -> None:
    stage.engine.dispose()
    stage.checked_in = None  # type: ignore[assignment]  # anything that raises
    assert (await page.post("/demo/clock/checkin", {}))[0] == 503


def test_what_the_page_needs_comes_with_its_licence() -> None:
    vendor = Path(__file__).parents[3] / "bot/adapters/browser/static/vendor"
    assert {file.name for file in vendor.glob("*.LICENSE")} == {"htmx.LICENSE", "htmx-ext-sse.LICENSE"}


async def test_a_chart_is_drawn_for_whoever_looks(page: Page, stage: Stage) -> None:
    chart = Chart("Levels", ("start",), (("Teamwork", (2,)),), 1, 4)
    ref = await stage.door.send("student-1", Picture("levels.png", chart, "As a picture", "Teamwork: 2"))
    assert f'<img src="/demo/posts/{ref}/picture" alt="Teamwork: 2">' in (await page.get("/"))[1]
    status, drawn = await page.get(f"/demo/posts/{ref}/picture")
    assert (status, "<svg" in drawn) == (200, True)
    other = await stage.door.send("student-1", Message("words"))
    assert (await page.get(f"/demo/posts/{other}/picture"))[0] == 404
