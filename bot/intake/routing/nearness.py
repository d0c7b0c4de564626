"""How near a message lies to what students say of each conversation.

We chose weighted words over an edit distance between whole sentences, which finds the right conversation for four
messages in five only, and over a trained classifier, which finds no more and explains nothing: which examples a message
is near, and by which words, can be printed. Of several measures tried this is the simplest of the best. A word weighs
by how few conversations use it; two neighbouring words count too; a conversation is as near as its ten nearest
examples together, the nearer the more.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest

from bot.intake.routing.stems import stems
from bot.intake.routing.vocabulary import Vocabulary

NEAREST = 10
_PAIR = 0.6
"""What a pair of neighbours weighs beside a single word."""
_MOST_GUESSED = 12
"""So many unknown words of a message are looked up among the known ones, which bounds its cost."""

Features = Mapping[str, float]


class Nearness:
    """The examples of every conversation, made ready to be compared with messages."""

    def __init__(self, examples: Mapping[str, Iterable[str]]) -> None:
        said = [(conversation, stems(text)) for conversation, texts in examples.items() for text in texts]
        self._ids = tuple(examples)
        self._weights = _weights([(conversation, _plain(words)) for conversation, words in said], len(self._ids))
        self._heaviest = math.log(1 + len(self._ids))
        self._vocabulary = Vocabulary({word for _, words in said for word in words})
        self._of = [conversation for conversation, _ in said]
        self._examples_with: Mapping[str, list[tuple[int, float]]] = defaultdict(list)
        for number, (_, words) in enumerate(said):
            for feature, weight in self._measured(_plain(words)).items():
                self._examples_with[feature].append((number, weight))

    def scores(self, text: str) -> dict[str, float]:
        """Each conversation's nearness: 0 where no word is shared, about 1 where the message is one of its examples."""
        cosines: dict[int, float] = defaultdict(float)
        for feature, weight in self._measured(self._features(stems(text))).items():
            for number, theirs in self._examples_with.get(feature, ()):
                cosines[number] += weight * theirs
        near: dict[str, list[float]] = {conversation: [] for conversation in self._ids}
        for number, cosine in cosines.items():
            near[self._of[number]].append(cosine)
        return {each: sum(cosine**2 for cosine in nlargest(NEAREST, found)) for each, found in near.items()}

    def _features(self, words: Sequence[str]) -> dict[str, float]:
        """Words and pairs, and for a word that no example uses those that may have been meant."""
        features = _plain(words)
        unknown = [word for word in words if word not in self._weights]
        for word in unknown[:_MOST_GUESSED]:
            if meant := self._vocabulary.close_to(word):
                features.pop(word, None)
                features |= {close: max(features.get(close, 0), likeness) for close, likeness in meant.items()}
        return features

    def _measured(self, features: Features) -> dict[str, float]:
        """The features with their weights, of length 1 together with what no example uses."""
        weighed = {
            feature: share * self._weights[feature] for feature, share in features.items() if feature in self._weights
        }
        strange = sum(" " not in feature and feature not in self._weights for feature in features)
        length = math.sqrt(sum(weight**2 for weight in weighed.values()) + strange * self._heaviest**2) or 1
        return {feature: weight / length for feature, weight in weighed.items()}


def _plain(words: Sequence[str]) -> dict[str, float]:
    """Each word, and each pair of neighbours with the ends of the message."""
    pairs = zip(["^", *words], [*words, "$"], strict=True)
    return {**{f"{first} {second}": _PAIR for first, second in pairs}, **dict.fromkeys(words, 1.0)}


def _weights(said: Sequence[tuple[str, Features]], conversations: int) -> dict[str, float]:
    """The rarer among conversations, the heavier."""
    used_by: dict[str, set[str]] = defaultdict(set)
    for conversation, features in said:
        for feature in features:
            used_by[feature].add(conversation)
    return {feature: math.log(1 + conversations / len(users)) for feature, users in used_by.items()}
