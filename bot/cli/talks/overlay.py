"""The conversations as a programme has them, for commands that look at them."""

from collections.abc import Sequence
from pathlib import Path

from bot.cli.mistakes import Mistake
from bot.config import load
from bot.engine.check import check_all
from bot.programmes.overlay import Overlaid, programme_catalogue, read_overlay
from bot.words.language import LANGUAGES, SOURCE, translation
from flows.catalogue import CATALOGUE
from flows.placeholders import EVERYWHERE
from flows.steps import Flow


def catalogue(config: Path | None, overlay: Path | None = None) -> tuple[Flow, ...]:
    """All conversations with the overlay that is given, else with the one that the configuration names.

    Raises:
        ConfigError: the configuration or the overlay has a mistake.
    """
    settings = load(config)
    if overlay is None:
        return programme_catalogue(settings)
    programme = settings.programme.model_copy(update={"overlay": overlay})
    return programme_catalogue(settings.model_copy(update={"programme": programme}))


def named(flows: Sequence[Flow], flow_id: str) -> Flow:
    """The conversation with this id.

    Raises:
        Mistake: there is none.
    """
    found = {flow.id: flow for flow in flows}
    if flow_id not in found:
        raise Mistake(f"there is no conversation {flow_id!r}; there are {', '.join(found)}")
    return found[flow_id]


def checked(config: Path | None, overlay: Path | None) -> tuple[list[str], int]:
    """What is to be said about all conversations, and how many mistakes there are."""
    others = [language for language in LANGUAGES if language != SOURCE]
    findings = check_all(CATALOGUE, placeholders=EVERYWHERE, languages=others, translate=translation)
    path = overlay or load(config).programme.overlay
    overlaid = read_overlay(path) if path else Overlaid(CATALOGUE)
    changes = () if overlaid.mistakes else overlaid.changes
    mistakes = len(overlaid.mistakes) + sum(not finding.notice for finding in findings)
    lines = [*map(str, findings), *overlaid.mistakes, *changes]
    return [*lines, f"{len(CATALOGUE)} conversations{_counted(changes)}, {_many(mistakes, 'mistake')}"], mistakes


def _counted(changes: Sequence[str]) -> str:
    return f", {_many(len(changes), 'change')}" if changes else ""


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
