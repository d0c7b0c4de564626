"""Working from a distance, as she meets it."""

from flows.severity import Severity
from storage.cases import cases_of
from tests.intake.chatting import Chat
from tests.intake.test_workload_by_chat import words_in

TO_REMOTE = (
    "checkin", "start", "3", "about right", "yes", "4", "yes", "4", "remote or equipment", "yes", "skip", "skip", "no",
)  # fmt: skip


def cases(chat: Chat) -> list[tuple[str, int, bool]]:
    with chat.work() as uow:
        return sorted((case.topic, case.severity, case.restricted) for case in cases_of(uow.db, "s1"))


def test_feeling_apart_counts_when_it_was_so_the_last_time_too(chat: Chat) -> None:
    chat.say(*TO_REMOTE)
    assert "Thank you. It is noted." in chat.say("nothing is missing", "today", "4", "set time", "2", "no")
    assert cases(chat) == []
    chat.say(*TO_REMOTE, "nothing is missing", "today", "4", "set time", "1")
    assert cases(chat) == [("wellbeing", Severity.ATTENTION, False)]
    assert "I feel part of the team" in words_in(chat, 1)


def test_missing_equipment_says_what_to_do_about_it(chat: Chat) -> None:
    chat.say(*TO_REMOTE)
    chat.tap("Equipment", "Internet", "Done")
    chat.say("more than three days")
    assert cases(chat) == [("practical", Severity.ATTENTION, False)]
    told = words_in(chat, 1)
    assert "Equipment, Internet" in told
    assert "please ask the workplace for it" in told


def test_in_norwegian_and_with_a_typed_number_of_hours(chat: Chat) -> None:
    chat.say("language", "Norsk bokmål", *TO_REMOTE)
    assert "Omtrent hvor mange timer" in chat.say("ingenting mangler", "i dag", "5", "Jeg slutter aldri helt")
    chat.say("omtrent 52")
    assert cases(chat) == [("workload", Severity.URGENT, False)]
    assert "Avtal én videokaffe i uka" in chat.say("5", "nei")
