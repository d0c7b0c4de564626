"""What she sent is hers like what she wrote: in her copy, deleted with it, sealed anew where a case is kept."""

from bot.cases.attachments import SentFile, attach, offer, opened
from bot.privacy.export import send_export
from bot.privacy.forget import finish_forgetting, forget
from storage import cases
from storage.attachments import ATTACHMENT, find_attachment, settle_fetch
from storage.cases import change_case
from storage.people import find_person
from storage.unit_of_work import UnitOfWork
from tests.privacy.conftest import Student
from tests.tiny_files import PNG


def sent_into(student: Student, case_id: int) -> bytes:
    """She has sent a picture into the case; gives it as it lies there."""
    with student.work() as uow:
        context = student.context(uow)
        case = cases.find_case(uow.db, case_id)
        assert case is not None
        attach(context, case, "telegram", [SentFile("sentinel-ref", "photo", 12_000)])
        body = uow.vault.seal_bytes(context.person.data_key, PNG)
        settle_fetch(uow.db, 1, "kept", media_type="image/png", body=body)
    assert body is not None
    return body


def left(uow: UnitOfWork) -> int:
    return len(uow.db.execute(ATTACHMENT.select()).all())


def test_her_copy_tells_what_she_sent_and_when(student: Student) -> None:
    sent_into(student, student.open_case(restricted=True))
    with student.work() as uow:
        send_export(student.context(uow), student.account(uow))
    content = student.document().content
    assert "2026-12-01T10:00+01:00 you sent: picture, 12 kB" in content
    assert '"media_type": "image/png"' in content
    assert "sentinel-ref" not in content


def test_forgetting_deletes_files_with_the_words_and_what_she_was_only_asked_about(student: Student) -> None:
    sent_into(student, student.open_case(restricted=False))
    with student.work() as uow:
        offer(student.context(uow), "telegram", [SentFile("offered", "photo")])
        assert left(uow) == 2
        forget(student.context(uow), student.account(uow))
        assert left(uow) == 0


def test_a_kept_case_keeps_its_files_under_a_new_key_until_it_is_resolved(student: Student) -> None:
    case_id = student.open_case(restricted=True)
    before = sent_into(student, case_id)
    with student.work() as uow:
        old_key = student.context(uow).person.data_key
        forget(student.context(uow), student.account(uow))
    with student.work() as uow:
        person, kept = find_person(uow.db, "s1"), find_attachment(uow.db, 1)
        assert person is not None
        assert kept is not None
        assert kept.body != before
        assert uow.vault.open_bytes(old_key, kept.body) == b""
        assert opened(1, uow) == ("image/png", PNG)
        change_case(uow.db, case_id, state="resolved", resolved_at=uow.now)
        finish_forgetting(uow)
        assert left(uow) == 0
