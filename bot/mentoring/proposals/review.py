"""A batch as a coordinator sees it: each pair with its reasons, who is left and why, and what may be done."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from bot.cases.telling.texts import plain
from bot.cases.verbs import APPROVE_ALL, REVIEW_PAGE, SETTLE
from bot.cases.views import Field, Passage, View
from bot.mentoring.life_cycle import PROPOSED
from bot.mentoring.matching.batch import Unmatched
from bot.mentoring.matching.reasons import in_words, read_kept, unmatched_in_words
from storage.mentoring_profiles import left_in
from storage.mentorships import Mentorship, in_batch
from storage.people import Person, find_people
from storage.unit_of_work import UnitOfWork

PAIRS_A_PAGE = 20
"""Each is two blocks of the hundred that a window of Slack holds."""
MOST_TO_SWAP = 100
"""docs.slack.dev/reference/block-kit/block-elements/select-menu-element: the most options of a list."""
MOST_LEFT = 40
APPROVE_ONE, LEAVE_OUT_ONE, SWAP = "approve", "leave_out", "swap"


@dataclass(frozen=True, slots=True)
class Review:
    """A batch at one moment, read once."""

    batch: str
    language: str
    pairs: list[Mentorship]
    left: list[Unmatched]
    people: Mapping[str, Person]
    places: Mapping[int | None, int]

    @classmethod
    def read(cls, uow: UnitOfWork, batch: str, language: str) -> "Review":
        """The batch as it stands now."""
        pairs = in_batch(uow.db, batch)
        left = [Unmatched(each.person_id, each.left_why) for each in left_in(uow.db, batch)]
        ids = {each for pair in pairs for each in (pair.mentee_id, pair.mentor_id)} | {each.mentee_id for each in left}
        places = {pair.id: place for place, pair in enumerate(pairs, start=1)}
        return cls(batch, language, pairs, left, find_people(uow.db, ids), places)

    @property
    def proposed(self) -> list[Mentorship]:
        """The pairs that nobody has decided on."""
        return [pair for pair in self.pairs if pair.state == PROPOSED]

    def view(self, page: int = 0, *, done: str = "", error: str = "") -> View:
        """One page of it; `done` says what has just been done."""
        pages = max(-(-len(self.pairs) // PAIRS_A_PAGE), 1)
        page = min(page, pages - 1)
        shown = self.pairs[page * PAIRS_A_PAGE : (page + 1) * PAIRS_A_PAGE]
        passages = [Passage("", done)] if done else []
        passages += [self._passage(pair) for pair in shown]
        passages += self._left() if page == pages - 1 else []
        fields = self._fields([pair for pair in shown if pair.state == PROPOSED])
        return View(
            self.say("modal.matches"), int(self.batch), tuple(passages), fields, SETTLE if fields else "",
            self.say("matches.do") if fields else "", self.say("modal.close"), self._buttons(page, pages),
            {"page": str(page)} if fields else {}, error,
        )  # fmt: skip

    def say(self, key: str, **values: object) -> str:
        """A notice in the reader's language."""
        return plain(key, self.language, **values)

    def named(self, pair: Mentorship) -> str:
        """Both names, with the place in the batch."""
        return f"{self.places[pair.id]}. {self._name(pair.mentee_id)} – {self._name(pair.mentor_id)}"

    def _name(self, person_id: str) -> str:
        person = self.people.get(person_id)
        return person.name if person and person.name else person_id

    def _passage(self, pair: Mentorship) -> Passage:
        reasons = in_words(read_kept(pair.reasons), self.language)
        head = self.named(pair)
        if pair.state != PROPOSED:
            head = f"{head} · {self.say(f'pair_state.{pair.state}')}"
        return Passage(head, "\n".join((self.say("matches.points", count=f"{pair.score or 0:.0f}"), *reasons)))

    def _left(self) -> list[Passage]:
        if not self.left:
            return []
        lines = [
            f"{self._name(each.mentee_id)}: {unmatched_in_words(each, self.language)}"
            for each in islice(self.left, MOST_LEFT)
        ]
        if len(self.left) > MOST_LEFT:
            lines.append(self.say("matches.more_left", count=len(self.left) - MOST_LEFT))
        return [Passage(self.say("matches.left", count=len(self.left)), "\n".join(lines))]

    def _fields(self, here: list[Mentorship]) -> tuple[Field, ...]:
        if not here:
            return ()
        deeds = tuple((each, self.say(f"matches.{each}")) for each in (APPROVE_ONE, LEAVE_OUT_ONE, SWAP))
        others = self.proposed[:MOST_TO_SWAP]
        swaps = (Field("other", self.say("matches.other"), "choice", self._options(others), optional=True),)
        return (
            Field("pair", self.say("matches.pair"), "choice", self._options(here)),
            Field("deed", self.say("matches.deed"), "choice", deeds if len(others) > 1 else deeds[:-1]),
            *(swaps if len(others) > 1 else ()),
        )

    def _options(self, pairs: list[Mentorship]) -> tuple[tuple[str, str], ...]:
        return tuple((str(pair.id), self.named(pair)) for pair in pairs)

    def _buttons(self, page: int, pages: int) -> tuple[tuple[str, str], ...]:
        buttons = [(APPROVE_ALL, self.say("matches.approve_all", count=len(self.proposed)))] if self.proposed else []
        if page > 0:
            buttons.append((f"{REVIEW_PAGE}:{page - 1}", self.say("matches.before")))
        if page < pages - 1:
            buttons.append((f"{REVIEW_PAGE}:{page + 1}", self.say("matches.next")))
        return tuple(buttons)
