"""A report without a name, from the door to safeguarding and back, with a new program between every two steps."""

import pytest
from sqlmodel import SQLModel

from bot.cases.delivery_trouble import news_waits
from bot.cases.telling.home import home_page
from bot.intake.inbound import AnonymousWords
from bot.intake.receive import receive
from bot.privacy.codes import code_for
from bot.schedule.tick import page
from storage import people
from storage.anonymous import ANONYMOUS
from storage.columns import read
from storage.outbox import OUTBOX, OutboxRow
from storage.parties import parties_of
from storage.people import Person
from tests.intake.chatting import DESK, SETTINGS, Chat
from tests.intake.reporting import COORDINATOR, GUARDIAN, WORDS, more, reply, report, said, the_case, thread
from tests.settable_clock import SettableClock


def everything(chat: Chat) -> str:
    with chat.work() as uow:
        tables = SQLModel.metadata.sorted_tables
        return "\n".join(str(tuple(row)) for each in tables for row in uow.db.execute(each.select()))


def posted_to(chat: Chat, where: str) -> str:
    return "\n".join(packed for to, packed in chat.posted if to == where)


def test_it_is_a_restricted_urgent_case_with_a_card_and_only_safeguarding_is_told(chat: Chat) -> None:
    report(chat, about="bullying", workplace="Sentinel Ltd")
    case = the_case(chat)
    assert (case.topic, case.severity, case.restricted, case.source, case.state) == (
        "safety", 3, True, "anonymous", "open",
    )  # fmt: skip
    assert (case.deadline_at - case.opened_at).total_seconds() == 4 * 3600
    (card,) = chat.cards()
    assert ("Student", "anonymous report") in card.fields
    assert ("Source", "form without a name") in card.fields
    assert "Reply on the page" not in [button.label for button in card.buttons]
    assert "Urgent case 2026-0001" in posted_to(chat, GUARDIAN)
    assert posted_to(chat, COORDINATOR) == ""
    for secret in ("foreman", "Sentinel"):
        assert secret not in "\n".join(packed for where, packed in chat.posted if where != case.person_id)
    assert said(chat) == [
        ("flag", "What it is about: Shouting, insults or bullying\nWorkplace: Sentinel Ltd"), ("words", WORDS),
    ]  # fmt: skip


def test_of_whoever_wrote_nothing_is_kept_but_the_hash_of_a_code_and_sealed_words(chat: Chat) -> None:
    with chat.work() as uow:
        before = list(uow.db.execute(people.ACCOUNT.select()))
    code = report(chat)
    kept = everything(chat)
    assert [secret for secret in (code, code.replace("-", ""), "t" * 22, "foreman") if secret in kept] == []
    with chat.work() as uow:
        (person,) = people.people_with_role(uow.db, ANONYMOUS)
        assert list(uow.db.execute(people.ACCOUNT.select())) == before
    known = (person.name, person.email, person.slack_id, person.timezone, person.consented_at)
    assert known == ("", "", "", "", None)


def test_danger_in_the_words_makes_it_an_emergency_that_is_called(chat: Chat) -> None:
    code = report(chat, "I have taken pills, I want to die")
    assert the_case(chat).severity == 4
    assert the_case(chat).page_at is not None
    assert "EMERGENCY. Case 2026-0001" in posted_to(chat, GUARDIAN)
    assert thread(chat, code).grave
    assert any("Nobody has answered yet. Please call" in line for line in thread(chat, code).standing)


def test_what_the_word_list_cannot_read_is_marked_for_whoever_reads_it(chat: Chat) -> None:
    report(chat, "Здесь кричат на нас каждый день и бросают инструменты", language="nb")
    opened = repr(chat.act("open", 1, by=GUARDIAN).view)
    assert "Language not screened" in opened


def test_a_reply_stands_on_the_page_at_any_hour_and_is_no_trouble_of_delivery(chat: Chat, clock: SettableClock) -> None:
    code = report(chat)
    clock.skip(hours=13)
    chat.act("take", 1, by=GUARDIAN)
    reply(chat, "Thank you. Does it go on?")
    shown = thread(chat, code)
    assert [(each.who, each.text) for each in shown.said] == [
        ("", WORDS), ("Example Guardian, safeguarding lead", "Thank you. Does it go on?"),
    ]  # fmt: skip
    assert "Example Guardian wrote to you and waits for your answer." in shown.standing
    with chat.work() as uow:
        waited = OUTBOX.select().where(OUTBOX.c.lane == "form", OUTBOX.c.not_before.is_not(None))
        assert uow.db.execute(waited).all() == []
    told = posted_to(chat, DESK)
    assert "quiet now" not in told
    assert "It is night" not in told
    clock.skip(minutes=30)
    with chat.work() as uow:
        assert news_waits(uow, SETTINGS) == 0
    assert the_case(chat).undelivered_at is None
    assert not any("Delivery" in dict(card.fields) for card in chat.cards())


def test_every_word_to_the_page_waits_on_its_lane_until_it_is_delivered(chat: Chat) -> None:
    with chat.work() as uow:
        code = code_for(uow.vault, "t" * 22)
        receive(uow, chat.house(), AnonymousWords("form", "first", code, WORDS, "en", begins=True))
    with chat.work() as uow:
        rows = [read(OutboxRow, row._mapping) for row in uow.db.execute(OUTBOX.select().where(OUTBOX.c.lane == "form"))]
    assert [(row.chat, row.person_id, row.case_id) for row in rows] == [(the_case(chat).person_id,) * 2 + (1,)]
    assert "case number" not in rows[0].packed


