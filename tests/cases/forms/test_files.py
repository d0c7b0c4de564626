import pytest

from bot.cases.attachments import SentFile, attach
from bot.cases.views import View
from bot.words.outgoing import Enclosure
from flows.severity import Severity
from storage.attachments import settle_fetch
from storage.cases import find_case
from tests.cases.office import NAME, Office
from tests.tiny_files import PNG


def with_file(office: Office, case: int, number: int = 1, state: str = "kept", failure: str = "") -> None:
    """She has sent a picture into the case, and that has come of it."""
    with office.student() as context:
        found = find_case(context.uow.db, case)
        assert found is not None
        attach(context, found, "telegram", [SentFile(f"f{number}", "photo", 5000)])
        body = context.uow.vault.seal_bytes(context.person.data_key, PNG) if state == "kept" else None
        settle_fetch(context.uow.db, number, state, failure=failure, media_type="image/png", body=body)


def text_of(view: View | None) -> str:
    assert view is not None
    return "\n".join(f"{passage.heading}\n{passage.text}" for passage in view.passages)


def enclosures(office: Office) -> list[tuple[str, Enclosure]]:
    return [(each.row.chat, each.outgoing) for each in office.posted() if isinstance(each.outgoing, Enclosure)]


def test_the_page_lists_each_file_with_its_state_and_a_button_for_those_that_are_here(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    with_file(office, case)
    with_file(office, case, 2, "waiting")
    with_file(office, case, 3, "refused", "type")
    page = office.press("c1", "open", case)
    assert page is not None
    assert "File 1: picture, 5 kB, 10:00, ready" in text_of(page)
    assert "File 2: picture, 5 kB, 10:00, being fetched" in text_of(page)
    assert "File 3: picture, 5 kB, 10:00, not taken, this type is not allowed" in text_of(page)
    assert [button for button in page.buttons if button[0].startswith("file")] == [("file:1", "Send me file 1")]


def test_a_file_comes_to_the_chat_of_whoever_asked_and_the_student_sees_the_opening(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    with_file(office, case)
    page = office.press("c1", "file:1", case)
    assert text_of(page).startswith("\nFile 1 of case 2026-0001 comes to your own chat with me.")
    ((chat, enclosure),) = enclosures(office)
    assert chat == "UC1"
    assert (enclosure.attachment, enclosure.filename) == (1, "case-2026-0001-1.png")
    assert NAME not in repr(enclosure)
    last = office.changes(case)[-1]
    assert (last.what, last.who, last.detail) == ("opened", "c1", "file 1")


@pytest.mark.parametrize(("staff", "restricted"), [("m1", False), ("s1", False), ("c2", True), ("c1", True)])
def test_who_may_not_read_the_case_gets_no_file_and_that_is_written_down(
    office: Office, staff: str, restricted: bool
) -> None:
    case = office.hear(Severity.ATTENTION, "wellbeing", restricted=restricted)
    with_file(office, case)
    assert office.press(staff, "file:1", case) is not None
    assert enclosures(office) == []
    assert office.done(case)[-1] == "refused"


def test_whoever_must_give_a_reason_gives_it_before_she_gets_a_file(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    with_file(office, case)
    assert "give a reason first" in text_of(office.press("c2", "file:1", case))
    office.press("c2", "open_because", case, reason="covering")
    office.press("c2", "file:1", case)
    assert [chat for chat, _ in enclosures(office)] == ["UC2"]
    office.later(hours=2)
    assert "give a reason first" in text_of(office.press("c2", "file:1", case))


def test_a_file_of_another_case_cannot_be_had_through_this_one(office: Office) -> None:
    mine, other = office.hear(Severity.ATTENTION), office.hear(Severity.ATTENTION, "safety", restricted=True)
    with_file(office, other)
    office.press("c1", "file:1", mine)
    office.press("c1", "file:x", mine)
    office.press("c1", "file", mine)
    assert enclosures(office) == []


def test_what_is_not_here_is_said_so(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    with_file(office, case, state="lost")
    assert "This file is not here: could not be fetched." in text_of(office.press("c1", "file:1", case))
    assert enclosures(office) == []


def test_many_files_fit_a_window(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    for number in range(1, 31):
        with_file(office, case, number)
    page = office.press("c1", "open", case)
    assert page is not None
    assert len(page.buttons) <= 25
    assert "file:30" in dict(page.buttons)
