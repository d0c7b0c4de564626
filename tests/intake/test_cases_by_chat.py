"""From her words to a person and back."""

from tests.intake.chatting import Chat


def a_case(chat: Chat) -> None:
    chat.say("human", "Write to me", "No", "my working hours changed and nobody told me")


def replies(chat: Chat, words: str) -> None:
    """The coordinator writes, reads what the student will read, and sends it."""
    preview = chat.act("reply_preview", 1, by="UC1", words=words).view
    assert preview is not None
    chat.act(preview.verb, 1, by="UC1", words=words, **preview.kept)


def test_she_is_told_number_reader_and_deadline(chat: Chat) -> None:
    a_case(chat)
    told = "\n".join(chat.transcript)
    assert "case number is 2026-0001" in told
    assert "Example Coordinator" in told


def test_she_hears_who_took_it_and_reads_the_reply_with_the_name(chat: Chat) -> None:
    a_case(chat)
    chat.act("take", 1, by="UC1")
    assert "Example Coordinator from Example Programme has taken your case 2026-0001" in chat.transcript[-1]
    replies(chat, "Can we talk tomorrow at *ten*?")
    told = "\n".join(chat.transcript[-3:])
    assert "Example Coordinator from Example Programme writes:" in told
    assert "tomorrow at *ten*?" in told


def test_what_she_writes_back_lands_in_the_case_and_not_in_a_menu(chat: Chat) -> None:
    a_case(chat)
    chat.act("take", 1, by="UC1")
    replies(chat, "Can we talk tomorrow?")
    assert chat.say("Yes, at ten please") == ""
    page = chat.act("open", 1, by="UC1").view
    assert "Yes, at ten please" in repr(page)


def test_write_back_in_the_middle_of_a_check_in_keeps_the_check_in(chat: Chat) -> None:
    a_case(chat)
    chat.act("take", 1, by="UC1")
    replies(chat, "Can we talk tomorrow?")
    write_back = chat.buttons["Write back"]
    chat.say("menu", "checkin", "start")
    assert "Please write your answer to Example Coordinator" in chat.press(write_back)
    answered = chat.say("Yes, at ten please")
    assert "Sent to Example Coordinator." in answered
    assert "We stopped at Check-in." in answered
    assert "How have the last two weeks been?" in answered


def test_it_is_not_solved_opens_the_case_again(chat: Chat) -> None:
    a_case(chat)
    chat.act("take", 1, by="UC1")
    chat.act("resolve_as", 1, by="UC1", outcome="solved")
    assert "closed your case 2026-0001" in chat.transcript[-1]
    chat.tap("It is not solved")
    assert "is open again" in "\n".join(chat.transcript)
    assert "Open case" in {button.label for button in chat.cards()[-1].buttons}


def test_cases_shows_who_opened_her_words(chat: Chat) -> None:
    a_case(chat)
    chat.act("open", 1, by="UC1")
    listed = chat.say("/cases")
    assert "2026-0001" in listed
    assert "Opened by coordinator" in listed
