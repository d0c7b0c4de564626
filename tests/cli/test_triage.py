import json

from tests.cli.conftest import Installation


def test_every_message_is_one_json_line_and_nothing_else_is_printed(placemate: Installation) -> None:
    file = placemate.file("m.tsv", "id\ttext\tlang\na\tI want to kill myself\ten\n\tAll is well\t\n")
    result = placemate.bare("triage", file)
    first, second = (json.loads(line) for line in result.out.splitlines())
    assert (result.code, result.err) == (0, "")
    assert (first["id"], first["severity"]) == ("a", "emergency")
    assert second == {"id": "2", "severity": "none", "categories": [], "patterns": []}


def test_a_file_that_cannot_be_screened_is_told_on_the_other_stream(placemate: Installation) -> None:
    for file in (placemate.file("m.tsv", "words\nhello\n"), str(placemate.folder / "none.tsv")):
        result = placemate.bare("triage", file)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("placemate: ")


def test_it_needs_no_configuration_and_does_not_even_look_at_one(placemate: Installation) -> None:
    placemate.configure("this is not TOML")
    assert placemate.call("triage", placemate.file("m.tsv", "text\nhello\n")).code == 0
