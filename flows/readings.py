"""What can be read in words of hers before a script meets them: `sentence.lacks("date")`.

Only whether it was found is kept, never the words. `bot/engine/readings` reads; the words it looks for in a goal are
those of `flows.goal_words`.
"""

from collections.abc import Mapping

READINGS: Mapping[str, str] = {
    "date": "a day, or a span of time that ends",
    "result": "something that will exist or be done",
    "observer": "somebody who will see it",
    "hours": "days of the week with the hours of each, and nothing else",
}
