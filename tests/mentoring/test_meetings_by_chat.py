"""From the nudge to the calendar, from the agenda to the summary: two people, two clocks."""

from datetime import timedelta

from tests.mentoring.test_expectations_by_chat import sign_as_mentee, sign_as_mentor
from tests.mentoring.town import Town

IN_STEPS = timedelta(hours=2)


def agreed(town: Town, *, mentors_zone: str = "Europe/Oslo") -> int:
    """Anna and Mona have signed; gives the row id of their pair."""
    pair = town.matched(town.mentee("anna"), town.mentor("mona", zone=mentors_zone))
    town.skip(days=4, step=IN_STEPS)
    sign_as_mentee(town, "anna")
    sign_as_mentor(town, "mona")
    town.skip(days=1, step=IN_STEPS)
    return pair
