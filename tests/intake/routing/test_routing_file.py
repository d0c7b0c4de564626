"""A file of messages, routed line by line; it is read as `placemate triage` reads it."""

from pathlib import Path

import pytest

from bot.intake.routing import route_file
from bot.intake.triage import BrokenFile


def test_each_message_is_answered_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "m.tsv"
    path.write_text('id\tlang\ttext\nb\ten\tI want to set a "new goal\n\tnb\tjeg vil dø\nc\t\t\n', encoding="utf-8")
    first, second, third = route_file(path)
    assert first == {"id": "b", "severity": "none", "best": first["best"]}
    assert "goals" in first["best"]
    assert (second["id"], second["severity"], second["best"][0]) == ("2", "emergency", "urgent")
    assert (third["id"], third["best"]) == ("c", ["human", "resources"])


def test_a_file_without_messages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "m.tsv"
    path.write_text("words\nhello\n", encoding="utf-8")
    with pytest.raises(BrokenFile, match="names no column 'text'"):
        list(route_file(path))
