from datetime import timedelta

import pytest

from bot.cases.delivery_trouble import news_arrived, news_waits, notice_died
from bot.cases.rules.ladder import ASKED
from flows.severity import Severity
from storage.outbox import OUTBOX, OutboxRow
from tests.cases.office import Office

PAGER = "-1007"


def told_of(office: Office, row: OutboxRow) -> None:
    with office.work() as uow:
        notice_died(uow, office.settings, row)


def test_a_card_that_cannot_be_posted_is_told_to_colleagues_directly_and_on_the_second_channel() -> None:
    office = Office(second_channel=f"telegram:{PAGER}")
    case = office.hear(Severity.ATTENTION)
    told_of(office, office.die(key=f"card:{case}"))
    text = "The card of case 2026-0001 could not be posted in the team's channel. Open it here."
    assert [office.to(staff) for staff in ("c1", "g1", "g2", "c2")] == [[text], [text], [text], []]
    assert [each.text for each in office.posted() if each.row.chat == PAGER] == [text]


def test_a_card_of_a_taken_case_is_told_to_whoever_has_it(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c2", "take", case)
    told_of(office, office.die(key=f"card:{case}"))
    assert [bool(office.to(staff)) for staff in ("c2", "c1", "g1")] == [True, False, False]


def test_a_colleague_who_was_not_reached_is_named_in_the_log(office: Office) -> None:
    case = office.hear(Severity.URGENT)
    told_of(office, office.die(chat="UG2"))
    assert office.log(case)[-1] == "Could not reach Example Second Guardian."


def test_a_page_that_was_not_delivered_calls_the_next_person_at_once() -> None:
    office = Office(on_call=("l1", "g1"))
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    told_of(office, office.die(chat="UL1"))
    assert office.tick() == 1
    assert [change.detail for change in office.changes(1) if change.what == "paged"] == ["l1", "g1"]


def test_a_second_channel_that_is_down_is_logged() -> None:
    office = Office(second_channel=f"telegram:{PAGER}")
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    told_of(office, office.die(chat=PAGER))
    assert office.log(case)[-1] == "The second channel could not be reached."


def test_news_that_did_not_reach_her_is_told_to_whoever_has_the_case(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c2", "take", case)
    told_of(office, office.die(chat="900"))
    assert office.log(case)[-1].startswith("News could not be delivered to the student.")
    assert office.to("c2")[-1].startswith("A message about case 2026-0001 could not be delivered")
    assert office.to("c1") == []


def test_before_anybody_has_it_undelivered_news_go_to_those_it_concerns(office: Office) -> None:
    office.hear(Severity.ATTENTION)
    office.forget_account()
    told_of(office, office.die(chat="900"))
    for staff in ("c1", "g1", "g2"):
        assert "the account cannot be reached" in office.to(staff)[-1]


def everything_fails(office: Office) -> None:
    """Every notice to the team about the case dies, until nothing more is on its way."""
    while True:
        alive = [p.row for p in office.posted() if p.row.status == "pending" and p.row.case_id and p.row.chat != "900"]
        if not alive:
            return
        told_of(office, office.give_up(alive[0]))


def test_when_no_way_to_the_team_is_left_she_is_told_the_truth_once() -> None:
    office = Office(second_channel=f"telegram:{PAGER}")
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    told = len(office.to_student())
    everything_fails(office)
    (truth,) = office.to_student()[told:]
    assert truth.startswith("I could not reach the team yet, and I keep trying.")
    assert office.done(1).count("undelivered") == 1


def test_as_long_as_one_notice_may_still_arrive_she_is_not_alarmed(office: Office) -> None:
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    told = len(office.to_student())
    told_of(office, office.die(key=f"card:{case}"))
    told_of(office, office.die(chat="UG1"))
    assert len(office.to_student()) == told


def test_with_nobody_to_write_to_a_dead_card_is_told_to_her_at_once(office: Office) -> None:
    for staff in ("g1", "g2", "l1", "c1", "c2"):
        office.change(staff, slack_id="")
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    told_of(office, office.die(key=f"card:{case}"))
    assert office.to_student()[-1].startswith("I could not reach the team yet")


@pytest.mark.parametrize("case_id", [None, 99])
def test_a_row_that_is_about_no_case_concerns_nobody_here(office: Office, case_id: int | None) -> None:
    office.hear(Severity.ATTENTION)
    row = office.die(chat="900")
    row.case_id = case_id
    before = len(office.posted())
    told_of(office, row)
    assert len(office.posted()) == before


def of_card(office: Office, case: int) -> str:
    """What the card says of the messages to the student."""
    return dict(office.card(case).fields).get("Messages to the student", "")


def waits(office: Office) -> int:
    with office.work() as uow:
        return news_waits(uow, office.settings)


def arrived(office: Office, case: int) -> None:
    with office.work() as uow:
        news_arrived(uow, office.settings, [case])


def test_what_was_refused_stands_on_the_card_until_something_reaches_her_again(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c2", "take", case)
    assert of_card(office, case) == ""
    told_of(office, office.die(chat="900"))
    assert of_card(office, case) == "not delivered since 10:00"
    arrived(office, case)
    assert of_card(office, case) == ""
    assert office.log(case)[-1].startswith("Messages reach the student again. What was refused before")
    posted = len(office.posted())
    arrived(office, case)
    assert len(office.posted()) == posted


def test_what_has_waited_for_ten_minutes_stands_on_the_card_once(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.later(minutes=9)
    assert waits(office) == 0
    office.later(minutes=2)
    assert waits(office) == 1
    assert of_card(office, case) == "not delivered since 10:00"
    assert office.log(case)[-1].startswith("A message to the student has been waiting for more than 10 minutes.")
    assert waits(office) == 0
    arrived(office, case)
    assert office.log(case)[-1] == "Messages reach the student again."


def test_what_waits_for_the_morning_is_not_late(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    hers = (OUTBOX.c.case_id == case, OUTBOX.c.person_id != "")
    with office.work() as uow:
        uow.db.execute(OUTBOX.update().where(*hers).values(not_before=uow.now + timedelta(hours=12)))
    office.later(hours=6)
    assert waits(office) == 0
    with office.work() as uow:
        uow.db.execute(OUTBOX.update().where(*hers).values(failure="http_500"))
    assert waits(office) == 1


def test_what_was_sent_or_is_for_the_team_is_never_late(office: Office) -> None:
    office.hear(Severity.ATTENTION)
    with office.work() as uow:
        uow.db.execute(OUTBOX.update().where(OUTBOX.c.person_id != "").values(status="sent"))
    office.later(hours=6)
    assert waits(office) == 0


def test_a_deputy_who_was_asked_and_cannot_be_reached_is_followed_by_the_lead_at_once() -> None:
    office = Office(deputy="c2", lead="l1")
    case = office.hear(Severity.URGENT)
    while office.case(case).climbed < ASKED:
        office.later(minutes=30)
        office.tick()
    asked_at = office.now
    told_of(office, office.die(chat="UC2"))
    office.later(seconds=1)
    office.tick()
    assert [change.detail for change in office.changes(case) if change.what == "asked"] == ["c2", "l1"]
    assert "Example Lead" in office.to_student()[-1]
    assert office.now - asked_at < timedelta(minutes=1)
    told_of(office, office.die(chat="UL1"))
    office.later(seconds=1)
    office.tick()
    asked = [change.detail for change in office.changes(case) if change.what == "asked"]
    assert asked == ["c2", "l1", "g1", "g2"], "after the lead whoever is on call"
    told_of(office, office.die(chat="UG2"))
    office.later(seconds=1)
    assert office.tick() == 0, "whoever cannot be reached is not asked every second"
    office.later(hours=22)
    office.tick()
    asked = [change.detail for change in office.changes(case) if change.what == "asked"]
    assert asked[4:] == ["g1"], "and at the next step whoever can be reached"
