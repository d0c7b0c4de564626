"""The self-assessment in the chat: the picture with its words, the goals it drafts, and whom she shows it."""

from datetime import timedelta

from bot.facts.context import Context
from bot.facts.known import Knowledge
from bot.intake.talk import opening
from bot.intake.talk.session import Session
from bot.words.outgoing import Message, Picture
from flows.competences import COMPETENCES, FRAMEWORK
from flows.self_assessment import self_assessment
from storage.conversations import latest_done
from storage.followups import FOLLOW_UP
from storage.goals import goals_of
from storage.outbox import OUTBOX
from storage.posting import reachable_account
from tests.intake.chatting import SETTINGS, Chat, Work
from tests.settable_clock import SettableClock


def begin(chat: Chat) -> None:
    with chat.work() as uow:
        session = Session(Context(uow, SETTINGS, chat.student(uow)), chat.house().scripts, None)
        opening.open_talk(session, "self_assessment")
    chat.deliver()


def answer(chat: Chat, *levels: str, rest: tuple[str, ...] = ("1, 7", "skip", "skip")) -> str:
    begin(chat)
    chat.tap("Start")
    return chat.say(*levels, *rest)


def test_after_the_last_question_she_has_her_levels_in_words_and_two_drafted_goals(chat: Chat) -> None:
    answer(chat, "3", "1 just learning about it", "I never ask", *["4"] * 5, "skip")
    last = chat.transcript[-2]
    assert "Career and self-development: 3 Do it sometimes" in last
    assert "Communication: 1 Just learning about it" in last
    assert "Technology: skipped" in last
    with chat.work() as uow:
        her = chat.student(uow)
        drafts = [uow.open(her, goal.words) for goal in goals_of(uow.db, "s1")]
    assert drafts == ["Career and self-development: get to the next level", "Teamwork: get to the next level"]


def test_start_and_end_stand_beside_each_other(work: Work, clock: SettableClock) -> None:
    today = clock.now().date()
    chat = Chat(work, starts_on=today - timedelta(days=5), ends_on=today + timedelta(days=100))
    answer(chat, *["2"] * 8)
    clock.skip(days=95)
    answer(chat, *["4"] * 8)
    assert "Teamwork: 2 Understand it → 4 Do it consistently" in chat.transcript[-2]
    assert "(start → end)" in chat.transcript[-2]


def test_the_scales_and_the_part_of_the_placement_stand_beside_the_answers(chat: Chat) -> None:
    answer(chat, *["3"] * 8)
    with chat.work() as uow:
        (talk,) = latest_done(uow.db, "s1", "self_assessment", 5)
        facts = Knowledge(Context(uow, SETTINGS, chat.student(uow)), ()).facts_for(self_assessment)
    assert f'"framework":"{FRAMEWORK}"' in talk.progress
    assert '"assessment_moment":"start"' in talk.progress
    assert (facts["at_three_before"], facts["at_four_before"]) == (tuple(COMPETENCES), ())
    assert facts["assessment_moment"] == "middle"


def test_she_shows_it_to_her_coordinator_and_to_nobody_else(chat: Chat) -> None:
    answer(chat, *["3"] * 8, rest=("skip", "skip", "my coordinator, my supervisor"))
    shown = [each.text for each in chat.desk if isinstance(each, Message)]
    assert [text for text in shown if "Teamwork: 3 Do it sometimes" in text] == shown
    assert [chat_of for chat_of, _ in chat.posted] == ["UC1"]
    assert "Example Student" not in shown[0]


def test_shown_to_nobody_it_stays_with_her(chat: Chat) -> None:
    answer(chat, *["3"] * 8)
    assert chat.posted == []


def test_put_off_it_is_promised_for_three_days_later(chat: Chat, clock: SettableClock) -> None:
    begin(chat)
    assert "three days" in chat.tap("Later")
    with chat.work() as uow:
        (promised,) = uow.db.execute(FOLLOW_UP.select()).all()
    assert (promised.flow, promised.due_at) == ("self_assessment", clock.now() + timedelta(days=3))


def test_the_language_may_change_in_the_middle(chat: Chat) -> None:
    begin(chat)
    chat.tap("Start")
    chat.say("3", "2", "/language", "norsk bokmål")
    assert "Kritisk tenkning" in chat.transcript[-1]
    chat.say(
        "tilbake", "4 gjør det hele tiden", "3", "3", "3", "3", "3", "hopp over", "hopp over", "hopp over", "ingen"
    )
    assert "Kommunikasjon: 4 Gjør det hele tiden" in chat.transcript[-2]


def test_the_picture_is_sealed_like_her_words(chat: Chat) -> None:
    begin(chat)
    with chat.work() as uow:
        account = reachable_account(uow, "s1")
        session = Session(Context(uow, SETTINGS, chat.student(uow)), chat.house().scripts, account)
        from bot.intake.talk.assessment import picture_of

        picture = picture_of(session, [])
        session.post(picture)
        packed = uow.db.execute(OUTBOX.select().order_by(OUTBOX.c.id.desc())).first()
    assert isinstance(picture, Picture)
    assert packed is not None
    assert "levels" not in packed.packed
