"""A gallery of broken lexicons, each with its exact message."""

import shutil
from pathlib import Path

import pytest

from bot.intake.triage.lexicon import CONTENT, BrokenLexicon
from bot.intake.triage.lexicon.assemble import assemble
from bot.intake.triage.lexicon.files import read_sheets

BORED = "work/underload/en.toml"
NEW = """
[[phrase]]
id = "{id}"
severity = "{severity}"
pattern = "{pattern}"
hits = ["one", "two"]
misses = ["three", "four"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "triage"))


def _add(folder: Path, id: str = "new", severity: str = "info", pattern: str = "word") -> None:
    with (folder / BORED).open("a", encoding="utf-8") as file:
        file.write(NEW.format(id=id, severity=severity, pattern=pattern))


def _mistake(folder: Path) -> str:
    with pytest.raises(BrokenLexicon) as raised:
        assemble(read_sheets(folder))
    return str(raised.value).replace(f"{folder}/", "")


def test_the_lexicon_that_ships_is_whole() -> None:
    assert len(assemble(read_sheets()).phrases) > 300


def test_its_version_changes_with_every_word(folder: Path) -> None:
    assert read_sheets(folder).version == read_sheets().version
    _add(folder)
    assert read_sheets(folder).version != read_sheets().version


def test_a_pattern_that_cannot_be_read_is_named(folder: Path) -> None:
    _add(folder, pattern="(a+)+")
    assert _mistake(folder) == (
        f"{BORED}: new: cannot read '+)+': use words, word*, ( | ), ?, &, <3>, {{class}}, ^ and $ only"
    )


def test_a_word_that_no_message_can_hold_is_named(folder: Path) -> None:
    _add(folder, pattern="wanna leave")
    assert _mistake(folder) == f"{BORED}: new: no message can hold 'wanna' once it is normalised: write 'want to'"


def test_a_contraction_is_named(folder: Path) -> None:
    _add(folder, pattern="cannot leave")
    assert _mistake(folder) == f"{BORED}: new: no message can hold 'cannot' once it is normalised: write 'can not'"


def test_an_id_used_twice_is_named(folder: Path) -> None:
    _add(folder, id="bored")
    assert _mistake(folder) == ("en.underload.bored: two entries have this id; rename one, ids are stored beside hits")


def test_an_unknown_severity_is_named(folder: Path) -> None:
    _add(folder, severity="grave")
    assert _mistake(folder).startswith(f"{BORED}: phrase.")
    assert "unknown severity 'grave': use one of none, info, attention, urgent, emergency" in _mistake(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "mistake"),
    [
        (BORED, "hits = ", "hit = ", "Field required; write it as its neighbours are written"),
        (BORED, "language", "languag", "Field required; write it as its neighbours are written"),
        (
            "rules.toml",
            '"underload", ',
            "",
            "rules.toml: name underload (work/underload/en.toml) once, in deniable or in never_denied",
        ),
        ("negation.toml", "cues = [", "cues = ", "negation.toml: not TOML: "),
    ],
)
def test_a_damaged_file_is_named(folder: Path, name: str, old: str, new: str, mistake: str) -> None:
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert mistake in _mistake(folder)
    assert _mistake(folder).startswith(name)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "rules.toml").unlink()
    assert _mistake(folder) == "rules.toml: missing; restore it, the lexicon is not complete without it"


def test_a_mask_that_leaves_a_severity_says_of_what(folder: Path) -> None:
    path = folder / "masks" / "idioms.en.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('category = "overload"\n', "", 1), encoding="utf-8")
    assert _mistake(folder) == "masks/idioms.en.toml: work-is-killing-me: give severity and category both, or neither"
