import json

from bot.privacy.export import send_export
from storage import people
from storage.outbox import OUTBOX
from tests.privacy.conftest import SECRET, Student


def exported(student: Student) -> str:
    with student.work() as uow:
        send_export(student.context(uow), student.account(uow))
    return student.document().content


def test_the_file_holds_everything_she_said_and_was_asked(student: Student) -> None:
    student.open_case(restricted=True)
    content = exported(student)
    for known in ("Example Student One", "s1@example.org", "Example Host Ltd", "telegram: 17", "sentinel goal", SECRET):
        assert known in content
    assert "Anything you want a person to know?" in content
    assert "(skipped)" in content


def test_a_case_shows_its_signs_and_who_opened_it_by_role(student: Student) -> None:
    student.open_case(restricted=True)
    content = exported(student)
    assert "Signs: en.violence.hit" in content
    assert "Opened by safeguarding lead, 2026-12-01T10:00+01:00" in content
    assert "Example Guard" not in content


def test_what_staff_noted_for_themselves_is_not_hers(student: Student) -> None:
    student.open_case(restricted=False)
    assert "sentinel note of staff" not in exported(student)


def test_the_end_of_the_file_is_the_same_as_json(student: Student) -> None:
    student.open_case(restricted=False)
    content = exported(student)
    record = json.loads(content[content.index("\n{") :])
    (talk,) = record["conversations"]
    assert [answer["answer"] for answer in talk["answers"] if answer["step"] == "tell"] == [SECRET]
    assert record["cases"][0]["opened_by"] == [{"role": "safeguarding", "at": "2026-12-01T10:00+01:00"}]


def test_a_goal_stands_there_with_its_plan_and_how_it_has_changed(student: Student) -> None:
    content = exported(student)
    (goal,) = json.loads(content[content.index("\n{") :])["goals"]
    assert (goal["words"], goal["plan"]) == ("sentinel goal", "sentinel plan")
    (version,) = goal["versions"]
    assert (version["what"], version["why"], version["words"]) == ("shrunk", "too_big", "sentinel version")


def test_her_side_of_mentoring_stands_there_without_naming_whom_she_is_kept_apart_from(student: Student) -> None:
    content = exported(student)
    kept = json.loads(content[content.index("\n{") :])["mentoring"]
    assert (kept["side"], kept["topics"], kept["gender"]) == ("mentee", ["career"], "sentinel gender")
    assert kept["kept_apart_from"] == 1
    assert "Skills: sentinel skill" in content
    assert "sentinel other" not in content


def test_it_is_sealed_until_it_is_sent_and_goes_to_the_chat_where_she_asked(student: Student) -> None:
    exported(student)
    with student.work() as uow:
        row = uow.db.execute(OUTBOX.select().order_by(OUTBOX.c.id.desc())).first()
    assert row is not None
    assert (row.lane, row.chat, row.person_id) == ("telegram", "17", "s1")
    assert SECRET not in row.packed


def test_it_speaks_her_language(student: Student) -> None:
    with student.work() as uow:
        people.change_person(uow.db, "s1", language="nb")
    content = exported(student)
    assert content.startswith("Alt som er lagret om deg")
    assert student.document().filename == "mine-data.txt"


def test_words_whose_key_is_gone_are_told_as_gone(student: Student) -> None:
    with student.work() as uow:
        people.change_person(uow.db, "s1", data_key=uow.vault.new_key())
    assert "(deleted: can no longer be read)" in exported(student)
