from typing import Any

import orjson
import pytest

from bot.cases.attachments import SentFile
from bot.intake.inbound import Inbound, Kind
from bot.words.outgoing import Message
from flows.severity import Severity
from storage.attachments import ATTACHMENT, attachments_of
from storage.cases import Case, cases_of, lines_of
from storage.conversations import latest
from storage.people import PERSON, link
from tests.intake.chatting import Chat, Work

OFFER = "I cannot look at pictures, listen or open files myself. Shall a person look at it?"


def send(chat: Chat, ref: str = "f1", kind: str = "photo", **fields: Any) -> str:
    before = len(chat.transcript)
    files = (SentFile(ref, kind, 2000),)
    chat.receive(chat.event(Kind.MEDIA, media=kind, files=files, **fields))
    return "\n".join(chat.transcript[before:])


def kept(chat: Chat) -> list[tuple[str, str, int | None]]:
    with chat.work() as uow:
        rows = uow.db.execute(ATTACHMENT.select().order_by(ATTACHMENT.c.id)).all()
        return [(row.ref, row.state, row.case_id) for row in rows]


def cases(chat: Chat) -> list[Case]:
    with chat.work() as uow:
        return cases_of(uow.db, "s1")


def said(chat: Chat, case: int) -> list[str]:
    with chat.work() as uow:
        return [uow.open(chat.student(uow), line.body) for line in lines_of(uow.db, [case])]


def waits_for_her(chat: Chat) -> None:
    """A case of hers in which the coordinator waits for an answer, and the bot has the chat."""
    chat.say("human", "Write to me", "No", "my working hours changed and nobody told me")
    chat.act("take", 1, by="UC1")
    preview = chat.act("reply_preview", 1, by="UC1", words="Can you show me?").view
    assert preview is not None
    chat.act(preview.verb, 1, by="UC1", words="Can you show me?", **preview.kept)


def test_outside_everything_it_is_kept_only_when_she_says_yes(chat: Chat) -> None:
    assert send(chat).startswith(OFFER)
    assert kept(chat) == [("f1", "offered", None)]
    assert cases(chat) == []
    answer = chat.tap("Yes, a person")
    assert "It goes to a person, in your case 2026-0001." in answer
    (case,) = cases(chat)
    assert (case.restricted, case.topic) == (True, "wellbeing")
    assert kept(chat) == [("f1", "waiting", 1)]
    assert said(chat, 1) == ["(picture: among the files of this case)"]
    chat.press("m|look:1")
    assert chat.toast == "Already noted."
    assert len(said(chat, 1)) == 1


def test_what_she_does_not_want_seen_leaves_nothing(chat: Chat) -> None:
    send(chat)
    assert chat.tap("No, do not keep it") == "It is not kept."
    assert kept(chat) == []
    chat.press("m|look:1")
    assert cases(chat) == []


def test_nobody_can_accept_what_another_student_sent(chat: Chat) -> None:
    send(chat)
    with chat.work() as uow:
        other = chat.student(uow).model_dump() | {"id": "s2", "email": "s2@example.org"}
        uow.db.execute(PERSON.insert().values(**other))
        uow.db.execute(ATTACHMENT.update().values(person_id="s2"))
    chat.press("m|look:1")
    assert cases(chat) == []
    assert kept(chat) == [("f1", "offered", None)]


def test_an_album_is_asked_about_once_and_goes_together(chat: Chat) -> None:
    answers = [send(chat, f"f{number}", album="77") for number in (1, 2, 3)]
    assert [bool(answer) for answer in answers] == [True, False, False]
    chat.tap("Yes, a person")
    assert send(chat, "f4", album="77") == ""
    assert kept(chat) == [(f"f{number}", "waiting", 1) for number in (1, 2, 3, 4)]


def test_a_picture_and_the_words_after_it_go_to_the_person_who_waits(chat: Chat) -> None:
    waits_for_her(chat)
    chat.say("/menu")  # the bot is back: nobody holds the chat
    assert send(chat) == "Sent to Example Coordinator."
    assert chat.say("this is the plan on the wall") == "Sent to Example Coordinator."
    assert kept(chat) == [("f1", "waiting", 1)]
    assert said(chat, 1)[-2:] == ["(picture: among the files of this case)", "this is the plan on the wall"]


