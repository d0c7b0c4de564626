"""Writing down what a complaint is about; its log says how many others there are, and never about whom."""

from collections.abc import Iterable

from bot.cases.case_file import CaseFile
from bot.cases.linking.names import same_host, same_person
from bot.cases.telling.card import log
from storage import linking
from storage.cases import find_case
from storage.linking import HOST, PERSON

ROSTER, WORDS = "roster", "words"


def file_under_workplace(file: CaseFile, host: str = "", supervisor: str = "") -> None:
    """A complaint is about this workplace and whoever leads there; left out, those of her placement."""
    if linking.is_filed(file.uow.db, file.id):
        return
    placement = file.context.placement
    names = ((HOST, same_host(host or placement.host)), (PERSON, same_person(supervisor or placement.supervisor)))
    _file(file, ROSTER, names)


def file_under_name(file: CaseFile, name: str) -> None:
    """She named somebody; another name takes the place of the one she gave before."""
    _file(file, WORDS, ((PERSON, same_person(name)),))


def follow(file: CaseFile, earlier_id: int) -> None:
    """This complaint follows an earlier one of hers."""
    earlier = find_case(file.uow.db, earlier_id)
    if earlier and earlier_id != file.id and linking.link(file.uow.db, file.id, earlier_id):
        log(file, "log.follows", number=earlier.number)


def _file(file: CaseFile, source: str, names: Iterable[tuple[str, str]]) -> None:
    db, before = file.uow.db, linking.count_others(file.uow.db, file.id)
    hashed = [
        (kind, found.hex()) for kind, name in names if name
        for found in file.uow.vault.fingerprints(f"name of a {kind}", name)
    ]  # fmt: skip
    linking.file_under(db, file.id, source, hashed)
    if (others := linking.count_others(db, file.id)) > before:
        log(file, "log.linked", count=others)
