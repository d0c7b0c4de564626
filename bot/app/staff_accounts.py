"""Coordinators whom the roster knows by e-mail only: Slack is asked for their ids.

With them a page can reach a coordinator, and her first press on a card is recognised.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from sqlalchemy.exc import DBAPIError

from bot import log
from bot.app.program import Program
from storage import people
from storage.unit_of_work import UnitOfWork

LOOK_AGAIN = 600.0
"""Seconds: an import while the program runs is noticed by then."""
_STAFF = ("coordinator", "safeguarding", "lead")

_log = log.get_logger(__name__)


async def find_staff(program: Program, ask: Callable[[str], Awaitable[str | None]], stop: asyncio.Event) -> None:
    """Fill in missing Slack ids until `stop`.

    `ask` gives the id behind an e-mail address, "" where nobody has it, None where it could not be asked.
    """
    while not stop.is_set():
        try:
            for person_id, email in (await program.writer.write(_without_slack_id)).items():
                if found := await ask(email):
                    await program.writer.write(partial(_note, person_id, found))
        except DBAPIError as error:
            _log.warning("staff are looked up later: the database is away", error=type(error).__name__)
        try:
            await asyncio.wait_for(stop.wait(), LOOK_AGAIN)
        except TimeoutError:
            continue


def _without_slack_id(uow: UnitOfWork) -> dict[str, str]:
    staff = people.people_with_role(uow.db, *_STAFF)
    return {member.id: member.email for member in staff if member.email and not member.slack_id}


def _note(person_id: str, slack_id: str, uow: UnitOfWork) -> None:
    people.change_person(uow.db, person_id, slack_id=slack_id)
