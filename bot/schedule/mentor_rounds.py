"""One message for a mentor instead of many: all that is to be asked of her these days, about all her mentees."""

from datetime import timedelta

from bot.facts.mentoring.rounds import asked_soon
from bot.facts.planning.circumstances import Circumstances
from bot.intake.receive import House
from bot.schedule.prompting import count_contact, prompt
from flows.mentoring.round import ROUND
from storage import followups
from storage.unit_of_work import UnitOfWork

AGAIN = timedelta(days=7)
"""What she does not answer is in the message of the week after; the clock of each mentorship ends that."""
ONCE, AT_LEISURE = "action_due", timedelta(days=365)
"""Of what she wanted to do she hears once: it stays answerable in this round, and is in no other by itself."""


def gather(uow: UnitOfWork, house: House, known: Circumstances) -> None:
    """Ask her once whether it fits; the questions themselves stay on the calendar until she says so."""
    waiting = asked_soon(uow.db, known.person.id, uow.now)
    prompt(uow, house, known, ROUND)
    for promised in waiting:
        followups.put_off(uow.db, promised, uow.now + (AT_LEISURE if promised.flow == ONCE else AGAIN))
    count_contact(uow, known, ROUND)
