"""The CommonMark subset of texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.language import fill
from bot.words.markup import Run, read


def seen(source: str) -> str:
    return "".join(run.text for run in read(source))


def test_bold_italic_and_links_become_runs_of_their_own() -> None:
    assert read("**Now** *maybe* [help](https://example.org)") == [
        Run("Now", bold=True),
        Run(" "),
        Run("maybe", italic=True),
        Run(" "),
        Run("help", link="https://example.org"),
    ]


def test_styles_lie_within_one_another() -> None:
    assert read("**a *b* [c](https://example.org)**")[1:] == [
        Run("b", bold=True, italic=True),
        Run(" ", bold=True),
        Run("c", bold=True, link="https://example.org"),
    ]


@pytest.mark.parametrize(
    ("source", "read_as"),
    [
        ("one\ntwo\n\nthree", "one\ntwo\n\nthree"),
        ("Call:\n- police\n- **doctor**", "Call:\n• police\n• doctor"),
        ("Call:\n\n* police\n* doctor\n\nNow.", "Call:\n\n• police\n• doctor\n\nNow."),
        ("3. three\n4. four", "3. three\n4. four"),
        ("- one\n  - inner\n- two\n  more", "• one\n  • inner\n• two\nmore"),
        ("", ""),
    ],
)
def test_lines_lists_and_paragraphs_keep_their_shape(source: str, read_as: str) -> None:
    assert seen(source) == read_as


@pytest.mark.parametrize(
    "source",
    [
        "# no heading",
        "> no quote",
        "`no code`",
        "```\nno fence\n```",
        "<b>no tag</b> <!-- no comment -->",
        "&amp; &lt;",
        "***",
        "[a]: https://example.org",
        "~~no strike~~",
        "| no | table |",
        "[no](javascript:alert(1))",
    ],
)
def test_what_is_not_in_the_subset_is_shown_as_typed(source: str) -> None:
    assert read(source) == [Run(source)]


@given(st.text(st.sampled_from("ab *_[]()<>#|~!`\\&\n@-1.:/"), max_size=40))
def test_words_of_a_person_are_never_formatting(words: str) -> None:
    runs = read(fill("She wrote {words}.", {"words": words}))
    assert not any(run.bold or run.italic or run.link for run in runs)


@given(st.text(st.sampled_from("ab -+1.)\n\t !#>`~|&;<\r\0"), max_size=14))
def test_the_short_way_for_plain_texts_reads_what_the_long_way_reads(source: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.words.markup._MAY_BE_MARKUP", re.compile(""))
        whole = read(source)
    assert read(source) == whole


@given(st.text(st.sampled_from("ab*_[]()<>#|~!`\\& \n-1."), max_size=60))
def test_no_letter_is_ever_dropped(source: str) -> None:
    kept = [letter for letter in seen(source) if letter in "ab"]
    assert kept == [letter for letter in source if letter in "ab"] or "](" in source
