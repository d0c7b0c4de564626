from bot.cases.status import status_message, urgent_status
from flows.severity import Severity
from tests.cases.office import HOST, WORDS, Office


def status(office: Office) -> str:
    with office.student() as context:
        return status_message(context)


def urgent(office: Office) -> str:
    with office.student() as context:
        return urgent_status(context)


def test_without_a_case_she_reads_how_to_reach_a_person(office: Office) -> None:
    assert status(office) == "You have no cases. To talk to a person, choose Contact me."


def test_a_new_case_tells_who_reads_it_by_when_on_her_own_clock(office: Office) -> None:
    office.hear(Severity.ATTENTION)
    assert status(office).splitlines() == [
        "Your cases:",
        "",
        "**2026-0001** · Workload · open",
        "Began Tuesday 3 March, 11:00",
        "Nobody has taken it yet.",
        "Example Coordinator reads it by Thursday 5 March, 11:00.",
        "Nobody has opened your words yet.",
    ]


def test_every_opening_is_shown_by_role_and_time_and_not_by_name(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    office.later(hours=3, minutes=2)
    office.press("g2", "open", case)
    assert "Opened by safeguarding lead, 14:02" in status(office)
    assert "Example Second Guardian" not in status(office)
    office.later(days=1)
    assert "Opened by safeguarding lead, Tuesday 3 March, 14:02" in status(office)


def test_each_state_reads_as_it_is(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    assert "Example Coordinator has it.\nAnswer by Thursday 5 March, 11:00." in status(office)
    office.reply("c1", case, "How are you?")
    assert "Example Coordinator wrote to you and waits for your answer." in status(office)
    office.press("c1", "resolve_as", case, outcome="solved", note="unmistakable")
    assert "Closed Tuesday 3 March, 11:00." in status(office)
    assert "unmistakable" not in status(office)


def test_an_overdue_case_promises_no_time_that_has_passed(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    office.later(days=10)
    assert "Answer by" not in status(office)


def test_the_newest_case_comes_first(office: Office) -> None:
    office.hear(Severity.ATTENTION)
    office.hear(Severity.ATTENTION, "practical")
    assert status(office).index("2026-0002") < status(office).index("2026-0001")


def test_the_status_is_written_in_her_language(office: Office) -> None:
    office.change("s1", language="nb")
    office.hear(Severity.ATTENTION)
    assert "tirsdag 3. mars kl. 11:00" in status(office)


def test_until_somebody_has_seen_an_emergency_she_reads_that_nobody_has_and_whom_to_call(office: Office) -> None:
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    assert urgent(office).startswith("Nobody has answered yet. Please call ")


def test_an_emergency_that_was_opened_is_told_as_seen(office: Office) -> None:
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.later(minutes=4)
    office.press("g1", "open", case)
    office.later(minutes=4)
    assert urgent(office) == "Example Guardian has seen this at 11:04."


def test_an_emergency_that_was_taken_is_told_with_a_name(office: Office) -> None:
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.later(minutes=4)
    office.press("g1", "take", case)
    assert "Example Guardian from Example Programme has seen this at 11:04" in urgent(office)


def test_what_was_seen_before_the_alarm_is_not_told_as_seen(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    office.press("g1", "open", case)
    office.later(minutes=5)
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    assert urgent(office).startswith("Nobody has answered yet.")


def test_an_urgent_case_is_told_with_its_deadline_and_no_word_of_paging(office: Office) -> None:
    office.hear(Severity.URGENT, "safety", restricted=True)
    assert urgent(office).startswith("Example Guardian has been told and answers by Tuesday 3 March, 15:00.")


def test_without_anything_urgent_the_status_is_that_of_her_cases(office: Office) -> None:
    office.hear(Severity.ATTENTION)
    assert urgent(office) == status(office)


def test_she_never_reads_her_own_words_in_the_list(office: Office) -> None:
    office.hear(Severity.ATTENTION)
    assert WORDS not in status(office)
    assert HOST not in status(office)
