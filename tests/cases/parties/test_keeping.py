"""A case that is kept from somebody: routed to others, hidden at every click, taken away at once."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cases.acts import home_of
from bot.cases.hearing import Concern, hear
from bot.cases.parties.finding import Involved
from bot.config.mail import Mail
from bot.words.outgoing import Card, Home
from flows.severity import Severity
from tests.cases.office import CHANNEL, PEOPLE, Office, Posted, labels, shown

COORDINATOR, GUARDIAN = "Example Coordinator", "Example Guardian"
ABOUT_HER = f"It is {COORDINATOR} who shouts at me"
VERBS = ("open", "take", "take_here", "hand_over", "reply", "reply_preview", "resolve", "reopen")


def chat_of(person: str) -> str:
    return next(each.slack_id for each in PEOPLE if each.id == person)


def about(office: Office, case: int) -> list[Posted]:
    """Every row that says anything about a case."""
    key, number = f"card:{case}", office.case(case).number
    return [
        each for each in office.posted()
        if each.row.case_id == case or key in (each.row.key, each.row.thread_key)
        or each.row.key.startswith(f"{key}:") or number in repr(each.outgoing)
    ]  # fmt: skip


def told(office: Office, case: int, chats: Iterable[str]) -> list[Posted]:
    return [each for each in about(office, case) if each.row.chat in set(chats)]


def own_cards(office: Office, case: int, person: str) -> list[Card]:
    found = [each.outgoing for each in office.posted() if each.row.key == f"card:{case}:{person}"]
    return [card for card in found if isinstance(card, Card)]


def test_whoever_is_named_when_a_case_opens_never_hears_of_it(office: Office) -> None:
    case = office.hear(Severity.URGENT, words=ABOUT_HER)
    assert told(office, case, [chat_of("c1"), CHANNEL]) == []
    assert any("Urgent case" in said for said in office.to("g1"))
    assert [(change.who, change.detail) for change in office.changes(case) if change.what == "kept_from"] == [
        ("placemate", "c1")
    ]


def test_the_card_goes_to_each_of_those_who_may_take_it_and_is_kept_up_to_date_there(office: Office) -> None:
    case = office.hear(Severity.ATTENTION, words=ABOUT_HER)
    for person in ("g1", "g2", "l1", "c2"):
        assert labels(own_cards(office, case, person)[-1]) == ["Open case", "I take it", "Hand over"]
    office.press("g1", "take", case)
    assert "Resolve" in labels(own_cards(office, case, "c2")[-1])
    assert [each.row.thread_key for each in office.posted() if "Taken by" in repr(each.outgoing)].count(
        f"card:{case}:l1"
    ) == 1
    assert told(office, case, [chat_of("c1"), CHANNEL]) == []


def test_she_is_told_who_does_not_see_it_and_who_reads_it(office: Office) -> None:
    office.hear(Severity.ATTENTION, words=ABOUT_HER)
    assert any(f"Your case 2026-0001 is not shown to {COORDINATOR}. {GUARDIAN} reads it." in said
               for said in office.to_student())  # fmt: skip
    assert not any(f"{COORDINATOR} reads it" in said for said in office.to_student())


@pytest.mark.parametrize("verb", VERBS)
def test_every_button_of_a_case_is_refused_to_whom_it_is_kept_from(office: Office, verb: str) -> None:
    case = office.hear(Severity.ATTENTION, words=ABOUT_HER)
    before = office.case(case)
    assert "handled by others" in shown(office.press("c1", verb, case, words="a sentinel of a reply"))
    assert office.case(case) == before


def test_it_cannot_be_handed_over_to_whom_it_is_kept_from(office: Office) -> None:
    case = office.hear(Severity.ATTENTION, words=ABOUT_HER)
    assert COORDINATOR not in shown(office.press("g1", "hand_over", case))
    office.press("g1", "hand_over_to", case, to="c1")
    assert office.case(case).assignee_id == ""


def test_it_does_not_stand_on_her_page(office: Office) -> None:
    office.hear(Severity.ATTENTION, words=ABOUT_HER)
    for person, listed in (("c1", False), ("c2", True)):
        with office.work() as uow:
            home_of(uow, office.settings, office.person(uow, person))
        homes = [each.outgoing for each in office.posted() if each.row.chat == chat_of(person)]
        pages = [home for home in homes if isinstance(home, Home)]
        assert ("2026-0001" in repr(pages[-1])) is listed


def test_a_late_finding_takes_the_case_away_and_closes_the_card_in_the_channel(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    office.write(case, f"the problem is {COORDINATOR.lower()}")
    found = office.case(case)
    assert (found.state, found.assignee_id) == ("open", "")
    channel = [each for each in told(office, case, [CHANNEL]) if each.row.status == "pending"]
    assert [each.outgoing.title for each in channel if isinstance(each.outgoing, Card)] == [
        "Case 2026-0001 is handled by others."
    ]
    assert all(not labels(each.outgoing) for each in channel if isinstance(each.outgoing, Card))
    assert any("was taken from a colleague" in said for said in office.to("g1"))
    assert told(office, case, [chat_of("c1")]) == []
    assert "handled by others" in shown(office.press("c1", "open", case))


def test_what_was_on_its_way_to_her_is_taken_back(office: Office) -> None:
    case = office.hear(Severity.URGENT)
    assert office.to("c1")
    office.write(case, ABOUT_HER)
    assert office.to("c1") == []
    assert all(isinstance(each.outgoing, Card) and not each.outgoing.buttons for each in told(office, case, [CHANNEL]))


def test_in_an_emergency_the_next_person_is_called_instead() -> None:
    office = Office(on_call=("c1", "g1"))
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True, words=ABOUT_HER)
    for _ in range(4):
        office.later(minutes=11)
        office.tick()
    assert told(office, case, [chat_of("c1"), CHANNEL]) == []
    assert any("EMERGENCY" in said for said in office.to("g1"))


@pytest.mark.parametrize(("email", "mails"), [("guard@example.org", 0), ("other@example.org", 1)])
def test_a_second_channel_that_the_named_one_reads_is_left_out(email: str, mails: int) -> None:
    office = Office(second_channel="mail:guard@example.org")
    mail = Mail.model_validate({"host": "localhost", "from": "bot@example.org"})
    office.settings = office.settings.model_copy(update={"mail": mail})
    office.change("g1", email=email)
    office.hear(Severity.EMERGENCY, "safety", restricted=True, words=f"{GUARDIAN} hit me")
    assert len([each for each in office.posted() if each.row.chat == "guard@example.org"]) == mails


def test_where_safeguarding_is_named_the_lead_reads_it(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True, words="Example Guardian and Example Second Guardian")
    assert "a sentinel" not in shown(office.press("g1", "open", case))
    assert office.said(case)[0] in shown(office.press("l1", "open", case))
    assert any("Example Lead reads it" in said for said in office.to_student())


def test_where_everybody_is_named_she_is_told_so_and_where_to_turn(office: Office) -> None:
    everyone = ", ".join(person.name for person in PEOPLE if person.role in ("coordinator", "safeguarding", "lead"))
    case = office.hear(Severity.URGENT, "safety", restricted=True, words=f"they all laugh: {everyone}")
    assert any("nobody there can read it" in said for said in office.to_student())
    team = [chat_of(person.id) for person in PEOPLE if person.role in ("coordinator", "safeguarding", "lead")]
    assert told(office, case, [*team, CHANNEL]) == []


def test_a_named_mentor_is_written_down_and_changes_nothing_for_the_team(office: Office) -> None:
    case = office.hear(Severity.ATTENTION, words="Example Mentor is unkind")
    assert "m1" in {change.detail for change in office.changes(case) if change.what == "kept_from"}
    assert office.cards(case)
    assert not any("is not shown to" in said for said in office.to_student())


def test_somebody_of_the_team_without_a_name_leaves_it_to_safeguarding(office: Office) -> None:
    with office.student() as context:
        involved = Involved(unnamed=True)
        hear(
            context, Concern("workload", Severity.ATTENTION, False, "problem", (("flag", "x", "f"),), involved=involved)
        )
    case = office.cases()[0]
    assert case.restricted
    assert told(office, case.id or 0, [chat_of("c1"), CHANNEL, chat_of("c2")]) == []
    assert own_cards(office, case.id or 0, "g1")


def test_whom_she_answers_by_name_keeps_the_case(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    office.reply("c1", case, "Can we talk at ten?")
    office.write(case, f"Hi {COORDINATOR}, yes, ten is fine", kind="words")
    assert office.case(case).assignee_id == "c1"


DEEDS = st.sampled_from(("write", "hear", "take", "reply", "hand_over", "resolve", "reopen", "tick", "open"))
SAID = st.sampled_from((ABOUT_HER, "I am so tired", "my coordinator bullies me", "it is example guardian"))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(deeds=st.lists(st.tuples(DEEDS, SAID, st.sampled_from(("c1", "c2", "g1", "l1"))), max_size=8),
       severity=st.sampled_from((Severity.ATTENTION, Severity.URGENT, Severity.EMERGENCY)))  # fmt: skip
def test_whatever_happens_nothing_reaches_whom_it_is_kept_from(
    deeds: list[tuple[str, str, str]], severity: Severity
) -> None:
    office = Office()
    case = office.hear(severity, "safety", restricted=True)
    for deed, words, who in deeds:
        match deed:
            case "write":
                office.write(case, words)
            case "hear":
                office.hear(severity, "safety", restricted=True, words=words)
            case "reply":
                office.reply(who, case, words) if office.press(who, "reply_preview", case, words="x") else None
            case "hand_over":
                office.press(who, "hand_over_to", case, to="c1")
            case "resolve":
                office.press(who, "resolve_as", case, outcome="solved")
            case "tick":
                office.later(hours=5)
                office.tick()
            case _:
                office.press(who, deed, case)
        kept = {change.detail for change in office.changes(case) if change.what == "kept_from"}
        waiting = [each for each in about(office, case) if each.row.status == "pending"]
        assert office.case(case).assignee_id not in kept
        assert not [each for each in waiting if each.row.chat in {chat_of(person) for person in kept}]
        if kept:
            assert all(
                isinstance(each.outgoing, Card) and not each.outgoing.buttons
                for each in waiting if each.row.chat == CHANNEL
            )  # fmt: skip
