import pytest

from bot.cases.hearing import Concern, hear
from flows.severity import Severity
from tests.cases.office import HOST, NAME, WORDS, Office, shown


def openings(office: Office, case: int) -> list[tuple[str, str]]:
    return [(change.who, change.detail) for change in office.changes(case) if change.what == "opened"]


def test_opening_shows_who_she_is_and_what_she_wrote_and_is_written_down(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    page = shown(office.press("g1", "open", case))
    for expected in (NAME, HOST, WORDS, "coordinator: Example Coordinator", "10:00", "check-in", "some_flag"):
        assert expected in page
    assert openings(office, case) == [("g1", "")]
    assert office.log(case)[-1] == "Read by Example Guardian."


def test_what_raised_it_first_is_told_from_what_came_after(office: Office) -> None:
    case = office.hear(Severity.ATTENTION, kind="flag")
    assert office.hear(Severity.ATTENTION, kind="flag") == case
    page = shown(office.press("c1", "open", case))
    assert (page.count("What raised it"), page.count("What also raised it")) == (1, 1)


def test_every_opening_is_written_down_and_the_first_of_each_reader_is_logged(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    for _ in range(3):
        office.press("c1", "open", case)
    assert len(openings(office, case)) == 3
    assert office.log(case)[1:] == ["Read by Example Coordinator."]


def test_a_restricted_case_stays_shut_for_her_own_coordinator_and_the_lead(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    for staff in ("c1", "c2", "l1", "m1", "s1"):
        for verb in ("open", "open_because"):
            page = shown(office.press(staff, verb, case, reason="supervision"))
            assert WORDS not in page
            assert NAME not in page
    assert openings(office, case) == []
    assert [change.who for change in office.changes(case) if change.what == "refused"][::2] == [
        "c1", "c2", "l1", "m1", "s1",
    ]  # fmt: skip


def test_another_coordinator_gives_a_reason_first(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    form = office.press("c2", "open", case)
    assert form is not None
    assert form.verb == "open_because"
    assert [value for value, _ in form.fields[0].options] == ["covering", "supervision", "break_glass"]
    assert WORDS not in shown(form)
    assert openings(office, case) == []
    assert WORDS in shown(office.press("c2", "open_because", case, reason="covering"))
    assert openings(office, case) == [("c2", "covering")]
    assert office.log(case)[-1] == "Read by Example Colleague. Reason: Covering for a colleague."


@pytest.mark.parametrize("reason", ["", "curiosity", "break_glass"])
def test_without_a_reason_nothing_is_shown(office: Office, reason: str) -> None:
    case = office.hear(Severity.ATTENTION)
    form = office.press("c2", "open_because", case, reason=reason, why="just so")
    assert form is not None
    assert form.error
    assert form.fields[1].initial == "just so"
    assert WORDS not in shown(form)
    assert openings(office, case) == []


def test_breaking_the_glass_takes_a_few_words_and_safeguarding_is_told(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    why = "she phoned and cannot be reached"
    assert WORDS in shown(office.press("c2", "open_because", case, reason="break_glass", why=why))
    assert openings(office, case) == [("c2", "break_glass")]
    assert office.said(case)[-1] == why
    told = ["Example Colleague has opened case 2026-0001 by breaking the glass. Please review it."]
    assert office.to("g1") == office.to("g2") == told


def test_the_page_offers_what_may_be_done_next(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)

    def verbs() -> list[str]:
        page = office.press("c1", "open", case)
        assert page is not None
        return [verb for verb, _ in page.buttons]

    assert verbs() == ["take_here", "hand_over"]
    office.press("c1", "take", case)
    assert verbs() == ["reply", "step", "hand_over", "resolve"]
    office.press("c1", "resolve_as", case, outcome="solved")
    assert verbs() == ["reopen_here"]


def test_the_page_tells_what_has_been_done(office: Office) -> None:
    case = office.hear(Severity.ATTENTION, "safety", restricted=True)
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.press("g1", "take", case)
    office.reply("g1", case, "I call you at noon.")
    office.write(case, "thank you")
    office.press("g1", "hand_over_to", case, to="c2")
    office.press("c2", "take", case)
    office.press("c2", "resolve_as", case, outcome="passed_on")
    office.press("c2", "reopen", case)
    page = shown(office.press("g1", "open", case))
    for expected in (
        "Raised to emergency.", "Paged Example Guardian.", "Taken by Example Guardian.",
        "Reply sent by Example Guardian.", "Handed over by Example Guardian to Example Colleague.",
        "Resolved by Example Colleague: Passed on to another service.", "Reopened by Example Colleague.",
        "I call you at noon.", "Written by Example Guardian, 10:00",
    ):  # fmt: skip
        assert expected in page


def test_what_she_has_deleted_reads_as_deleted(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.change("s1", data_key=None)
    page = shown(office.press("c1", "open", case))
    assert "The student has deleted these words." in page


def test_words_that_could_not_be_screened_say_so(office: Office) -> None:
    with office.student() as context:
        line = ("words", "ukuncamela", "lexicon:abc not-screened")
        hear(context, Concern("wellbeing", Severity.ATTENTION, True, "message", (line,)))
    page = shown(office.press("g1", "open", 1))
    assert "Language not screened: please read." in page
    assert "lexicon" not in page


def test_titles_fit_a_window(office: Office) -> None:
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.press("g1", "take", case)
    for verb in ("open", "reply", "hand_over", "resolve", "take", "reopen"):
        view = office.press("g1", verb, case)
        assert view is not None
        assert len(view.title) <= 24
        assert len(view.submit) <= 24
        assert len(view.close) <= 24


def test_a_case_or_a_verb_that_is_not_there_is_answered(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    for verb, number in (("open", 99), ("dance", case)):
        assert "does not exist any more" in shown(office.press("c1", verb, number))
