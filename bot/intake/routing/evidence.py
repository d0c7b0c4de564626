"""What all that is said for a conversation, taken together, says about a message: naive Bayes, counted and not trained.

Beside the nearest examples because the two are wrong about different messages; each alone finds fewer.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

_UNSEEN = 0.1
"""What a word counts in a conversation where nobody said it."""
_DOUBT = 4.0
"""Words of a message do not speak independently of each other, so that their sum is worth a part of it."""

Features = Mapping[str, float]


class Evidence:
    """How often each feature is said for each conversation, against all the others."""

    def __init__(self, said: Iterable[tuple[str, Features]]) -> None:
        counted: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        everywhere: dict[str, float] = defaultdict(float)
        for conversation, features in said:
            for feature, share in features.items():
                counted[conversation][feature] += share
                everywhere[feature] += share
        self._ids = tuple(counted)
        sums = {each: sum(counted[each].values()) for each in counted}
        together, kinds = sum(sums.values()), _UNSEEN * len(everywhere)
        self._speaks = {
            feature: tuple(
                math.log(
                    (counted[each].get(feature, 0) + _UNSEEN) / (sums[each] + kinds)
                    / ((total - counted[each].get(feature, 0) + _UNSEEN) / (together - sums[each] + kinds))
                )
                for each in self._ids
            )
            for feature, total in everywhere.items()
        }  # fmt: skip

    def shares(self, features: Features) -> dict[str, float]:
        """How likely each conversation is by this, together 1."""
        sums = [0.0] * len(self._ids)
        for feature, share in features.items():
            for place, speaks in enumerate(self._speaks.get(feature, ())):
                sums[place] += share * speaks
        likely = [math.exp((each - max(sums)) / _DOUBT) for each in sums]
        return {each: share / sum(likely) for each, share in zip(self._ids, likely, strict=True)}
