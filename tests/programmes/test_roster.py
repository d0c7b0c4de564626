from datetime import date

import pytest

from bot.programmes.roster import Roster, read_roster
from bot.programmes.roster_file import read_table

COLUMNS = (
    "id,name,role,email,language,timezone,country,starts_on,ends_on,host,supervisor,coordinator,mentor,slack_id,"
    "hours_per_week,remote"
)


def roster(*lines: str) -> Roster:
    return read_roster(read_table("\n".join((COLUMNS, *lines)).encode()))


def reason(line: str) -> str:
    """Why this one line is bad, beside a good one that must survive."""
    read = roster("1,Example Student,student,,,,,,,,,,,", line)
    assert [entry.id for entry in read.entries] == ["1"]
    (bad,) = read.bad
    assert bad.line == 3
    return bad.reason


def test_a_whole_line_is_understood() -> None:
    (entry,) = roster(
        "17,Example Student,Student,One@Example.ORG,Norsk bokmål,europe/oslo,no,2026-12-01,1.3.2027,Example Host Ltd,"
        'Example Supervisor,11,Example Mentor,U017,"37,5",ja'
    ).entries
    assert entry.person == {
        "name": "Example Student", "role": "student", "email": "one@example.org", "language": "nb",
        "timezone": "Europe/Oslo", "slack_id": "U017",
    }  # fmt: skip
    assert entry.placement == {
        "host": "Example Host Ltd", "supervisor": "Example Supervisor", "country": "NO",
        "starts_on": date(2026, 12, 1), "ends_on": date(2027, 3, 1), "hours_per_week": 37.5, "remote": True,
    }  # fmt: skip
    assert (entry.coordinator, entry.mentor) == ("11", "Example Mentor")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (",Name,student", "id is empty"),
        ("2,,student", "name is empty"),
        ("2,Name,", "role is empty"),
        ("2,Name,studnet", "did you mean student?"),
        ("2,Name,koordinator", "did you mean coordinator?"),
        ("2,Name,student,not-an-address", "email 'not-an-address' is not an address"),
        ("2,Name,student,,,Europe/Olso", "did you mean Europe/Oslo?"),
        ("2,Name,student,,,,Norge", "must be two letters; did you mean NO?"),
        ("2,Name,student,,,,UK", "did you mean GB?"),
        ("2,Name,student,,,,Sout Africa", "did you mean ZA?"),
        ("2,Name,student,,,,QQ", "country 'QQ' is not the two letters of a country"),
        ("2,Name,student,,,,,soon", "starts_on 'soon' is not a day; write it like 2026-11-30 or 30.11.2026"),
        ("2,Name,student,,,,,31.02.2026", "starts_on '31.02.2026' is not a day"),
        ("2,Name,student,,,,,2027-01-01,2026-01-01", "ends_on 2026-01-01 is before starts_on 2027-01-01"),
        ("2,Name,student,,,,,,,,,,,someone", "slack_id 'someone' is not a member id"),
        ("2,Name,student,,,,,,,,,,,,lots", "hours_per_week 'lots' is not a number of hours"),
        ("2,Name,student,,,,,,,,,,,,,perhaps", "remote 'perhaps' is neither yes nor no"),
        ("2,Name,student,,,,,,,,,,,,,,surplus", "more cells than columns"),
        ("1,Other,student", "id '1' stands in line 2 already"),
    ],
)
def test_a_bad_line_says_why_and_takes_no_good_one_along(line: str, why: str) -> None:
    assert why in reason(line)


@pytest.mark.parametrize(("column", "cells"), [("email", "a@example.org" + "," * 10), ("slack_id", "," * 10 + "U1")])
def test_two_people_cannot_share_an_address_or_an_account(column: str, cells: str) -> None:
    read = roster(f"1,One,student,{cells}", f"2,Two,student,{cells}")
    assert [entry.id for entry in read.entries] == ["1"]
    assert read.bad[0].reason.startswith(f"{column} ")


def test_of_two_lines_with_one_id_a_bad_first_one_does_not_take_the_place() -> None:
    read = roster("1,One,studnet", "1,One,student")
    assert [entry.line for entry in read.entries] == [3]


def test_a_language_we_do_not_speak_costs_nobody_her_place() -> None:
    read = roster("1,One,student,,isiZulu")
    assert read.entries[0].person["language"] == ""
    assert read.notices == ("line 2: language 'isiZulu' is not spoken here; the programme's is used",)


@pytest.mark.parametrize(("written", "code"), [("no", "nb"), ("nb-NO", "nb"), ("English (UK)", "en"), ("en_GB", "en")])
def test_languages_are_known_by_code_and_by_name(written: str, code: str) -> None:
    assert roster(f"1,One,student,,{written}").entries[0].person["language"] == code


def test_staff_have_no_placement() -> None:
    (entry,) = roster("11,Example Coordinator,coordinator,,,,,never,,,,,,").entries
    assert entry.placement == {}


def test_a_column_that_is_not_in_the_file_is_not_in_the_entry() -> None:
    (entry,) = read_roster(read_table(b"id,name,role\n1,One,student")).entries
    assert entry.person == {"name": "One", "role": "student"}
    assert entry.placement == {}
    assert entry.coordinator is None


def test_of_a_bad_line_all_that_is_wrong_is_named() -> None:
    said = reason("2,,studnt,no address,,,,,,,,,,")
    assert said.startswith("name is empty; and role 'studnt' is none of")
    assert "; and email 'no address' is not an address" in said


def test_of_a_bad_placement_too() -> None:
    said = reason("2,Example Student,student,no address,,,Norway,2026-12-01,2026-11-01,,,,,")
    assert "; and country 'Norway' must be two letters" in said
    assert "; and ends_on 2026-11-01 is before starts_on 2026-12-01" in said
