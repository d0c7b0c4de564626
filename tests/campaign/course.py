"""One campaign: who takes part, what happens to them, and the books that are made up afterwards."""

import asyncio
from collections.abc import Coroutine, Iterator, Sequence
from functools import partial
from random import Random

from storage import outbox, people
from tests.campaign.ledger import Ledger
from tests.campaign.people import CALM, CALM_ANSWERS, Coordinator, calm, sees
from tests.campaign.trouble import Troubles
from tests.wire.process import Process
from tests.wire.students import OnTelegram
from tests.wire.test_killed import confirmed
from tests.wire.waiting import until
from tests.wire.world import World

CALM_ONES = [f"s{number}" for number in range(1, 7)]
ALARMED_ONES = [f"s{number}" for number in range(7, 10)]
ASKED_ONES = [f"s{number}" for number in range(10, 16)]
EVERYBODY = CALM_ONES + ALARMED_ONES + ASKED_ONES
ROUNDS = 5
UNDER_WAY = 8
"""Messages that may be under way to these few people when the power fails."""
ASKED, ENDED = CALM[0][0], "nothing flagged"
LOG_TAIL = 4000


class Campaign:
    """Students talk, a coordinator works, trouble comes; the same course of trouble for the same seed."""

    def __init__(self, world: World, processes: Sequence[Process], seed: int) -> None:
        self._world, self._processes, self._seed = world, processes, seed
        self._phones = {who: world.settled(who, 1000 + number) for number, who in enumerate(EVERYBODY)}
        self._replies = {who: f"Thank you, {number}. We talk tomorrow." for number, who in enumerate(ALARMED_ONES)}
        self._troubles = Troubles(world, processes, Random(seed))

    async def run(self) -> None:
        """Until everybody has done what she came for, nothing waits any more, and the program was asked to stop."""
        stop = asyncio.Event()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._troubles.run(stop, ROUNDS))
                await asyncio.gather(*(group.create_task(work) for work in self._work()))
                stop.set()
            await until(partial(asyncio.to_thread, self._nothing_waits), "an empty outbox")
        except BaseException as failure:
            failure.add_note(self.course())
            raise
        for process in self._processes:
            assert await process.terminate() == 0

    def books(self) -> Ledger:
        """What was acknowledged, and what became of it."""
        ledger = Ledger(self._seed)
        with self._world.work() as uow:
            for who in CALM_ONES:
                ledger.enter_talk(uow, who, CALM_ANSWERS, whole=True)
            for who in ALARMED_ONES:
                ledger.enter_talk(uow, who, {"mood": 3, "safe": "no"}, whole=False)
                ledger.enter_case(uow, who, self._replies[who])
            for who in ASKED_ONES:
                ledger.enter_talk(uow, who, {}, whole=True)
            ledger.enter_rest(uow, confirmed(self._world))
        self._enter_screens(ledger)
        return ledger

    def course(self) -> str:
        """What happened, and the last words of the program: for whoever looks into a failure."""
        said = (process.said.read_text("utf-8", "replace")[-LOG_TAIL:] for process in self._processes)
        return "\n".join([f"PLACEMATE_CAMPAIGN_SEED={self._seed} plays it again", *self._troubles.log, *said])

    def _enter_screens(self, ledger: Ledger) -> None:
        doubles = self._troubles.lost_answers + self._troubles.kills * UNDER_WAY
        whole_talk = [*(question for question, _ in CALM), ENDED]
        for who, words in [*((who, whole_talk) for who in CALM_ONES), *((who, [ASKED]) for who in ASKED_ONES)]:
            doubles -= ledger.enter_screen(who, self._phones[who].read(), words)
        ledger.enter("screens", "more doubles than troubles", False, doubles < 0)

    def _work(self) -> Iterator[Coroutine[object, object, None]]:
        coordinator = Coordinator(self._world)
        yield from (calm(self._phones[who]) for who in CALM_ONES)
        yield from (coordinator.care_for(self._phones[who], self._replies[who]) for who in ALARMED_ONES)
        yield from (self._asked(who, self._phones[who]) for who in ASKED_ONES)

    async def _asked(self, who: str, student: OnTelegram) -> None:
        """A coordinator wants her asked now, and she is."""
        await asyncio.to_thread(self._ask, who)
        await sees(student, ASKED)

    def _ask(self, who: str) -> None:
        with self._world.work() as uow:
            people.change_placement(uow.db, who, requested_at=uow.now)

    def _nothing_waits(self) -> bool:
        with self._world.work() as uow:
            return not outbox.depth(uow.db)