@pytest.mark.parametrize("held", [True, False])
def test_words_under_a_picture_and_the_picture_land_in_one_case(chat: Chat, held: bool) -> None:
    waits_for_her(chat)
    if not held:
        chat.say("/menu")
    answer = send(chat, text="this is the plan on the wall")
    assert answer == ("" if held else "Sent to Example Coordinator.")
    assert kept(chat) == [("f1", "waiting", 1)]
    assert {"(picture: among the files of this case)", "this is the plan on the wall"} <= set(said(chat, 1))


def test_while_a_person_holds_the_chat_files_go_there_without_an_answer(chat: Chat) -> None:
    waits_for_her(chat)
    chat.say("/menu")
    preview = chat.act("reply_preview", 1, by="UC1", words="And now?").view
    assert preview is not None
    chat.act(preview.verb, 1, by="UC1", words="And now?", **preview.kept)
    assert send(chat, "f1", album="5") == ""
    assert send(chat, "f2", album="5") == ""
    assert kept(chat) == [("f1", "waiting", 1), ("f2", "waiting", 1)]
    assert said(chat, 1).count("(picture: among the files of this case)") == 1


def test_a_voice_message_in_a_call_for_help_reaches_people_at_once(chat: Chat) -> None:
    chat.say("/urgent")
    answer = send(chat, kind="voice")
    assert "is being told that you wrote" in answer
    (case,) = cases(chat)
    assert case.severity >= Severity.URGENT
    assert kept(chat) == [("f1", "waiting", case.id)]
    told = [each.text for each in chat.desk if isinstance(each, Message)]
    assert any(case.number in text for text in told)


def test_it_is_taken_as_an_answer_to_a_question_for_words_and_a_person_reads_it(chat: Chat) -> None:
    chat.say("human", "Write to me", "No")
    answer = send(chat, kind="voice")
    assert "I cannot look at this or listen to it myself. A person does" in answer
    about = next(case for case in cases(chat) if case.restricted)
    assert kept(chat) == [("f1", "waiting", about.id)]
    assert said(chat, about.id or 0) == ["(voice message: among the files of this case)"]
    with chat.work() as uow:
        talk = latest(uow.db, "s1", "human")
        assert talk is not None
        noted = [uow.open(chat.student(uow), str(value)) for value in orjson.loads(talk.answers).values()]
    assert talk.status == "done"
    assert "[voice message]" in noted


def test_where_a_choice_was_asked_she_is_told_so_and_asked_again(chat: Chat) -> None:
    question = chat.say("/checkin")
    answer = send(chat)
    assert answer.startswith("Thank you for the picture. I cannot look at it and I do not keep it.")
    assert question.splitlines()[0] in answer
    assert kept(chat) == []
    assert cases(chat) == []


def test_a_grave_caption_makes_a_case_and_the_picture_goes_with_it(chat: Chat) -> None:
    send(chat, text="my supervisor hit me yesterday")
    (case,) = cases(chat)
    assert kept(chat) == [("f1", "waiting", case.id)]
    assert len(said(chat, case.id or 0)) == 2


def test_a_sticker_is_no_file_and_goes_nowhere(chat: Chat) -> None:
    before = len(chat.transcript)
    chat.receive(chat.event(Kind.MEDIA, media="sticker"))
    assert chat.transcript[before].startswith("Thank you for the sticker.")
    assert kept(chat) == []


def test_from_either_of_her_platforms_it_lands_in_the_case(chat: Chat) -> None:
    waits_for_her(chat)
    with chat.work() as uow:
        link(uow.db, "slack", "US9", "D9", "s1", uow.now)
    chat.say("from my phone")
    files = (SentFile("F1", "photo", 9),)
    chat.receive(Inbound("slack", "Ev1", Kind.TEXT, "US9", "D9", text="from my desk"))
    chat.receive(Inbound("slack", "Ev2", Kind.MEDIA, "US9", "D9", media="photo", files=files))
    assert {"from my phone", "from my desk", "(picture: among the files of this case)"} <= set(said(chat, 1))
    with chat.work() as uow:
        assert [(each.platform, each.case_id) for each in attachments_of(uow.db, [1])] == [("slack", 1)]


def test_it_is_offered_in_norwegian_too(work: Work) -> None:
    chat = Chat(work, language="nb")
    assert "Skal et menneske se på det?" in send(chat)
    assert "Det går til et menneske, i saken din 2026-0001." in chat.tap("Ja, et menneske")
