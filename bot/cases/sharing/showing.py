"""What she allows, as colleagues read it: all of it at the head of a case, the terms in each form that acts on it."""

from collections.abc import Iterator

from bot.cases.forms.visit import Visit
from bot.cases.views import Passage
from storage.anonymous import ANONYMOUS
from storage.sharing import CaseSharing, sharing_of


def allowed(visit: Visit) -> Iterator[Passage]:
    """Who may know, the workplace, how to reach her: what stands first on the page."""
    if _somebody_we_know(visit):
        sharing = _of(visit)
        lines = [visit.text("shared.who", answer=_who(visit, sharing)), *_terms(visit, sharing)]
        yield Passage(visit.text("passage.shared"), "\n".join(lines))


def terms(visit: Visit) -> Iterator[Passage]:
    """What whoever writes to her or closes the case must keep to."""
    if _somebody_we_know(visit):
        yield Passage(visit.text("passage.shared"), "\n".join(_terms(visit, _of(visit))))


def _somebody_we_know(visit: Visit) -> bool:
    """Whoever reports without a name is asked nothing, and cannot be asked first."""
    return visit.file.context.person.role != ANONYMOUS


def _of(visit: Visit) -> CaseSharing:
    known = sharing_of(visit.file.uow.db, visit.file.id)
    return known or CaseSharing(case_id=visit.file.id, since=visit.file.uow.now)


def _who(visit: Visit, sharing: CaseSharing) -> str:
    careful = "safeguarding" if visit.file.case.restricted else "coordinator"
    who = sharing.who or careful
    return visit.text("shared.who.only_coordinator" if who == careful == "coordinator" else f"shared.who.{who}")


def _terms(visit: Visit, sharing: CaseSharing) -> Iterator[str]:
    work = sharing.work or "ask_first"
    if work == "unnamed" and sharing.guess != "yes":
        work = "unnamed_unless"
    yield visit.text("shared.work", answer=visit.text(f"shared.work.{work}"))
    if sharing.how:
        yield visit.text("shared.how", answer=visit.text(f"shared.how.{sharing.how}"))
    if unsafe := visit.file.uow.open(visit.file.context.person, sharing.unsafe):
        yield visit.text("shared.unsafe", answer=unsafe)
