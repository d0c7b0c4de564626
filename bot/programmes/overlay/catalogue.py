"""Our conversations as this programme has them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.config import ConfigError, Settings
from bot.programmes.overlay.applying import apply, inspect
from bot.programmes.overlay.changes.wording import name_no_step
from bot.programmes.overlay.form.reading import read
from bot.programmes.overlay.report import Report
from flows.catalogue import CATALOGUE
from flows.steps import Flow

_OURS = {flow.id: flow for flow in CATALOGUE}


@dataclass(frozen=True, slots=True)
class Overlaid:
    """The conversations with an overlay over them, what it changed, and its mistakes: with one, none of it counts."""

    flows: tuple[Flow, ...]
    changes: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()


def programme_catalogue(settings: Settings) -> tuple[Flow, ...]:
    """All conversations, with the programme's overlay where the settings name one.

    Raises:
        ConfigError: names the file, and each key that is wrong with its remedy.
    """
    if settings.programme.overlay is None:
        return CATALOGUE
    overlaid = read_overlay(settings.programme.overlay)
    if overlaid.mistakes:
        raise ConfigError("\n".join(overlaid.mistakes))
    return overlaid.flows


def read_overlay(path: Path) -> Overlaid:
    """An overlay file, applied."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        return _unreadable(f'{path}: not valid TOML: {error}; texts stand in quotes: en = "text"')
    except UnicodeDecodeError:
        return _unreadable(f"{path}: not UTF-8 text; save it as UTF-8")
    except FileNotFoundError:
        return _unreadable(f"{path}: there is no such file; mend [programme] overlay, or leave it out")
    except OSError as error:
        return _unreadable(f"{path}: cannot be read ({error.strerror}); mend its permissions")
    return overlay(raw, str(path))


def overlay(raw: Mapping[str, Any], file: str) -> Overlaid:
    """What a file of this name says, over our conversations."""
    report = Report(file)
    said = read(raw, _OURS, report)
    changed = {name: apply(_OURS[name], part, report) for name, part in said.items()}
    for name, part in said.items():
        words = raw[name].get("words")
        unread = [each for each in words if each not in part.words] if isinstance(words, Mapping) else []
        name_no_step(_OURS[name], unread, report)
    for name, flow in changed.items():
        if flow.revision != _OURS[name].revision:
            inspect(flow, said[name], _OURS, report)
    flows = tuple(changed.get(flow.id, flow) for flow in CATALOGUE)
    return Overlaid(flows, tuple(report.changes), tuple(report.mistakes))


def _unreadable(mistake: str) -> Overlaid:
    return Overlaid(CATALOGUE, mistakes=(mistake,))
