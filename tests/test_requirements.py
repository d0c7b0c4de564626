"""The pins name no host, hold a hash for every file, and are those of pyproject.toml."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
FILES = ("requirements.txt", "requirements-dev.txt")


def pins(name: str) -> dict[str, set[str]]:
    """The pinned versions of every distribution in a file: more than one where Python's version decides."""
    pinned: dict[str, set[str]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\]+)", line):
            pinned.setdefault(canonicalize_name(match[1]), set()).add(match[2])
    return pinned


def declared() -> dict[str, list[Requirement]]:
    """What pyproject.toml asks for, by the file that pins it."""
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    run = [*project["project"]["dependencies"], *groups["build"]]
    dev = [*run, *(entry for entry in groups["dev"] if isinstance(entry, str))]
    return {name: [Requirement(entry) for entry in entries] for name, entries in zip(FILES, (run, dev), strict=True)}


@pytest.mark.parametrize("name", FILES)
def test_no_line_names_a_host_an_index_or_a_place_on_a_machine(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"(?i)://|@ |--(?!hash=)\S*(?:index|host|links)|file:|(?<![\w-])/\w", text) == []


@pytest.mark.parametrize("name", FILES)
def test_every_pin_is_exact_and_hashed(name: str) -> None:
    text = re.sub(r"(?m)^ *#.*\n", "", (ROOT / name).read_text(encoding="utf-8"))
    entries = re.split(r"(?m)^(?=[A-Za-z0-9])", text)[1:]
    assert len(entries) == sum(map(len, pins(name).values()))
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", FILES)
def test_what_is_declared_is_pinned_within_its_bounds(name: str) -> None:
    for asked in declared()[name]:
        versions = pins(name).get(canonicalize_name(asked.name))
        assert versions, f"{asked} is not pinned: make lock"
        assert all(version in asked.specifier for version in versions), f"{asked} is pinned otherwise: make lock"


def test_a_test_runs_on_the_releases_that_the_program_runs_on() -> None:
    run, dev = pins(FILES[0]), pins(FILES[1])
    assert {name: versions for name, versions in run.items() if dev.get(name) != versions} == {}
