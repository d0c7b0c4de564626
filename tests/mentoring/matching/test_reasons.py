from typing import Any

from bot.mentoring.matching.batch import Reason, Unmatched
from bot.mentoring.matching.match import match
from bot.mentoring.matching.reasons import in_words, unmatched_in_words
from tests.mentoring.matching.pools import mentee, mentor, pool

SIDE: dict[str, Any] = {
    "topics": frozenset({"job_search", "career"}), "skills": frozenset({"sql"}), "fields": frozenset({"data"}),
    "style": "gently", "gender": "woman", "languages": frozenset({"en", "nb"}),
}  # fmt: skip


def test_a_match_says_why_as_data_and_in_both_languages() -> None:
    her = mentee(**SIDE, prefers=frozenset({"same_gender"}))
    (found,) = match(pool([her], [mentor(**SIDE)])).matches
    assert found.reasons == (
        Reason("topics", ("career", "job_search")),
        Reason("skills", ("sql",)),
        Reason("field", ("data",)),
        Reason("wish"),
        Reason("style", ("gently",)),
        Reason("language", ("en", "nb")),
        Reason("hours", ("40",)),
    )
    assert in_words(found.reasons, "en") == [
        "Topics of both: Career and next steps and Looking for a job",
        "Skills wanted and offered: sql",
        "Same field: data",
        "The student's own wish is met",
        "Both like to talk gently",
        "Common language: English and Norwegian Bokmål",
        "Hours in common each week: 40",
    ]
    assert in_words(found.reasons, "nb") == [
        "Temaer for begge: Karriere og neste steg og Å søke jobb",
        "Ferdigheter som ønskes og tilbys: sql",
        "Samme fagfelt: data",
        "Studentens eget ønske er oppfylt",
        "Begge liker å snakke skånsomt",
        "Felles språk: engelsk og norsk bokmål",
        "Felles timer hver uke: 40",
    ]


def test_a_wish_that_is_met_only_in_part_is_not_told_as_met() -> None:
    her = mentee(**SIDE, prefers=frozenset({"same_gender", "other_company"}))
    (found,) = match(pool([her], [mentor(**SIDE)])).matches
    assert Reason("wish") not in found.reasons


def test_hours_are_written_as_each_language_writes_them() -> None:
    assert in_words((Reason("hours", ("17.5",)),), "nb") == ["Felles timer hver uke: 17,5"]


def test_why_somebody_is_left_is_said_in_both_languages() -> None:
    assert unmatched_in_words(Unmatched("s1", "no_common_time"), "en") == (
        "No mentor is free for half an hour at the same time"
    )
    assert unmatched_in_words(Unmatched("s1", "no_capacity"), "nb") == "Alle mentorer som passer, er opptatt"
