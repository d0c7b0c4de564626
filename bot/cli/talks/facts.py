"""Facts for a conversation that is only played: the usual ones, and what was given."""

from collections.abc import Iterable

from bot.cli.mistakes import Mistake
from flows.conditions import Value
from flows.known_facts import KNOWN_FACTS

_WORDS: dict[str, Value] = {"true": True, "yes": True, "false": False, "no": False, "none": None, "": None}


def facts_given(given: Iterable[str]) -> dict[str, Value]:
    """The first known value of every fact, with those given as NAME=VALUE in their place.

    Raises:
        Mistake: no fact has this name.
    """
    facts: dict[str, Value] = {name: fact.values[0] for name, fact in KNOWN_FACTS.items()}
    for each in given:
        name, _, value = each.partition("=")
        if name not in KNOWN_FACTS:
            raise Mistake(f"--fact: no conversation asks for {name!r}; there are {', '.join(KNOWN_FACTS)}")
        facts[name] = _read(name, value)
    return facts


def _read(name: str, value: str) -> Value:
    if isinstance(KNOWN_FACTS[name].values[-1], tuple):
        return tuple(part for part in value.split(",") if part)
    if value.casefold() in _WORDS:
        return _WORDS[value.casefold()]
    return int(value) if value.lstrip("-").isdecimal() else value
