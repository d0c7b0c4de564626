import pytest

from bot.words.buttons import reply_data
from bot.words.outgoing import Message
from flows.severity import Severity
from tests.cases.office import Office, shown

REPLY = "Hello *you*,\n\n- I call <@U1> at 12:00"


@pytest.fixture
def taken(office: Office) -> int:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    return case


def test_the_preview_is_what_she_reads_to_the_letter(office: Office, taken: int) -> None:
    preview = office.press("c1", "reply_preview", taken, words=REPLY)
    assert preview is not None
    assert office.press("c1", "reply_send", taken, words=REPLY, **preview.kept) is None
    (message,) = [
        each.outgoing for each in office.posted()
        if each.row.chat == "900" and isinstance(each.outgoing, Message) and each.outgoing.plain
    ]  # fmt: skip
    assert message.text == preview.passages[0].text
    assert message.text == f"Example Coordinator from Example Programme writes:\n\n{REPLY}"
    assert [button.data for row in message.buttons for button in row] == [reply_data(taken)]


def test_a_reply_is_kept_sealed_and_the_case_waits_for_her(office: Office, taken: int) -> None:
    office.reply("c1", taken, REPLY)
    assert office.case(taken).state == "waiting"
    assert office.said(taken)[-1] == REPLY
    assert (office.lines(taken)[-1].kind, office.lines(taken)[-1].author_id) == ("reply", "c1")
    assert office.done(taken)[-1] == "replied"
    assert office.log(taken)[-1] == "Reply sent by Example Coordinator."


def test_what_the_form_keeps_is_no_word_of_the_reply(office: Office, taken: int) -> None:
    preview = office.press("c1", "reply_preview", taken, words="unmistakable")
    assert preview is not None
    assert "unmistakable" not in str(preview.kept)
    assert preview.fields[0].initial == "unmistakable"


def test_words_that_were_changed_under_the_preview_are_shown_again_before_they_are_sent(
    office: Office, taken: int
) -> None:
    preview = office.press("c1", "reply_preview", taken, words="first")
    assert preview is not None
    again = office.press("c1", "reply_send", taken, words="second", **preview.kept)
    assert again is not None
    assert again.passages[0].text.endswith("writes:\n\nsecond")
    assert office.case(taken).state == "taken"
    assert office.press("c1", "reply_send", taken, words="second ", **again.kept) is None
    assert any(text.endswith("writes:\n\nsecond") for text in office.to_student())


@pytest.mark.parametrize("words", ["", "   \n"])
def test_nothing_is_not_sent(office: Office, taken: int, words: str) -> None:
    for verb in ("reply_preview", "reply_send"):
        form = office.press("c1", verb, taken, words=words)
        assert form is not None
        assert form.error == "Please write something first."


def test_too_much_is_handed_back_whole(office: Office, taken: int) -> None:
    form = office.press("c1", "reply_preview", taken, words="x" * 3001)
    assert form is not None
    assert "3000" in form.error
    assert len(form.fields[1].initial) == 3001


def test_a_beginning_can_be_chosen_and_stands_in_her_language(office: Office, taken: int) -> None:
    office.change("s1", language="nb")
    form = office.press("c1", "reply", taken)
    assert form is not None
    assert [value for value, _ in form.fields[0].options] == ["acknowledge", "consent", "summary", "closing"]
    preview = office.press("c1", "reply_preview", taken, template="consent", words="")
    assert preview is not None
    assert preview.fields[0].initial.startswith("Er det greit at jeg snakker med")
    assert "Example Coordinator fra Example Programme skriver:" in preview.passages[0].text


def test_when_she_cannot_be_reached_the_text_is_not_lost(office: Office, taken: int) -> None:
    preview = office.press("c1", "reply_preview", taken, words=REPLY)
    assert preview is not None
    office.forget_account()
    failed = office.press("c1", "reply_send", taken, words=REPLY, **preview.kept)
    assert failed is not None
    assert "cannot be reached" in failed.error
    assert failed.fields[0].initial == REPLY
    assert office.case(taken).state == "taken"
    assert office.done(taken)[-1] == "taken"


def test_when_the_case_was_handed_over_meanwhile_the_text_is_not_lost(office: Office, taken: int) -> None:
    preview = office.press("c1", "reply_preview", taken, words=REPLY)
    assert preview is not None
    office.press("c1", "hand_over_to", taken, to="c2")
    failed = office.press("c1", "reply_send", taken, words=REPLY, **preview.kept)
    assert failed is not None
    assert "the case is open" in failed.error
    assert failed.fields[0].initial == REPLY


def test_sending_twice_sends_a_second_reply_only_if_it_was_meant(office: Office, taken: int) -> None:
    office.reply("c1", taken, "one")
    office.reply("c1", taken, "two")
    assert office.case(taken).state == "waiting"
    assert [text[-3:] for text in office.to_student() if "writes:" in text] == ["one", "two"]


@pytest.mark.parametrize("verb", ["reply", "reply_preview", "reply_send"])
@pytest.mark.parametrize("staff", ["c2", "m1", "s1"])
def test_who_may_not_read_a_case_does_not_answer_it(office: Office, taken: int, staff: str, verb: str) -> None:
    page = office.press(staff, verb, taken, words="hello")
    assert page is not None
    assert page.verb == ""
    assert office.case(taken).state == "taken"


def test_before_anybody_has_it_there_is_no_reply(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    assert "the case is open" in shown(office.press("c1", "reply", case))


def test_the_same_words_sent_again_at_once_are_one_reply() -> None:
    office = Office()
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    for _ in range(2):
        assert office.reply("c1", case, "Shall we talk at ten?") is None
    assert len([line for line in office.lines(case) if line.kind == "reply"]) == 1
    office.later(minutes=11)
    office.reply("c1", case, "Shall we talk at ten?")
    assert len([line for line in office.lines(case) if line.kind == "reply"]) == 2
