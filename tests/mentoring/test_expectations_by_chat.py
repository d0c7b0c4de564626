"""Both say what they expect, and both read one agreement out of it."""

from tests.mentoring.town import Town


def sign_as_mentee(town: Town, who: str, *, rhythm: str = "Every two weeks") -> str:
    """A mentee answers all that is asked before the first meeting; gives what she reads at the end."""
    town.tap(who, "Career and next steps", "Done", rhythm, "On video", "The mentee", "Skip", "Yes", "gently", "Yes")
    return town.tap(who, "Yes, I agree")


def sign_as_mentor(town: Town, who: str, *, rhythm: str = "Once a month") -> str:
    """A mentor says that it fits now, and answers; gives what she reads at the end."""
    town.tap(who, "Yes, now", "No")
    town.tap(who, "Learning a skill", "Done", rhythm, "On video", "Skip", "Yes", "directly", "Yes")
    return town.tap(who, "Yes, I agree")


def test_both_sign_and_the_rarer_rhythm_counts(town: Town) -> None:
    anna, mentor = town.mentee("anna"), town.mentor("mona")
    pair = town.matched(anna, mentor)
    town.skip(days=4)
    assert "You have a mentor: Example Mona" in town.of(anna)
    assert "Example Anna: What you expect" in town.of(mentor)
    assert "as soon as Example Mona" not in town.of(anna)
    assert "Your part is signed" in sign_as_mentee(town, anna)
    page = sign_as_mentor(town, mentor)
    assert "Agreement between Example Anna and Example Mona" in page
    assert "the rarer one counts: Once a month" in page
    town.skip(days=1)
    assert "You have both signed." in town.of(anna)
    found = town.pair(pair)
    assert (found.state, found.every_days, found.channel, found.books) == ("agreed", 28, "video", "mentee")


def test_a_supervisor_is_no_mentor(town: Town) -> None:
    anna, mentor = town.mentee("anna"), town.mentor("mona")
    pair = town.matched(anna, mentor)
    town.skip(days=4)
    town.tap(mentor, "Yes, now", "Yes")
    town.skip(days=1)
    assert town.pair(pair).state == "rematched"
    assert "cannot be your mentor" in town.of(anna)
    assert [card for card in town.cards() if "ATTENTION" in card.title]
