from bot.cases.acts import home_of
from bot.words.outgoing import Home
from flows.severity import Severity
from tests.cases.office import HOST, NAME, Office


def home(office: Office, staff: str) -> Home:
    with office.work() as uow:
        home_of(uow, office.settings, office.person(uow, staff))
    (page,) = [each.outgoing for each in office.posted() if isinstance(each.outgoing, Home)][-1:]
    assert isinstance(page, Home)
    return page


def listed(page: Home) -> dict[str, list[str]]:
    return {heading: [entry.title for entry in entries] for heading, entries in page.sections}


def test_a_page_without_cases_says_so(office: Office) -> None:
    assert home(office, "c1") == Home("My cases", (), "No open cases.")


def test_the_overdue_come_first_then_hers_then_those_nobody_has(office: Office) -> None:
    overdue = office.hear(Severity.URGENT, "safety", restricted=True)
    office.later(hours=5)
    mine = office.hear(Severity.ATTENTION, "workload")
    office.press("c1", "take", mine)
    office.hear(Severity.ATTENTION, "practical")
    others = office.hear(Severity.ATTENTION, "wellbeing")
    office.press("c2", "take", others)
    page = home(office, "c1")
    assert listed(page) == {
        "Overdue": ["urgent · Case 2026-0001"],
        "Mine": ["attention · Case 2026-0002"],
        "Open, not taken": ["attention · Case 2026-0003"],
        "With colleagues": ["attention · Case 2026-0004"],
    }
    ((_, (entry,)), *_) = page.sections
    assert entry.detail == "safety · open · overdue since Tue 3 Mar, 14:00"
    assert entry.button.data == f"case:open:{overdue}"


def test_while_we_wait_for_her_nobody_is_overdue(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c2", "take", case)
    office.reply("c2", case, "How are you?")
    office.later(days=30)
    assert listed(home(office, "c1")) == {"Waiting for the student": ["attention · Case 2026-0001"]}


def test_a_closed_case_is_not_listed(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    office.press("c1", "resolve_as", case, outcome="solved")
    assert listed(home(office, "c1")) == {}


def test_the_page_goes_to_her_own_chat_and_holds_nothing_of_the_student(office: Office) -> None:
    office.hear(Severity.ATTENTION)
    page = home(office, "c1")
    assert [each.row.chat for each in office.posted() if each.outgoing == page] == ["UC1"]
    assert NAME not in repr(page)
    assert HOST not in repr(page)


def test_after_a_change_the_page_of_whoever_made_it_is_brought_up_to_date(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    pages = [each for each in office.posted() if isinstance(each.outgoing, Home)]
    assert [page.row.chat for page in pages] == ["UC1"]


def test_somebody_who_is_no_coordinator_sees_no_case(office: Office) -> None:
    office.hear(Severity.ATTENTION)
    assert home(office, "m1").sections == ()
