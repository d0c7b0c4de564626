"""What rules a pair out, whatever speaks for it."""

from typing import Any

import pytest

from bot.facts.mentoring.availability import read_window
from bot.mentoring.matching.batch import Bar
from bot.mentoring.matching.exclusions import bars
from bot.mentoring.matching.overlap import common_minutes
from tests.mentoring.matching.pools import KOLKATA, NEW_YORK, mentee, mentor, outcome, pool

TUESDAY, WEDNESDAY = (read_window("tue 16:00-18:00"),), (read_window("wed 16:00-18:00"),)
AT_WORK = {"host": "Example Host Ltd", "supervisor": "Berg, Anna"}
RULES: list[tuple[str, dict[str, Any], dict[str, Any], Bar]] = [
    ("nothing speaks against it", {}, {}, Bar.OPEN),
    ("she wants no mentor", {"opted_out": True}, {}, Bar.OPTED_OUT),
    ("the mentor wants no mentee", {}, {"opted_out": True}, Bar.OPTED_OUT),
    ("her supervisor, wherever", AT_WORK, {"name": "Anna Berg"}, Bar.CHAIN_OF_COMMAND),
    ("her supervisor by first name, at her workplace", {"host": "Example Host Ltd", "supervisor": "Anna"},
     {"name": "Anna Berg", "employer": "example host"}, Bar.CHAIN_OF_COMMAND),
    ("a first name elsewhere is somebody else", {"host": "Example Host Ltd", "supervisor": "Anna"},
     {"name": "Anna Berg", "employer": "Example Other AS"}, Bar.OPEN),
    ("her coordinator", {"coordinator_id": "m1"}, {}, Bar.CHAIN_OF_COMMAND),
    ("she is kept apart from the mentor", {"apart_from": frozenset({"m1"})}, {}, Bar.KEPT_APART),
    ("she is kept apart from a company", {"apart_from": frozenset({"Example Other"})},
     {"employer": "Example Other AS"}, Bar.KEPT_APART),
    ("the mentor is kept apart from her", {}, {"apart_from": frozenset({"s1"})}, Bar.KEPT_APART),
    ("the mentor is kept apart from her workplace", AT_WORK, {"apart_from": frozenset({"Example Host"})},
     Bar.KEPT_APART),
    ("they were a pair before", {"parted": frozenset({"m1"})}, {}, Bar.PARTED),
    ("her own company, and she wishes another", {**AT_WORK, "prefers": frozenset({"other_company"})},
     {"employer": "Example Host"}, Bar.SAME_COMPANY),
    ("her own company, and she does not mind", AT_WORK, {"employer": "Example Host"}, Bar.OPEN),
    ("no common language", {"languages": frozenset({"nb", "fr"})}, {}, Bar.LANGUAGE),
    ("too far for her", {"most_hours_apart": 4.0}, {"zone": KOLKATA}, Bar.TOO_FAR_APART),
    ("too far for the mentor", {"zone": NEW_YORK}, {"most_hours_apart": 5.5}, Bar.TOO_FAR_APART),
    ("just near enough", {"zone": KOLKATA, "most_hours_apart": 4.5}, {}, Bar.OPEN),
    ("other days", {"windows": TUESDAY}, {"windows": WEDNESDAY}, Bar.TIME),
    ("no place left", {}, {"capacity": 2, "taken": 2}, Bar.CAPACITY),
    ("no mentee at all", {}, {"capacity": 0}, Bar.CAPACITY),
]  # fmt: skip


def test_each_rule_rules_out_what_it_is_there_for() -> None:
    found = {}
    for what, hers, theirs, _ in RULES:
        small = pool([mentee(**hers)], [mentor(**theirs)])
        found[what] = Bar(int(bars(small, common_minutes(small))[0, 0]))
    assert found == {what: bar for what, _, _, bar in RULES}


@pytest.mark.parametrize(
    ("hers", "theirs", "why"),
    [
        ({"opted_out": True}, [{}], "opted_out"),
        ({"coordinator_id": "m1"}, [{"id": "m1"}, {"id": "m2", "opted_out": True}], "only_excluded"),
        ({"coordinator_id": "m1"}, [{"id": "m1"}, {"id": "m2", "languages": frozenset({"fr"})}], "no_common_language"),
        ({"windows": TUESDAY}, [{"id": "m1", "windows": WEDNESDAY}, {"id": "m2", "opted_out": True}], "no_common_time"),
        ({"most_hours_apart": 1.0}, [{"zone": NEW_YORK}], "too_far_apart"),
        ({}, [{"id": "m1", "capacity": 0}, {"id": "m2", "opted_out": True}], "no_capacity"),
        ({}, [], "no_mentor"),
    ],
)
def test_whoever_is_left_is_told_what_the_nearest_mentor_was_missed_by(
    hers: dict[str, Any], theirs: list[dict[str, Any]], why: str
) -> None:
    assert outcome([mentee(**hers)], [mentor(**each) for each in theirs]) == {"s1": why}
