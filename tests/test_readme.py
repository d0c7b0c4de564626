"""The page that newcomers read, held to what is really there."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain, pairwise
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote, urlsplit

import pytest
import typer
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot import metrics
from bot.cli import DONE, NEEDS_A_PERSON, main
from bot.cli.application import application
from bot.config import Settings
from bot.engine.check import check_all
from bot.engine.days_off import read_days_off
from bot.facts.duty.cover import read_covers
from flows import vocabulary
from flows.catalogue import CATALOGUE
from flows.entries import TOPICS, read_entries
from flows.placeholders import EVERYWHERE
from flows.steps import Flow
from flows.vocabulary import control_of

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
TOKENS = MarkdownIt().enable("table").parse(TEXT)
PLACEMATE = re.compile(r"^(\.venv/bin/)?placemate ")
SOURCE = ("bot", "flows", "storage", "tests")
NEEDS_A_PLATFORM = {"check", "run"}
"""These reach out: only their words are checked."""
ENDS_WITH = {"checkin send --to 1": NEEDS_A_PERSON, "resources check --offline": NEEDS_A_PERSON}
"""She has not written to the bot yet, so nothing reaches her; and some of our own links nobody has checked."""
TYPED = {"people import roster.csv": "y"}
"""What is answered when a command asks; at every other question she closes the terminal."""


def blocks(language: str) -> list[str]:
    return [token.content for token in TOKENS if token.type == "fence" and token.info == language]


def inline(kind: str) -> Iterator[Token]:
    return (child for token in TOKENS for child in token.children or () if child.type == kind)


def section(title: str) -> str:
    found = TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    assert found, title
    return found


COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]


# ── Commands ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_command_does_what_the_page_says(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(ROOT / "config.example.toml", tmp_path)
    (tmp_path / "roster.csv").write_text(*blocks("csv"))
    (tmp_path / "mentors.csv").write_text(*blocks("csv mentors"))
    (tmp_path / "overlay.toml").write_text(*blocks("toml overlay"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    for line in COMMANDS:
        if line == ".venv/bin/placemate people import roster.csv":
            (tmp_path / "config.toml").write_text(blocks("toml")[0])
        if PLACEMATE.match(line):
            typed(PLACEMATE.sub("", line), monkeypatch, capsys)
        elif not line.startswith(("make ", "docker compose ")):
            command = line.replace(".venv/bin/python", shlex.quote(sys.executable))
            subprocess.run(["bash", "-euc", command], check=True, cwd=tmp_path, capture_output=True)
    assert (tmp_path / "all-settings.toml").read_text() == (ROOT / "config.example.toml").read_text()
    assert (tmp_path / "placemate-backup.db").stat().st_size > 0
    assert (tmp_path / "placemate.key").stat().st_mode & 0o777 == 0o600


def typed(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    command, _, file = line.partition(" > ")
    if command in NEEDS_A_PLATFORM:
        return

    def asked(_prompt: str = "") -> str:
        if command in TYPED:
            return TYPED[command]
        raise EOFError

    monkeypatch.setattr("builtins.input", asked)
    capsys.readouterr()
    code = main(shlex.split(command))
    said = capsys.readouterr()
    assert code == ENDS_WITH.get(command, DONE), f"{command}: {said.out}{said.err}"
    if file:
        Path(file).write_text(said.out)


def leaves(command: object, path: str = "") -> dict[str, set[str]]:
    """Every command there is, with its options."""
    inner = getattr(command, "commands", {})
    if not inner:
        return {path.strip(): {option for each in getattr(command, "params", ()) for option in each.opts}}
    return dict(chain.from_iterable(leaves(each, f"{path} {name}").items() for name, each in inner.items()))


CLI = leaves(typer.main.get_group(application))


def mentioned() -> Iterator[str]:
    """Commands of `placemate` anywhere on the page, also those that are not run here."""
    yield from (PLACEMATE.sub("", line) for line in COMMANDS if PLACEMATE.match(line))
    yield from (line.partition(" placemate placemate ")[2] for line in COMMANDS if " placemate placemate " in line)
    yield from (PLACEMATE.sub("", code.content) for code in inline("code_inline") if PLACEMATE.match(code.content))


@pytest.mark.parametrize("line", sorted(set(mentioned())))
def test_every_command_and_option_that_is_named_exists(line: str) -> None:
    words = shlex.split(line)
    found = [path for path in CLI if words[: len(path.split())] == path.split()]
    assert found, f"there is no `placemate {line}`"
    assert {word for word in words if word.startswith("--")} <= CLI[found[0]]


def test_every_make_target_that_is_named_exists() -> None:
    named = [
        line for line in (*COMMANDS, *(code.content for code in inline("code_inline"))) if line.startswith("make ")
    ]
    makefile = (ROOT / "Makefile").read_text()
    assert {"make demo", "make test"} <= set(named)
    for line in named:
        assert re.search(rf"^{shlex.split(line)[1]}:", makefile, re.MULTILINE), line


def test_the_container_commands_fit_the_container() -> None:
    compose, dockerfile = (ROOT / "compose.yaml").read_text(), (ROOT / "Dockerfile").read_text()
    entering = [line for line in COMMANDS if re.match(r"docker compose (run|exec) ", line)]
    assert [line for line in entering if " placemate " not in line] == []
    assert "services:\n  placemate:\n" in compose
    assert "- data:/data\n" in compose
    assert "WORKDIR /data\n" in dockerfile
    assert "PLACEMATE_WEB__LISTEN=0.0.0.0:8080" in dockerfile


# ── Settings, pages, measures ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("block", blocks("toml"))
def test_every_configuration_on_the_page_is_valid(block: str, settings: Settings) -> None:
    assert Settings(**tomllib.loads(block)).model_fields_set <= set(type(settings).model_fields)


def test_the_rota_on_the_page_can_be_read() -> None:
    (block,) = blocks("toml rota")
    first, second = read_covers(block, "README.md")
    assert (first.covers, second.covers) == (("11",), ())
    ids = re.findall(r"^(\d+),Example", TEXT, re.M)
    assert {first.person, second.person, *first.covers} <= set(ids), "check warns of an id that the roster lacks"


def test_every_setting_that_is_named_exists() -> None:
    reference = tomllib.loads(re.sub(r"^#(?=[\[a-z])", "", (ROOT / "config.example.toml").read_text(), flags=re.M))
    written = re.findall(r"`\[(\w+)\](?: (\w+))?`", TEXT)
    environment = [name.lower().split("__") for name in re.findall(r"PLACEMATE_(\w+__\w+)", TEXT)]
    assert written
    assert environment
    for table, key in (*written, *environment):
        assert table in reference
        assert not key or key in reference[table], f"[{table}] {key}"


def test_every_measure_and_every_path_that_is_named_exists() -> None:
    exposed = metrics.exposition()[0].decode()
    for name in re.findall(r"`(placemate_\w+)`", TEXT):
        assert f"# HELP {name} " in exposed, name
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
    for path in re.findall(r"`(/[a-z]+(?:/[a-z]+)?)`", section("For an operator")):
        assert f'"{path}"' in source, path


def test_every_word_that_a_student_can_type_is_on_the_page_and_understood() -> None:
    told = section("What a student can type")
    first_column = "".join(line.split("|")[1] for line in told.splitlines() if line.startswith("| `"))
    assert sorted(re.findall(r"`/(\w+)`", first_column)) == sorted(vocabulary.COMMANDS)
    assert [word for word in re.findall(r"`(\w+)`", told) if control_of(word) not in (word, "quit")] == []
    lines = re.findall(r"`(/(?:pause|absence) [^`]+)`", told)
    assert len(lines) == 5
    assert [line for line in lines if read_days_off(line, date(2026, 11, 2)) is None] == []


# ── The house ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_file_and_folder_that_is_named_exists() -> None:
    for name in set(re.findall(r"(?<![\w/.-])((?:bot|flows|storage|tests|docs|\.ci)/[\w./-]*\w)", TEXT)):
        assert (ROOT / name).exists(), name


def drawn() -> Iterator[tuple[str, str]]:
    """The map's paths, folders with a slash at the end, and what is said of each."""
    (house,) = (block for block in blocks("text") if block.startswith("README.md"))
    room = ""
    for line in re.sub(r"\n {20,}", " ", house).splitlines():
        found = re.match(r"( *)((?:\S+/ )*\S+/?)(?:\s{2,}(\S.*))?$", line)
        if not line.strip():
            continue
        assert found, line
        names = found[2].split()
        room = "" if not found[1] else room
        yield from ((room + name, found[3] or "") for name in names)
        room = names[0] if not found[1] else room


