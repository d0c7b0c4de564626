"""How near a message lies to what students say of each conversation.

We chose weighted words over an edit distance between whole sentences, which finds the right conversation for four
messages in five only, and over a trained classifier, which finds hardly more and explains nothing: which examples a
message is near, and by which words, can be printed. A word weighs by how few conversations use it; so do the group of
synonyms it belongs to, and two neighbours, each as its group. A conversation is as near as its ten nearest examples
together, the nearer the more.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest

from bot.intake.routing.evidence import Evidence, Features
from bot.intake.routing.examples import GROUP
from bot.intake.routing.stems import stems
from bot.intake.routing.vocabulary import Vocabulary

NEAREST = 10
_PAIR = 0.6
_GROUP = 0.8
"""What a pair of neighbours, and a group of synonyms, weigh beside a single word."""
_MOST_GUESSED = 12
"""So many unknown words of a message are looked up among the known ones, which bounds its cost."""


class Nearness:
    """The examples of every conversation, made ready to be compared with messages."""

    def __init__(self, examples: Mapping[str, Iterable[str]], synonyms: Mapping[str, str]) -> None:
        """`examples` by the conversation's id; `synonyms` are stems with the name of their group."""
        said = [(conversation, stems(text)) for conversation, texts in examples.items() for text in texts]
        self._ids = tuple(examples)
        self._of = [conversation for conversation, _ in said]
        self._synonyms = synonyms
        self._vocabulary = Vocabulary({word for _, words in said for word in words} | synonyms.keys())
        featured = [self._plain(words) for _, words in said]
        self._weights = _weights(zip(self._of, featured, strict=True), len(self._ids))
        self._heaviest = math.log(1 + len(self._ids))
        self._evidence = Evidence(zip(self._of, featured, strict=True))
        self._examples_with: Mapping[str, list[tuple[int, float]]] = defaultdict(list)
        for number, features in enumerate(featured):
            for feature, weight in self._measured(features).items():
                self._examples_with[feature].append((number, weight))

    def measure(self, text: str) -> tuple[dict[str, float], dict[str, float]]:
        """Each conversation's nearness, and its share of what all examples say together.

        Nearness is 0 where no word is shared, and about 1 where the message is one of the examples.
        """
        features = self._features(stems(text))
        cosines: dict[int, float] = defaultdict(float)
        for feature, weight in self._measured(features).items():
            for number, theirs in self._examples_with.get(feature, ()):
                cosines[number] += weight * theirs
        near: dict[str, list[float]] = {conversation: [] for conversation in self._ids}
        for number, cosine in cosines.items():
            near[self._of[number]].append(cosine)
        nearness = {each: sum(cosine**2 for cosine in nlargest(NEAREST, found)) for each, found in near.items()}
        return nearness, self._evidence.shares(features)

    def _features(self, words: Sequence[str]) -> dict[str, float]:
        """What speaks in a message; for a word that no example uses, those that may have been meant."""
        features = self._plain(words)
        unknown = [word for word in words if word not in self._weights]
        for word in unknown[:_MOST_GUESSED]:
            if meant := self._vocabulary.close_to(word):
                features.pop(word, None)
                groups = {self._synonyms[close]: _GROUP * meant[close] for close in meant if close in self._synonyms}
                for feature, likeness in (meant | groups).items():
                    features[feature] = max(features.get(feature, 0), likeness)
        return features

    def _plain(self, words: Sequence[str]) -> dict[str, float]:
        """Each word, its group, and each pair of neighbours with the ends of the message."""
        meanings = [self._synonyms.get(word, word) for word in words]
        pairs = zip(["^", *meanings], [*meanings, "$"], strict=True)
        groups = dict.fromkeys((meaning for meaning in meanings if meaning.startswith(GROUP)), _GROUP)
        return {**{f"{first} {second}": _PAIR for first, second in pairs}, **groups, **dict.fromkeys(words, 1.0)}

    def _measured(self, features: Features) -> dict[str, float]:
        """The features with their weights, of length 1 together with the words that no example uses."""
        weighed = {
            feature: share * self._weights[feature] for feature, share in features.items() if feature in self._weights
        }
        strange = sum(feature not in self._weights and " " not in feature for feature in features)
        length = math.sqrt(sum(weight**2 for weight in weighed.values()) + strange * self._heaviest**2) or 1
        return {feature: weight / length for feature, weight in weighed.items()}


def _weights(said: Iterable[tuple[str, Features]], conversations: int) -> dict[str, float]:
    """The rarer among conversations, the heavier."""
    used_by: dict[str, set[str]] = defaultdict(set)
    for conversation, features in said:
        for feature in features:
            used_by[feature].add(conversation)
    return {feature: math.log(1 + conversations / len(users)) for feature, users in used_by.items()}
