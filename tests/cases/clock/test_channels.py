"""An emergency is told on every way there is: Slack, the colleague's own Telegram, mail, and the second channel."""

from typing import Any

from pydantic import SecretStr

from bot.cases.delivery_trouble import notice_died
from bot.config import Mail, Settings, Telegram
from flows.severity import Severity
from storage.columns import table
from storage.people import Account
from tests.cases.office import HOST, NAME, Office

CARE: dict[str, Any] = {"on_call": ("g1", "g2"), "deputy": "c2", "lead": "l1"}


def reachable(second_channel: str = "mail:on-call@example.org") -> Office:
    office = Office(second_channel=second_channel, **CARE)
    sections = {
        "telegram": Telegram(token=SecretStr("1:x")),
        "mail": Mail.model_validate({"host": "smtp.example.org", "from": "placemate@example.org"}),
    }
    office.settings = Settings(**{**dict(office.settings), **sections})
    office.change("g1", email="guardian@example.org")
    with office.work() as uow:
        account = Account(platform="telegram", user="77", chat="7700", person_id="g1", seen_at=office.now)
        uow.db.execute(table(Account).insert().values(**account.model_dump()))
    return office


def lanes(office: Office, since: int = 0) -> list[tuple[str, str]]:
    """The lanes and chats of pages, in the order in which they were written."""
    rows = [each.row for each in office.posted() if each.row.lane in ("telegram", "mail") and each.row.chat != "900"]
    return [(row.lane, row.chat) for row in rows[since:]]


def test_each_call_goes_out_on_every_way_at_once() -> None:
    office = reachable()
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    everywhere = [("telegram", "7700"), ("mail", "guardian@example.org"), ("mail", "on-call@example.org")]
    assert lanes(office) == everywhere
    assert len(office.to("g1")) == 1
    office.later(minutes=10)
    office.tick()
    assert lanes(office, 3) == everywhere
    office.later(minutes=10)
    office.tick()
    assert lanes(office, 6) == [("mail", "on-call@example.org")], "the next person has neither"


def test_outside_slack_stands_the_number_and_what_to_do_and_nothing_of_hers() -> None:
    office = reachable("telegram:-1007")
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.later(minutes=10)
    office.tick()
    outside = [each for each in office.posted() if each.row.lane in ("telegram", "mail") and each.row.chat != "900"]
    assert len(outside) == 6
    for each in outside:
        assert "EMERGENCY" in each.text
        assert "2026-0001" in each.text
        assert not getattr(each.outgoing, "buttons", ())
        for secret in (*NAME.split(), HOST, "sentinel"):
            assert secret.lower() not in each.row.packed.lower()


def test_less_than_an_emergency_goes_to_her_own_chat_alone() -> None:
    office = reachable()
    office.hear(Severity.URGENT, "safety", restricted=True)
    assert lanes(office) == []


def test_without_a_chat_a_colleague_is_told_on_the_way_that_is_left() -> None:
    office = reachable()
    office.change("g1", slack_id="")
    office.hear(Severity.URGENT, "safety", restricted=True)
    assert lanes(office) == [("telegram", "7700")]


def test_a_page_that_did_not_arrive_by_mail_is_logged_by_name_and_calls_the_next() -> None:
    office = reachable()
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    row = office.die(chat="guardian@example.org")
    with office.work() as uow:
        notice_died(uow, office.settings, row)
    assert office.log(case)[-1] == "Could not reach Example Guardian."
    office.tick()
    assert [change.detail for change in office.changes(case) if change.what == "paged"] == ["g1", "g2"]


def test_where_nothing_arrives_the_calls_go_round_once_and_then_wait() -> None:
    office = Office(**CARE)
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    for _ in range(30):
        for each in office.posted():
            if each.row.chat.startswith("U") and each.row.status == "pending":
                office.give_up(each.row)
                with office.work() as uow:
                    notice_died(uow, office.settings, each.row)
        office.later(seconds=1)
        office.tick()
    paged = [change.detail for change in office.changes(1) if change.what == "paged"]
    assert sorted(paged) == ["c2", "g1", "g2", "l1"]