def folders(*which: str) -> set[str]:
    """The folders at the top, and the rooms of each floor of the source, that hold a file git knows."""
    listed = subprocess.run(["git", "ls-files", *which], check=False, cwd=ROOT, text=True, capture_output=True)
    files = listed.stdout.splitlines() if (ROOT / ".git").exists() and listed.returncode == 0 else unpacked()
    parents = {Path(file).parent.parts for file in files if (ROOT / file).exists()} - {()}
    return {f"{above[0]}/" for above in parents} | {
        f"{above[0]}/{above[1]}/" for above in parents if len(above) > 1 and above[0] in SOURCE
    }


def unpacked() -> list[str]:
    """Every file where there is no git: caches and what is hidden are not the project's."""
    files = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    ours = (file for file in files if not {"__pycache__"} & set(file.parts))
    return [str(file) for file in ours if not file.parts[0].startswith(".") or file.parts[0] == ".ci"]


def test_the_map_is_the_tree() -> None:
    mapped = {path for path, _ in drawn() if path.endswith("/")}
    assert folders("--cached") - mapped == set()
    assert mapped - folders("--cached", "--others", "--exclude-standard") == set()


def test_every_entry_of_the_map_exists_and_is_described() -> None:
    entries = dict(drawn())
    assert len(entries) > 30
    assert [path for path in entries if not (ROOT / path).exists()] == []
    assert [path for path, said in entries.items() if not said and not path.startswith("tests/")] == []


