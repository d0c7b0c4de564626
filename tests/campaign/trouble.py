"""What goes wrong in the campaign, in an order that a seed decides: every kind at least once, then by chance."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from random import Random

from sqlalchemy import Connection, text

from tests.standins.slack import DROPPED, broken, limited
from tests.standins.telegram import broken_connection, lost_answer, server_error, too_many_requests
from tests.wire.process import Process
from tests.wire.world import World

Trouble = Callable[[], Awaitable[None]]
CUT_CONNECTIONS = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


class Troubles:
    """Brings trouble until it is told to stop, and counts what may double a message."""

    def __init__(self, world: World, processes: Sequence[Process], chance: Random) -> None:
        self.kills = 0
        self.lost_answers = 0
        self.log: list[str] = []
        self._world = world
        self._processes = processes
        self._chance = chance

    async def run(self, stop: asyncio.Event, rounds: int) -> None:
        """So many troubles, and on until `stop`."""
        kinds = self._kinds()
        plan = [*kinds, self._killed]
        self._chance.shuffle(plan)
        plan += self._chance.choices(kinds, k=max(0, rounds - len(plan)))
        for trouble in plan:
            self.log.append(trouble.__name__)
            await trouble()
            await asyncio.sleep(self._chance.uniform(0.2, 0.8))
        await stop.wait()

    def _kinds(self) -> list[Trouble]:
        return [
            self._killed, self._database_away, self._answers_lost, self._limited, self._servers_broken,
            self._polls_broken, self._updates_repeated, self._updates_out_of_order, self._socket_cut,
            self._events_repeated,
        ]  # fmt: skip

    async def _killed(self) -> None:
        """The power fails, and comes back."""
        process = self._chance.choice(self._processes)
        await process.kill()
        self.kills += 1
        await asyncio.sleep(self._chance.uniform(0.0, 1.0))
        await process.start()

    async def _database_away(self) -> None:
        await asyncio.to_thread(self._hold_the_database, self._chance.uniform(1.0, 4.0))

    def _hold_the_database(self, seconds: float) -> None:
        with self._world.engine.begin() as db:
            if db.dialect.name == "postgresql":
                self._cut_and_lock(db)
            time.sleep(seconds)

    def _cut_and_lock(self, db: Connection) -> None:
        db.execute(CUT_CONNECTIONS)
        db.execute(text("LOCK TABLE seen_event, outbox IN ACCESS EXCLUSIVE MODE"))

    async def _answers_lost(self) -> None:
        """The platforms act, and nobody hears that they did."""
        self.lost_answers += 3
        self._world.telegram.fail("sendMessage", lost_answer())
        self._world.slack.faults.put("chat.postMessage", DROPPED)
        self._world.slack.faults.put("chat.update", DROPPED)

    async def _limited(self) -> None:
        self._world.telegram.fail("sendMessage", too_many_requests(1))
        self._world.slack.faults.put("chat.postMessage", limited(1))

    async def _servers_broken(self) -> None:
        self._world.telegram.fail("sendMessage", server_error())
        self._world.telegram.fail("sendMessage", broken_connection())
        self._world.slack.faults.put("chat.postMessage", broken())
        self._world.slack.faults.put("views.open", broken())

    async def _polls_broken(self) -> None:
        self._world.telegram.fail("getUpdates", lost_answer())
        self._world.telegram.fail("getUpdates", server_error())

    async def _updates_repeated(self) -> None:
        self._world.telegram.updates.tamper = lambda batch: batch + batch

    async def _updates_out_of_order(self) -> None:
        self._world.telegram.updates.tamper = lambda batch: batch[::-1]

    async def _socket_cut(self) -> None:
        await self._world.slack.sockets.cut()

    async def _events_repeated(self) -> None:
        self._world.slack.duplicate = True