def test_the_team_reads_that_nobody_knows_who_wrote(chat: Chat) -> None:
    report(chat)
    opened = chat.act("open", 1, by=GUARDIAN).view
    assert opened is not None
    headings = [passage.heading for passage in opened.passages]
    assert headings[0] == "Anonymous report"
    assert "Nobody knows who wrote this." in opened.passages[0].text
    assert "Coordinator" not in opened.passages[0].text
    assert any(heading.startswith("Written without a name") for heading in headings)
    assert "student" not in repr(opened).lower()
    assert "An anonymous report." in posted_to(chat, DESK)
    chat.act("take", 1, by=GUARDIAN)
    assert "Reply on the page" in [button.label for button in chat.cards()[-1].buttons]
    form = chat.act("reply", 1, by=GUARDIAN).view
    assert form is not None
    assert form.title == "Reply on the page"


def test_a_coordinator_may_not_open_it(chat: Chat) -> None:
    report(chat)
    assert "Only safeguarding" in repr(chat.act("open", 1, by=COORDINATOR).view)


def test_more_words_give_it_back_to_whoever_waits_and_danger_in_them_calls(chat: Chat) -> None:
    code = report(chat)
    chat.act("take", 1, by=GUARDIAN)
    reply(chat, "Does it go on?")
    assert the_case(chat).state == "waiting"
    assert more(chat, code, "Yes, every day.")
    assert the_case(chat).state == "taken"
    assert "News in case 2026-0001" in posted_to(chat, GUARDIAN)
    assert more(chat, code, "I want to kill myself")
    assert (the_case(chat).severity, the_case(chat).state) == (4, "open")
    assert len(thread(chat, code).said) == 4


def test_words_after_the_end_open_it_again(chat: Chat) -> None:
    code = report(chat)
    chat.act("take", 1, by=GUARDIAN)
    chat.act("resolve_as", 1, by=GUARDIAN, outcome="solved")
    assert thread(chat, code).closed
    assert more(chat, code, "It has begun again.")
    assert the_case(chat).state == "reopened"
    assert "Reopened: more was written on the page." in posted_to(chat, DESK)


def test_an_unknown_code_keeps_nothing_and_the_same_words_twice_are_kept_once(chat: Chat) -> None:
    code = report(chat)
    assert not more(chat, "K7QXM-4ND9P-AWE3T-HJ6VC", "words")
    again = AnonymousWords("form", "twice", code, "once", "en")
    assert [chat.receive(again).repeated, chat.receive(again).repeated] == [False, True]
    assert [words for _, words in said(chat)][1:] == [WORDS, "once"]


@pytest.mark.parametrize(
    ("words", "workplace"),
    [
        ("My coordinator laughs at me", ""),
        ("Example Coordinator laughs at me", ""),
        ("They laugh at me", "the team of Example Coordinator"),
    ],
)
def test_it_is_kept_from_whomever_it_names_and_from_every_coordinator_where_one_is_meant(
    chat: Chat, words: str, workplace: str
) -> None:
    with chat.work() as uow:
        other = Person(id="c2", name="Kari Nordmann", role="coordinator", slack_id="UC2")
        uow.db.execute(people.PERSON.insert().values(**other.model_dump()))
    report(chat, words, workplace=workplace)
    with chat.work() as uow:
        kept = parties_of(uow.db, 1)
    assert kept == ({"c1", "c2"} if words.startswith("My") else {"c1"})
    assert posted_to(chat, COORDINATOR) == ""
    assert "case:take:1" in posted_to(chat, GUARDIAN)


def test_nobody_acting_it_climbs_like_any_other(chat: Chat, clock: SettableClock) -> None:
    with chat.work() as uow:
        lead = Person(id="l1", name="Example Lead", role="lead", slack_id="UL1")
        uow.db.execute(people.PERSON.insert().values(**lead.model_dump()))
    code = report(chat)
    for hours in (3, 1, 4):
        clock.skip(hours=hours, minutes=1)
        with chat.work() as uow:
            assert page(uow, chat.house()) == 1
        chat.deliver()
    assert "waits for somebody to take it" in posted_to(chat, GUARDIAN)
    assert "has waited for" in posted_to(chat, "UL1")
    assert any("It is late, I am sorry." in line for line in thread(chat, code).standing)


def test_two_reports_know_nothing_of_each_other(chat: Chat) -> None:
    first, second = report(chat), report(chat, "Another matter", ticket="u" * 22, language="nb")
    assert first != second
    assert [each.text for each in thread(chat, second).said] == ["Another matter"]
    assert the_case(chat, 2).person_id != the_case(chat).person_id


def test_safeguardings_own_page_lists_it_without_a_word(chat: Chat) -> None:
    report(chat)
    with chat.work() as uow:
        guardian = people.find_person(uow.db, "g1")
        assert guardian is not None
        listed = home_page(uow, SETTINGS, guardian)
    assert "2026-0001" in repr(listed)
    assert "foreman" not in repr(listed)
