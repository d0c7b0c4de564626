"""Every mistake in `broken_overlays`, one a file: the comment at its head is what is said, one paragraph a mistake.

`{placeholders}` and `{conversations}` stand for the names of all there are.
"""

from pathlib import Path

import pytest

from bot.config import ConfigError, Settings
from bot.config.sections import Programme
from bot.programmes.overlay import programme_catalogue, read_overlay
from flows.catalogue import CATALOGUE
from flows.placeholders import EVERYWHERE

GALLERY = Path(__file__).parent / "broken_overlays"
MISTAKES = sorted(str(path.relative_to(GALLERY).with_suffix("")) for path in GALLERY.rglob("*.toml"))


def expected(path: Path) -> list[str]:
    head = path.read_text(encoding="utf-8").partition("\n\n")[0].replace("#\n", "\n")
    names = {"placeholders": sorted(EVERYWHERE), "conversations": sorted(flow.id for flow in CATALOGUE)}
    for word, known in names.items():
        head = head.replace(f"{{{word}}}", ", ".join(known))
    paragraphs = ("".join(line.removeprefix("#") for line in part.splitlines()) for part in head.split("\n\n"))
    return [f"{path}: {paragraph.strip()}" for paragraph in paragraphs]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_file_key_and_remedy(mistake: str) -> None:
    path = GALLERY / f"{mistake}.toml"
    assert list(read_overlay(path).mistakes) == expected(path)


def test_the_gallery_is_not_empty() -> None:
    assert len(MISTAKES) > 40


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    assert read_overlay(tmp_path / "overlay.toml").mistakes == (
        f"{tmp_path}/overlay.toml: there is no such file; mend [programme] overlay, or leave it out",
    )
    (tmp_path / "latin.toml").write_bytes("[checkin]\n# Spørsmål\n".encode("latin-1"))
    assert read_overlay(tmp_path / "latin.toml").mistakes == (
        f"{tmp_path}/latin.toml: not UTF-8 text; save it as UTF-8",
    )
    (mistake,) = read_overlay(tmp_path).mistakes
    assert mistake.startswith(f"{tmp_path}: cannot be read (")


def test_a_programme_with_a_broken_overlay_has_no_conversations_at_all(settings: Settings) -> None:
    broken = GALLERY / "form/many_at_once.toml"
    programme = settings.model_copy(update={"programme": Programme(overlay=broken)})
    with pytest.raises(ConfigError) as refused:
        programme_catalogue(programme)
    assert str(refused.value).splitlines() == expected(broken)
    assert programme_catalogue(settings) is CATALOGUE
