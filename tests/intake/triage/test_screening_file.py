"""A file of messages, screened line by line."""

from pathlib import Path

import pytest

from bot.intake.triage import BrokenFile, assess_file


def _file(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "messages.tsv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _severities(path: Path) -> dict[str, str]:
    return {finding["id"]: finding["severity"] for finding in assess_file(path)}


def test_a_finding_says_how_soon_about_what_and_why(tmp_path: Path) -> None:
    path = _file(tmp_path, "id\ttext\tlang\na1\tI'm bored\ten\n")
    assert list(assess_file(path)) == [
        {"id": "a1", "severity": "attention", "categories": ["underload"], "patterns": ["en.underload.bored"]}
    ]


def test_columns_stand_in_any_order_and_others_are_ignored(tmp_path: Path) -> None:
    path = _file(tmp_path, "LANG\tnote\tText\tid\nnb\tx\tjeg vil dø\tq\n")
    assert _severities(path) == {"q": "emergency"}


def test_rows_are_numbered_where_they_have_no_id(tmp_path: Path) -> None:
    assert _severities(_file(tmp_path, "text\nhello\nI want to die\n")) == {"1": "none", "2": "emergency"}
    assert _severities(_file(tmp_path, "id\ttext\n\thello\nx\thello\n\tI want to die\n")) == {
        "1": "none",
        "x": "none",
        "3": "emergency",
    }


def test_a_lone_quotation_mark_swallows_no_lines(tmp_path: Path) -> None:
    path = _file(tmp_path, 'id\ttext\n1\t"I am fine\n2\tI want to die"\n3\tsaid "ok" to him\n')
    assert _severities(path) == {"1": "none", "2": "emergency", "3": "none"}


def test_a_byte_order_mark_and_windows_line_ends_are_tolerated(tmp_path: Path) -> None:
    path = _file(tmp_path, b"\xef\xbb\xbfid\ttext\r\n1\tI want to die\r\n2\thi\r\n")
    assert _severities(path) == {"1": "emergency", "2": "none"}


def test_malformed_rows_still_give_a_finding(tmp_path: Path) -> None:
    path = _file(
        tmp_path, b"id\ttext\tlang\nshort\nlong\ttab here\ten\tI want to die\nbytes\t\xff I want to die\ten\n\n"
    )
    assert _severities(path) == {"short": "none", "long": "emergency", "bytes": "emergency"}


def test_an_empty_text_is_nothing(tmp_path: Path) -> None:
    assert _severities(_file(tmp_path, "id\ttext\n1\t\n")) == {"1": "none"}
    assert _severities(_file(tmp_path, "text\n\nI want to die\n")) == {"1": "none", "2": "emergency"}
    assert _severities(_file(tmp_path, "text\n")) == {}


def test_a_message_ends_where_its_line_ends(tmp_path: Path) -> None:
    path = _file(tmp_path, "id\ttext\n1\tfine\u2028\x0cI want to die\n2\thi\n")
    assert _severities(path) == {"1": "emergency", "2": "none"}


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        ("", "row 1 names no column 'text'; begin the file with id, text and lang, with tabs between, in UTF-8"),
        ("a,b\n1,2\n", "row 1 names no column 'text'"),
        ("text\n".encode("utf-16"), "row 1 names no column 'text'"),
    ],
)
def test_a_file_without_a_text_column_is_refused_by_name_and_remedy(
    tmp_path: Path, content: str | bytes, mistake: str
) -> None:
    with pytest.raises(BrokenFile, match=mistake):
        list(assess_file(_file(tmp_path, content)))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BrokenFile, match=r"nowhere\.tsv: no such file; give the path of a tab-separated file"):
        list(assess_file(tmp_path / "nowhere.tsv"))
    with pytest.raises(BrokenFile, match="a folder; give the path"):
        list(assess_file(tmp_path))
