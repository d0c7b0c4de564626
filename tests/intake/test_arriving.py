"""Who is this? Invitations, strangers, groups, a second platform."""

from datetime import timedelta

from bot.intake.inbound import Inbound, Kind
from bot.programmes.invitations import hash_of
from storage import people
from tests.intake.chatting import Chat

TOKEN = "an-example-token"


def invited(chat: Chat, *, days: int = 14) -> None:
    with chat.work() as uow:
        people.invite(uow.db, hash_of(TOKEN), "s1", uow.now + timedelta(days=days))


def from_elsewhere(chat: Chat, text: str, user: str = "900", *, private: bool = True) -> list[str]:
    """Somebody writes from another account; gives what goes out to that chat."""
    from sqlalchemy import select

    from bot.words.outgoing import Message, unpack
    from storage.outbox import OUTBOX

    event = Inbound("telegram", f"x{user}{text}", Kind.TEXT, user=user, chat=user, private=private, text=text)
    with chat.work() as uow:
        from bot.intake.receive import receive

        receive(uow, chat.house(), event)
    with chat.work() as uow:
        rows = uow.db.execute(select(OUTBOX).where(OUTBOX.c.chat == user, OUTBOX.c.status == "pending")).all()
        person = people.find_person(uow.db, "s1")
        assert person is not None
        said = [unpack(uow.open(person, row.packed) if row.person_id else row.packed) for row in rows]
        uow.db.execute(OUTBOX.update().values(status="sent"))
    return [message.text for message in said if isinstance(message, Message)]


def test_a_stranger_learns_where_to_get_an_invitation_and_nothing_is_kept(chat: Chat) -> None:
    (answer,) = from_elsewhere(chat, "hello")
    assert "I do not know you yet" in answer
    with chat.work() as uow:
        assert people.who_writes(uow.db, "telegram", "900") is None


def test_a_stranger_in_danger_gets_the_numbers(chat: Chat) -> None:
    (answer,) = from_elsewhere(chat, "I want to kill myself")
    assert "113" in answer


def test_an_invitation_links_once(chat: Chat) -> None:
    invited(chat)
    assert "You can use both chats" in from_elsewhere(chat, f"/start {TOKEN}")[0]
    assert "has been used already" in from_elsewhere(chat, f"/start {TOKEN}", user="901")[0]


def test_an_old_invitation_is_refused(chat: Chat) -> None:
    invited(chat, days=-1)
    assert "too old" in from_elsewhere(chat, f"/start {TOKEN}")[0]


def test_a_guessed_invitation_is_refused(chat: Chat) -> None:
    assert "I do not know this invitation" in from_elsewhere(chat, "/start guess")[0]


def test_a_check_in_begun_in_one_chat_goes_on_in_the_other(chat: Chat) -> None:
    chat.say("checkin", "start", "4")
    invited(chat)
    asked = from_elsewhere(chat, f"/start {TOKEN}")
    assert "How much work do you have?" in asked[-1]
    answered = from_elsewhere(chat, "about right")
    assert any("Is that all right for you?" in text for text in answered)


def test_in_a_group_it_only_says_where_to_write(chat: Chat) -> None:
    (answer,) = from_elsewhere(chat, "/menu", user="-100", private=False)
    assert "private chat" in answer


def test_the_onboarding_asks_for_consent_and_plans_the_first_check_in(newcomer: Chat) -> None:
    newcomer.say("/start", "English", "I agree", "Right", "yes", "paid")
    newcomer.say("learn SQL\nmeet people", "skip", "not yet", "no", "every two weeks", "thursday", "15:00")
    assert "You are set. First check-in Thursday 10 December, 15:00." in newcomer.say("skip")
    with newcomer.work() as uow:
        from storage.consent import consents_of
        from storage.goals import goals_of

        assert [given.channel for given in consents_of(uow.db, "s1")] == ["telegram"]
        person = people.find_person(uow.db, "s1")
        assert person is not None
        assert [uow.open(person, goal.words) for goal in goals_of(uow.db, "s1")] == ["learn SQL", "meet people"]


def test_no_thanks_ends_politely_and_her_coordinator_hears_it_without_a_name(newcomer: Chat) -> None:
    newcomer.say("/start", "English")
    newcomer.say("No thanks")
    assert "no consequences" in "\n".join(newcomer.transcript)
    assert "chose not to use the chat" in repr(newcomer.desk)
    assert "Example Student" not in repr(newcomer.desk)


def test_norwegian_from_the_first_answer_on(newcomer: Chat) -> None:
    newcomer.say("/start")
    assert "Kort om personvern" in newcomer.say("Norsk bokmål") or "personvern" in newcomer.transcript[-2].casefold()


def test_before_consent_only_help_and_her_rights_are_open(newcomer: Chat) -> None:
    assert "Do you agree" in newcomer.say("checkin", "English") or "Which language" in "\n".join(newcomer.transcript)
    assert "113" in newcomer.say("/urgent")
