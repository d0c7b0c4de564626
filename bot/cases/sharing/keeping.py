"""Writing down what she allows, whenever she answers or changes it; each time it is noted."""

from collections.abc import Mapping

from bot.cases.case_file import CaseFile
from bot.cases.telling.card import log
from flows.sharing import HER_COORDINATOR_TOO
from storage.sharing import CaseSharing, keep_sharing, sharing_of

SHARED, SHARING_CHANGED = "shared", "sharing_changed"
_IDS = ("who", "work", "guess", "how")


def keep(file: CaseFile, allowed: Mapping[str, str], unsafe: str) -> None:
    """She allows this now, `who`, `work`, `guess` and `how` by their ids; `unsafe` are her own words."""
    known = sharing_of(file.uow.db, file.id)
    before = known or CaseSharing(case_id=file.id, since=file.uow.now)
    unsafe_before = file.uow.open(file.context.person, before.unsafe)
    new = {name: allowed.get(name, "") for name in _IDS}
    if {name: getattr(before, name) for name in _IDS} == new and unsafe_before == unsafe:
        return
    sealed = file.uow.seal(file.context.person, unsafe) if unsafe else ""
    keep_sharing(
        file.uow.db, CaseSharing(case_id=file.id, since=file.uow.now, unsafe=sealed, **new), known=known is not None
    )
    changed = any(getattr(before, name) not in ("", new[name]) for name in _IDS) or unsafe_before not in ("", unsafe)
    what = SHARING_CHANGED if changed else SHARED
    file.note(file.context.person.id, what, " ".join(f"{name}={new[name]}" for name in _IDS if new[name]))
    if changed:
        log(file, "log.sharing_changed")
    _tell_of_her_coordinator(file, before.who, new["who"])


def _tell_of_her_coordinator(file: CaseFile, before: str, now: str) -> None:
    """The thread says whether her own coordinator may open what else only safeguarding reads."""
    was, may = before in HER_COORDINATOR_TOO, now in HER_COORDINATOR_TOO
    own = file.context.placement.coordinator_id
    if file.case.restricted and was != may and own and own not in file.parties():
        log(file, "log.coordinator_may_read" if may else "log.coordinator_may_not_read")
