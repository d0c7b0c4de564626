from datetime import timedelta

import pytest

from bot.cases.rules.life_cycle import OPEN, REOPENED, TAKEN, WAITING
from bot.metrics import REGISTRY
from flows.severity import Severity
from storage.outbox import Priority
from tests.cases.office import TUESDAY, WORDS, Office


def test_what_is_heard_opens_a_case_with_her_words_a_card_and_a_receipt(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    assert office.case(case).number == "2026-0001"
    assert office.case(case).state == OPEN
    assert office.said(case) == [WORDS]
    assert office.done(case) == ["created"]
    assert len(office.cards(case)) == 1
    assert office.to_student() == [
        "A person will look at this. Your case number is 2026-0001. Example Coordinator reads it by "
        "Thursday 5 March, 11:00."
    ]


def test_words_lie_sealed_in_the_database(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    assert WORDS not in office.lines(case)[0].body


def test_the_same_topic_of_the_same_person_is_one_case_with_a_new_line(office: Office) -> None:
    first = office.hear(Severity.ATTENTION, words="one")
    assert office.hear(Severity.ATTENTION, words="two") == first
    assert office.said(first) == ["one", "two"]
    assert office.done(first) == ["created", "added"]
    assert len(office.to_student()) == 1, "one receipt a case, not one a line"


@pytest.mark.parametrize(("topic", "restricted"), [("safety", False), ("workload", True)])
def test_another_topic_or_another_circle_of_readers_is_another_case(
    office: Office, topic: str, restricted: bool
) -> None:
    assert office.hear(Severity.ATTENTION) != office.hear(Severity.ATTENTION, topic, restricted=restricted)


def test_a_closed_case_is_not_added_to(office: Office) -> None:
    first = office.hear(Severity.ATTENTION)
    office.press("c1", "take", first)
    office.press("c1", "resolve_as", first, outcome="solved")
    assert office.hear(Severity.ATTENTION) != first


def test_severity_only_rises_and_a_deadline_only_gets_earlier(office: Office) -> None:
    case = office.hear(Severity.ATTENTION, "safety", restricted=True)
    office.later(hours=1)
    office.hear(Severity.URGENT, "safety", restricted=True)
    assert office.case(case).severity == Severity.URGENT
    assert office.case(case).deadline_at == TUESDAY + timedelta(hours=5)
    office.later(hours=1)
    office.hear(Severity.ATTENTION, "safety", restricted=True)
    assert office.case(case).severity == Severity.URGENT
    assert office.case(case).deadline_at == TUESDAY + timedelta(hours=5)


def test_she_is_told_the_new_deadline_when_her_case_becomes_more_urgent(office: Office) -> None:
    office.hear(Severity.ATTENTION, "safety", restricted=True)
    office.hear(Severity.URGENT, "safety", restricted=True)
    assert office.to_student()[-1] == (
        "I have marked your case 2026-0001 as more urgent. Example Guardian answers by Tuesday 3 March, 15:00."
    )


def test_less_than_attention_makes_no_case(office: Office) -> None:
    with pytest.raises(ValueError, match="info makes no case"):
        office.hear(Severity.INFO)
    assert office.cases() == []


def test_attention_is_told_by_the_card_alone(office: Office) -> None:
    office.hear(Severity.ATTENTION)
    assert not any(office.to(staff) for staff in ("c1", "g1", "g2", "l1"))


def test_urgent_is_told_to_her_coordinator_and_to_safeguarding(office: Office) -> None:
    office.hear(Severity.URGENT, "safety", restricted=True)
    told = "Urgent case 2026-0001. Respond by 14:00. Open Slack."
    assert [office.to(staff) for staff in ("g1", "g2", "l1", "c2")] == [[told], [told], [], []]
    assert [text.split(":")[0] for text in office.to("c1")] == ["For your information"]


def test_an_emergency_calls_the_first_on_call_the_others_concerned_and_the_second_channel() -> None:
    office = Office(on_call=("l1", "g1"), second_channel="telegram:-1007")
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    assert [text.split(":")[0] for text in office.to("c1")] == ["For your information"]
    for staff in ("l1", "g1", "g2"):
        assert office.to(staff) == [
            "EMERGENCY. Case 2026-0001. Open Slack and press I take it. I repeat this every 10 minutes."
        ]
    assert [each.text for each in office.posted() if each.row.chat == "-1007"] == office.to("l1")
    assert [change.detail for change in office.changes(case) if change.what == "paged"] == ["l1"]
    assert office.case(case).page_at == TUESDAY + timedelta(minutes=10)


def test_emergencies_go_first_her_receipt_as_a_reply_the_rest_as_cases(office: Office) -> None:
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    priorities = {each.row.priority for each in office.posted() if each.row.chat != "900"}
    assert priorities == {Priority.EMERGENCY}
    assert {each.row.priority for each in office.posted() if each.row.chat == "900"} == {Priority.REPLY}
    ordinary = Office()
    ordinary.hear(Severity.URGENT)
    assert {each.row.priority for each in ordinary.posted() if each.row.chat != "900"} == {Priority.CASE}


def test_outside_working_hours_she_is_told_when_it_is_read_and_whom_to_call(office: Office) -> None:
    office.later(hours=9)
    office.hear(Severity.ATTENTION)
    (receipt,) = office.to_student()
    assert "It is 20:00, outside working hours. A person reads this from Wednesday 4 March, 09:00 on." in receipt
    assert "If it cannot wait: 112" in receipt


def test_at_night_an_urgent_matter_of_safety_is_not_promised_for_the_morning(office: Office) -> None:
    office.later(hours=9)
    office.hear(Severity.URGENT, "safety", restricted=True)
    (receipt,) = office.to_student()
    assert "reads it by Wednesday 4 March, 00:00" in receipt
    assert "A person reads this from" not in receipt
    assert "If it cannot wait: 112" in receipt


def test_a_new_line_in_a_taken_case_goes_to_whoever_has_it(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c2", "take", case)
    office.hear(Severity.ATTENTION)
    assert office.to("c2") == ["News in case 2026-0001. Open Slack."]
    assert office.case(case).state == TAKEN


def test_a_new_flag_in_a_waiting_case_brings_it_back_and_starts_its_clock(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    office.reply("c1", case, "How are you?")
    office.later(days=7)
    office.hear(Severity.ATTENTION)
    assert office.case(case).state == TAKEN
    assert office.case(case).deadline_at == TUESDAY + timedelta(days=9)


def test_an_emergency_in_a_case_that_somebody_has_must_be_taken_anew(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    office.press("g2", "take", case)
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    assert office.case(case).state == OPEN
    assert office.case(case).page_at == TUESDAY + timedelta(minutes=10)
    assert office.to("g2")[-1].startswith("EMERGENCY")


def test_more_of_an_emergency_that_was_just_taken_does_not_call_everyone_again(office: Office) -> None:
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.press("g1", "take", case)
    office.later(minutes=20)
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    assert office.case(case).state == TAKEN
    assert office.to("g1")[-1] == "News in case 2026-0001. Open Slack."
    office.later(hours=2)
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    assert office.case(case).state == OPEN
    assert office.tick() == 0
    office.later(minutes=10)
    assert office.tick() == 1


def test_what_she_writes_back_lands_in_the_case_and_whoever_has_it_is_told_without_words(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    office.reply("c1", case, "How are you?")
    assert office.case(case).state == WAITING
    office.write(case, "better, thank you")
    assert office.case(case).state == TAKEN
    assert office.said(case)[-1] == "better, thank you"
    assert office.done(case)[-1] == "answered"
    assert office.to("c1") == ["News in case 2026-0001. Open Slack."]
    assert office.log(case)[-1] == "The student wrote back. Open the case to read it."
    assert ("State", "taken") in office.card(case).fields


def test_what_she_writes_before_anybody_has_it_is_added_and_logged(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.write(case, "and one more thing")
    assert office.case(case).state == OPEN
    assert office.said(case)[-1] == "and one more thing"
    assert office.log(case)[-1] == "The student wrote back. Open the case to read it."


def test_the_further_answers_of_a_talk_are_added_quietly(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    before = len(office.posted())
    office.write(case, "In the way? – pay", kind="answer")
    assert office.said(case)[-1] == "In the way? – pay"
    assert len(office.posted()) == before


def test_writing_back_after_the_end_opens_the_case_again(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    office.press("c1", "resolve_as", case, outcome="solved")
    office.write(case, "it is not solved")
    now = office.case(case)
    assert (now.state, now.outcome, now.resolved_at) == (REOPENED, "", None)
    assert office.to_student()[-1].startswith("Your case 2026-0001 is open again. Example Coordinator reads it by")
    assert office.to("c1")[-1] == "News in case 2026-0001. Open Slack."


def test_a_student_who_cannot_be_reached_is_heard_all_the_same(office: Office) -> None:
    office.forget_account()
    case = office.hear(Severity.URGENT)
    assert office.case(case).state == OPEN
    assert office.to_student() == []
    assert len(office.cards(case)) == 1


def test_a_case_that_opens_is_counted_by_severity_and_a_new_line_is_not(office: Office) -> None:
    counted = {"severity": "attention"}
    before = REGISTRY.get_sample_value("placemate_cases_opened_total", counted) or 0
    office.hear(Severity.ATTENTION, words="one")
    office.hear(Severity.ATTENTION, words="two")
    assert REGISTRY.get_sample_value("placemate_cases_opened_total", counted) == before + 1
