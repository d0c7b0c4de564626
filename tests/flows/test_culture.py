from datetime import date
from pathlib import Path

import pytest

from bot.facts.culture import card_text
from bot.words.language import LANGUAGES
from flows.conditions import Value
from flows.culture import culture
from flows.culture_cards import POINTS, BrokenCard, CultureCard, cards, read_card
from flows.new_country import new_country
from tests.flows.playing import play

WHOLE = 'country = "XX"\n[en]\n' + "".join(f'{point} = "Words about {point}."\n' for point in POINTS)


def test_the_questions_come_in_the_order_of_the_contract() -> None:
    played = play(culture, {"different": ("humour",)})
    assert played.asked == ["different", "example", "asking", "remarks", "explains", "try"]
    assert (played.said, played.flags) == (["strategy", "closing_noted"], {})


@pytest.mark.parametrize(
    ("answers", "flags", "closing"),
    [
        ({"asking": 2}, {"hard_to_ask": "attention"}, "closing"),
        ({"asking": 3}, {}, "closing_noted"),
        ({"remarks": "curious"}, {}, "closing_noted"),
        ({"remarks": "hurtful"}, {"hurtful_remark": "urgent"}, "closing_urgent"),
        ({"remarks": "unsaid"}, {}, "closing_noted"),
        ({"remarks": "unsaid", "conflict_person": "yes"}, {"conflict_contact": "attention"}, "closing_restricted"),
        ({"explains": "nobody"}, {"wants_buddy": "attention"}, "closing_buddy"),
        ({"explains": "mentor", "try": "nothing"}, {}, "closing_noted"),
    ],
)
def test_the_flags_and_the_last_words_are_those_of_the_contract(
    answers: dict[str, Value], flags: dict[str, str], closing: str
) -> None:
    played = play(culture, answers)
    assert (played.flags, played.said[-1]) == (flags, closing)
    assert played.restricted == set(flags) & {"hurtful_remark", "conflict_contact"}


def test_what_hurts_opens_the_talk_about_mistreatment_and_asks_nothing_more_here() -> None:
    played = play(culture, {"remarks": "hurtful"}, conversations=("conflict",))
    assert played.opened == ["conflict"]
    assert played.asked[-1] == "remarks"
    assert "strategy" not in played.said


def test_whoever_would_rather_not_say_is_offered_it() -> None:
    played = play(culture, {"remarks": "unsaid", "conflict_now": "yes"}, conversations=("conflict",))
    assert (played.opened, played.flags) == (["conflict"], {})


def test_the_card_is_shown_only_where_there_is_one() -> None:
    assert play(culture, culture_card_known=True).said[0] == "card"
    assert "card" not in play(culture, culture_card_known=False).said


@pytest.mark.parametrize(("answer", "opened"), [("yes", ["culture"]), ("no", []), (None, [])])
def test_the_second_week_is_an_offer_and_no_more(answer: Value, opened: list[str]) -> None:
    assert play(new_country, {"culture_now": answer}).opened == opened


@pytest.mark.parametrize("card", cards().values(), ids=lambda card: card.country)
def test_a_card_fits_one_message_in_every_language_and_says_that_nobody_has_read_it(card: CultureCard) -> None:
    assert set(card.points) == set(LANGUAGES)
    for language in LANGUAGES:
        text = card_text(card.country, language)
        assert text.count("\n- ") == len(POINTS)
        assert len(text) < 900
    assert "Nobody from there has read this yet" in card_text(card.country, "en")
    assert "Ingen derfra har lest dette ennå" in card_text(card.country, "nb")


def test_a_reviewed_card_says_when_and_not_by_whom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "XX.toml"
    path.write_text('reviewed_on = 2026-10-01\nreviewed_by = "Example Reader"\n' + WHOLE, encoding="utf-8")
    card = read_card(path)
    assert (card.reviewed, card.reviewed_on) == (True, date(2026, 10, 1))
    monkeypatch.setattr("bot.facts.culture.culture_card", lambda _country: card)
    text = card_text("XX", "nb")
    assert text.startswith("Noen derfra har lest dette (1. oktober 2026).")
    assert "Words about lunch." in text
    assert "Example Reader" not in text


def test_a_country_without_a_card_has_none() -> None:
    assert card_text("JP", "en") == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("country = ", "XX.toml cannot be read"),
        ('country = "XX"\n', "XX.toml: country and [en] are needed"),
        (WHOLE.replace("lunch = ", "dinner = "), "XX.toml: [en] dinner is missing or unknown; use directness"),
        ('weather = "rain"\n' + WHOLE, "XX.toml: unknown key 'weather'; use country, reviewed_on, reviewed_by"),
    ],
)
def test_a_broken_card_names_the_file_the_key_and_the_remedy(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "XX.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BrokenCard) as error:
        read_card(path)
    assert said in str(error.value)
