"""Linear by construction: no pattern can repeat a repetition, and the work grows no faster than the message."""

from collections.abc import Iterator

import pytest

from bot.intake.triage import assess
from bot.intake.triage.lexicon import Mask, Phrase, current
from bot.intake.triage.lexicon.nodes import Gap, Node, Words

SAID: tuple[Phrase | Mask, ...] = (*current().phrases, *current().masks)
TREES = [matcher.tree for said in SAID for matcher in said.matchers]


def _parts(node: Node) -> Iterator[Node]:
    yield node
    for part in node.inside():
        yield from _parts(part)


def test_nothing_in_any_pattern_is_unbounded() -> None:
    assert max(part.most for tree in TREES for part in _parts(tree) if isinstance(part, Gap)) <= 8


def test_every_way_of_saying_a_phrase_needs_a_key_word() -> None:
    assert all(matcher.keys for phrase in current().phrases for matcher in phrase.matchers)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 400,
        "i want to ",
        "he hit the wall and my boss said he will make me ",
        "i can not do this any longer, it is too much ",
        "k*l su1c1de d!e ",
        "a b c ",
        "((((....!!!!'''' ",
    ],
)
def test_twice_the_text_is_at_most_about_twice_the_work(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = 0
    reach = Words.reach

    def counting(self: Words, line: object, places: int) -> int:
        nonlocal looked_up
        looked_up += 1
        return reach(self, line, places)  # type: ignore[arg-type]  # the line passes through untouched

    monkeypatch.setattr(Words, "reach", counting)
    costs = []
    for length in (1_500, 3_000):
        looked_up = 0
        assess((text * length)[:length])
        costs.append(looked_up)
    assert costs[1] <= 2 * costs[0] + 500
