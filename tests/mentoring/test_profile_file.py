"""What a file of profiles may not say, each with its column and its remedy."""

import pytest

from bot.mentoring.profiles.file import LAYOUT, read_profiles
from bot.programmes.roster_file import UnreadableRoster

MISTAKES = {
    "m1,mentors": ("side 'mentors' is none of mentor, mentee; did you mean mentor?"),
    "m1,": ("side is empty; fill it in"),
    "m1,mentor,many": ("capacity 'many' is not a number of mentees from 0 to 50"),
    "m1,mentor,,,carreer": (
        "topics 'carreer' is none of career, skills, feedback, network, confidence, culture, "
        "job_search, shadowing; did you mean career?"
    ),
    "m1,mentor,,,,,klingonsk": (
        "languages 'klingonsk' is no language; write its code, like en or nb; did you mean klingon?"
    ),
    "m1,mentor,,,,,,tue 16-18": (
        "availability 'tue 16-18' is no window; write it like tue 16:00-18:00, with the "
        "day one of mon, tue, wed, thu, fri, sat, sun"
    ),
    "m1,mentor,,,,,,,kindly": ("style 'kindly' is none of direct, gently, in_writing, with_examples"),
    "s1,mentee,,,,,,,,,,same gendre": (
        "prefers 'same gendre' is none of same_gender, other_company; did you mean same_gender?"
    ),
    "m1,mentor,,,,,,,,,,,,maybe": ("opted_out 'maybe' is neither yes nor no"),
    "m1,mentor,,,,,,,,,,,,,far": ("most_hours_apart 'far' is not a number of hours from 0 to 12"),
    "m1,mentor,x,,y": (
        "capacity 'x' is not a number of mentees from 0 to 50; and topics 'y' is none of career, "
        "skills, feedback, network, confidence, culture, job_search, shadowing"
    ),
    "m1,mentor,,,,,,,,,,,,,,,more": (
        "more cells than columns; put quotation marks around a cell that holds the separator"
    ),
    "s1,mentee": ("id 's1' stands in line 2 already; remove one of them"),
}


def test_a_line_that_cannot_be_used_is_named_with_column_and_remedy_and_the_others_are_read() -> None:
    good = "s1,mentee"
    read = {
        line: read_profiles("\n".join([",".join(LAYOUT.columns), good, line]).encode()) for line in MISTAKES
    }  # fmt: skip
    assert {line: [each.reason for each in said.bad] for line, said in read.items()} == {
        line: [reason] for line, reason in MISTAKES.items()
    }
    assert {(bad.line, said.lines[0].id) for said in read.values() for bad in said.bad} == {(3, "s1")}


def test_a_file_without_its_columns_says_how_to_begin() -> None:
    with pytest.raises(UnreadableRoster, match=r"names no column side; begin the file with id,side,capacity,field"):
        read_profiles(b"id,name\n1,Example\n")
