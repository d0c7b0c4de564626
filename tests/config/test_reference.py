import re
from pathlib import Path

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.config import Settings, load, reference
from bot.config.section import section_of

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"

SECTIONS = {name: model for name, field in Settings.model_fields.items() if (model := section_of(field))}
KEYS = [(section, key, field) for section, model in SECTIONS.items() for key, field in model.model_fields.items()]


def test_the_example_is_what_config_reference_prints() -> None:
    assert EXAMPLE.read_text(encoding="utf-8") == reference(), (
        "write it again: .venv/bin/placemate config reference > config.example.toml"
    )


def test_the_example_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config.toml"
    path.write_text(reference(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    copied = load()
    path.unlink()
    assert copied == load()


def test_every_key_that_is_not_set_may_be_set_as_it_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(re.sub(r"(?m)^#(?=\S)", "", reference()), encoding="utf-8")
    settings = load(path)
    assert [name for name in SECTIONS if getattr(settings, name) is None] == []
    unset = [f"{section}.{key}" for section, key, _ in KEYS if key not in getattr(settings, section).model_fields_set]
    assert unset == []


@pytest.mark.parametrize(("section", "key", "field"), KEYS, ids=[f"{section}.{key}" for section, key, _ in KEYS])
def test_every_key_has_one_line_of_why(section: str, key: str, field: FieldInfo) -> None:
    lines = reference().splitlines()
    start = next(number for number, line in enumerate(lines) if line.lstrip("#") == f"[{section}]")
    at = next(
        number
        for number, line in enumerate(lines[start:], start)
        if line.lstrip("#").startswith(f"{field.alias or key} =")
    )
    assert lines[at - 1] == f"# {field.description}"
    assert len(lines[at - 1]) <= 120


@pytest.mark.parametrize("model", SECTIONS.values(), ids=SECTIONS)
def test_a_section_says_in_one_line_what_it_is(model: type[BaseModel]) -> None:
    assert model.__doc__
    assert "\n" not in model.__doc__
