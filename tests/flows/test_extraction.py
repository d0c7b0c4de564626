from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from flows import extraction
from flows.extraction import files, main, template, texts, translations, updated, written


def test_every_text_has_a_context_of_its_own() -> None:
    contexts = [context for context, _ in texts()]
    assert len(contexts) == len(set(contexts))


def test_the_template_holds_titles_words_labels_ends_of_scales_and_notices() -> None:
    contexts = {str(message.context) for message in template() if message.id}
    assert {
        "flow.checkin", "checkin.mood", "checkin.mood.low", "checkin.start.later", "urgent.card", "notice.menu.title",
    } <= contexts  # fmt: skip


def test_a_translation_whose_english_changed_is_kept_and_marked(tmp_path: Path) -> None:
    earlier = Catalog()
    earlier.add("How were they?", "Hvordan var de?", context="checkin.mood")
    earlier.add("Gone", "Borte", context="checkin.gone")
    path = tmp_path / "placemate.po"
    path.write_text(written(earlier, "nb"), "utf-8")
    catalog = updated(path)
    message = catalog.get(dict(texts())["checkin.mood"], context="checkin.mood")
    assert message is not None
    assert (message.string, message.fuzzy) == ("Hvordan var de?", True)
    assert "Borte" not in written(catalog, "nb")


def test_writing_again_changes_nothing() -> None:
    assert files() == {path: path.read_text("utf-8") for path in files()}


def test_a_file_tells_nothing_of_when_or_where_it_was_made() -> None:
    text = translations("nb").read_text("utf-8")
    assert "Date" not in text.partition("\n\n")[0]
    assert "#:" not in text


def test_checking_writes_nothing_and_says_whether_files_are_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extraction, "TEMPLATE", tmp_path / "placemate.pot")
    assert main(["--check"]) == 1
    assert list(tmp_path.iterdir()) == []
    assert main([]) == 0
    assert main(["--check"]) == 0
