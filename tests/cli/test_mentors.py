import json

from bot.mentoring.adopting import adopt
from storage import people
from tests.cli.conftest import Installation

HEAD = "id,side,topics,skills,languages,apart_from\n"
MENTORS = HEAD + "21,mentor,career,sql,en;nb,\n1,mentee,career,sql,,\n2,mentee,,,nb,21\n"


def prepared(placemate: Installation, profiles: str = MENTORS) -> None:
    placemate.bring_roster()
    with placemate.work() as (uow, settings):
        for student in ("1", "2"):
            people.change_person(uow.db, student, consented_at=uow.now)
        people.change_placement(uow.db, "1", mentor_id="")
        adopt(uow, settings)
    assert placemate.call("mentors", "import", placemate.file("mentors.csv", profiles)).code == 0


def test_a_dry_run_of_an_import_shows_and_writes_nothing(placemate: Installation) -> None:
    placemate.bring_roster()
    file = placemate.file("mentors.csv", MENTORS)
    assert (
        "3 new, 0 changed, 0 unchanged, 0 bad lines; nothing was written"
        in placemate.call("mentors", "import", file, "--dry-run").out
    )
    assert "3 new, 0 changed, 0 unchanged, 0 bad lines\n" in placemate.call("mentors", "import", file).out


def test_a_bad_line_is_named_by_file_and_line_and_the_others_come_in(placemate: Installation) -> None:
    placemate.bring_roster()
    result = placemate.call(
        "mentors", "import", placemate.file("mentors.csv", MENTORS.replace("career,sql,,", "car,,,"))
    )
    assert result.code == 1
    assert "mentors.csv:3" in result.out
    assert "topics 'car' is none of career" in result.out
    assert "2 new, 0 changed, 0 unchanged, 1 bad lines" in result.out


def test_mentors_are_listed_with_their_places(placemate: Installation) -> None:
    prepared(placemate)
    result = placemate.call("mentors", "list")
    assert "Example Mentor" in result.out
    assert "1 mentors with 1 free places; 2 students without a mentor" in result.out
    (mentor,) = map(json.loads, placemate.call("mentors", "list", "--json").out.splitlines())
    assert (mentor["id"], mentor["free"], mentor["languages"]) == ("21", "1", "en, nb")


def test_a_dry_run_of_matching_says_who_fits_whom_why_and_who_is_left(placemate: Installation) -> None:
    prepared(placemate)
    result = placemate.call("mentors", "match", "--dry-run")
    assert result.code == 0
    assert "1 Example Student One" in result.out
    assert "21 Example Mentor" in result.out
    assert (
        "Topics of both: Career and next steps; Skills wanted and offered: sql; Common language: English" in result.out
    )
    assert "2 Example Student Two" in result.out
    assert "None of the mentors may be chosen" in result.out
    assert "1 matched, 1 not" in result.out


def test_matches_for_programs_are_one_object_a_line(placemate: Installation) -> None:
    prepared(placemate)
    found, left = map(json.loads, placemate.call("mentors", "match", "--dry-run", "--json").out.splitlines())
    assert (found["mentee"], found["mentor"], found["reasons"][0]) == (
        "1",
        "21",
        "Topics of both: Career and next steps",
    )
    assert (left["mentee"], left["why"]) == ("2", "only_excluded")


def test_without_the_dry_run_the_matches_wait_for_a_coordinator(placemate: Installation) -> None:
    prepared(placemate)
    assert "1 proposed in the coordinators' channel, 1 without a match" in placemate.call("mentors", "match").out
    *_, pair = map(json.loads, placemate.call("mentors", "list", "--json").out.splitlines())
    assert pair == {
        "mentee": "1", "mentor": "21", "state": "proposed", "signed": "not yet", "held": "0", "missed": "0",
    }  # fmt: skip
    assert "0 proposed in the coordinators' channel, 1 without a match" in placemate.call("mentors", "match").out
