"""Leave: whoever stands in gets what the other would have got, and the student reads her name."""

from pathlib import Path
from typing import Any

import pytest

from bot.facts.placeholders import Placeholders
from flows.severity import Severity
from tests.cases.clock.test_climbing import asked, until
from tests.cases.office import TUESDAY, Office

THIS_WEEK = "from = 2026-03-02\nto = 2026-03-06\n"


def on_leave(path: Path, entries: dict[str, str], **care: Any) -> Office:
    """An office in which these people stand in this week: who, and for whom ("" for being on call)."""
    text = ""
    for person, covers in entries.items():
        text += f'[[cover]]\nperson = "{person}"\n{THIS_WEEK}' + (f'covers = "{covers}"\n' if covers else "")
    rota = path / "rota.toml"
    rota.write_text(text)
    return Office(rota=rota, **care)


def test_her_coordinators_stand_in_is_named_told_and_may_read(tmp_path: Path) -> None:
    office = on_leave(tmp_path, {"c2": "c1"})
    case = office.hear(Severity.URGENT)
    assert "Example Colleague reads it by" in office.to_student()[0]
    assert [len(office.to(staff)) for staff in ("c1", "c2", "g1")] == [0, 1, 1]
    view = office.press("c2", "open", case)
    assert view is not None
    assert view.verb == "", "the case itself, and no question for a reason"
    with office.student() as context:
        assert Placeholders(context)["coordinator"] == "Example Colleague"


def test_the_stand_in_of_a_stand_in_is_followed(tmp_path: Path) -> None:
    office = on_leave(tmp_path, {"c2": "c1", "l1": "c2"})
    office.hear(Severity.URGENT)
    assert [len(office.to(staff)) for staff in ("c1", "c2", "l1")] == [0, 0, 1]


def test_a_role_may_be_covered(tmp_path: Path) -> None:
    office = on_leave(tmp_path, {"c2": "safeguarding", "g2": "deputy"}, deputy="l1")
    office.hear(Severity.ATTENTION, "safety", restricted=True)
    assert office.to_student()[0].split(". ")[2].startswith("Example Colleague reads it")
    until(office, office.case(1).deadline_at)
    assert asked(office) == ["g2"]


def test_an_entry_without_covers_is_called_first(tmp_path: Path) -> None:
    office = on_leave(tmp_path, {"c2": ""}, on_call=("g1",))
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    assert [change.detail for change in office.changes(1) if change.what == "paged"] == ["c2"]
    assert "Example Colleague is being alerted now" in office.to_student()[0]
    assert office.press("c2", "take", 1) is None


def test_the_stand_in_of_whoever_has_it_hears_of_it_and_may_answer(tmp_path: Path) -> None:
    office = on_leave(tmp_path, {"c2": "g1"})
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    office.press("g1", "take", case)
    office.write(case, "one more thing")
    assert office.to("g1") == []
    assert office.to("c2")[-1] == "News in case 2026-0001. Open Slack."
    office.press("c2", "open", case)
    assert office.done(case)[-1] == "opened"
    assert office.reply("c2", case, "I am reading it in her place") is None
    assert office.case(case).state == "waiting"


def test_after_the_leave_all_is_as_before(tmp_path: Path) -> None:
    office = on_leave(tmp_path, {"c2": "c1"})
    office.now = TUESDAY.replace(day=7)
    office.hear(Severity.URGENT)
    assert [len(office.to(staff)) for staff in ("c1", "c2")] == [1, 0]


@pytest.mark.parametrize("who", ["nobody-known", "m1", "s1"])
def test_who_is_not_of_the_team_stands_in_for_nobody(tmp_path: Path, who: str) -> None:
    office = on_leave(tmp_path, {who: "c1"})
    office.hear(Severity.URGENT)
    assert len(office.to("c1")) == 1


def test_whom_a_case_is_kept_from_does_not_stand_in_for_it(tmp_path: Path) -> None:
    office = on_leave(tmp_path, {"c2": "c1"})
    office.hear(Severity.URGENT, "workload", words="Example Colleague shouts at me")
    assert office.to("c2") == []
