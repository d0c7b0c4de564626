"""What a complaint leads to besides its case: others about the same are looked for, and distance is asked for."""

from bot.cases.case_file import CaseFile
from bot.cases.linking.filing import file_under_name, file_under_workplace, follow
from bot.cases.telling.card import log
from bot.cases.telling.colleagues import tell
from bot.cases.telling.texts import plain
from bot.intake.talk.keeping import Talk
from bot.intake.talk.session import Session
from flows.conditions import Value
from flows.conflict.protection import MUST_MEET
from flows.severity import Severity
from flows.steps import Flag
from storage.cases import Case


def heard(session: Session, talk: Talk, flag: Flag, case: Case) -> None:
    """A flag of a complaint was raised in this case: others about the same are looked for."""
    file, asked_after = CaseFile(session.context, case), talk.facts.get("about_case")
    file_under_workplace(file)
    if isinstance(asked_after, int):
        follow(file, asked_after)
    if flag.id == MUST_MEET:
        _ask_for_distance(file)


def named(session: Session, case: Case, sealed: Value) -> None:
    """She named whom this case is about; None takes the name back."""
    name = session.context.uow.open(session.context.person, str(sealed)) if sealed else ""
    file_under_name(CaseFile(session.context, case), name)


def _ask_for_distance(file: CaseFile) -> None:
    """Safeguarding is asked to see to it today that she does not have to meet the person."""
    file.add_line("note", plain("line.distance", file.context.team_language), severity=int(Severity.URGENT))
    log(file, "log.distance")
    for guardian in file.context.on_duty(file.parties()).guardians:
        tell(file, guardian, "page.distance")