def test_every_folder_inside_a_room_that_is_described_exists() -> None:
    inside = [(room, name) for room, said in drawn() for name in re.findall(r"([\w/]+/)(?=[,;:])", said)]
    assert len(inside) > 10
    assert [room + name for room, name in inside if not (ROOT / room / name).is_dir()] == []


def test_the_floors_of_bot_are_those_that_are_enforced() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    enforced = re.findall(r"\w+", " ".join(contract["layers"]).replace("__main__", ""))
    told = re.findall(r"`(\w+)`", section("The rooms").partition("from top to bottom:")[2])
    assert told == [
        floor for floor in enforced if (ROOT / "bot" / floor).exists() or (ROOT / f"bot/{floor}.py").exists()
    ]


def slug(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_every_link_inside_the_repository_leads_somewhere() -> None:
    headings = {slug(text.content) for token, text in pairwise(TOKENS) if token.type == "heading_open"}
    targets = [str(token.attrs["href"]) for token in inline("link_open")]
    targets += [str(token.attrs["src"]) for token in inline("image")]
    assert len(targets) > 10
    for target in targets:
        parts = urlsplit(target)
        if parts.scheme:
            continue
        assert not parts.path or (ROOT / unquote(parts.path)).exists(), target
        assert not parts.fragment or parts.fragment in headings, target


def test_the_picture_is_a_png_that_loads_quickly() -> None:
    picture = (ROOT / "docs/demo.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000


# ── The example of the flow author ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Flow:
    written = ModuleType("flows.first_day")
    exec(blocks("python")[0], written.__dict__)
    monkeypatch.setitem(sys.modules, written.__name__, written)
    flow: Flow = written.__dict__["first_day"]
    return flow


def test_the_example_has_no_mistake(example: Flow) -> None:
    assert check_all((*CATALOGUE, example), placeholders=EVERYWHERE) == check_all(CATALOGUE, placeholders=EVERYWHERE)


@pytest.mark.usefixtures("example")
def test_the_examples_own_tests_pass() -> None:
    names: dict[str, Callable[[], None]] = {}
    exec(blocks("python")[1], names)
    tests = [test for name, test in names.items() if name.startswith("test_")]
    assert len(tests) == 2
    for test in tests:
        test()


def test_the_resource_it_shows_is_one(tmp_path: Path) -> None:
    (block,) = blocks("toml resources")
    path = tmp_path / "resources.toml"
    path.write_text(block, "utf-8")
    (entry,) = read_entries(path)
    assert all(topic in block for topic in TOPICS)
    assert (entry.id, entry.shown_on(date(2026, 12, 1))) == ("housing_office", True)
